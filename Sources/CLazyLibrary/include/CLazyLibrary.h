/* A library that is loaded when one of its functions is first called. A search from the command line needs neither libzip
   nor libxml2, and to load them with what they bring along takes longer than to open an index. */
#ifndef LATE_LIBRARY_H
#define LATE_LIBRARY_H

typedef struct lazy_library {
  /* How messages call it. */
  const char *name;
  /* The names of its file in the releases of Debian, NULL after the last; what is used of it is the same in all. */
  const char *const *files;
  /* Prepares what the library's threads share, given the handle that dlsym takes. It is called exactly once, before any
     function of the library is. NULL for a library that shares nothing. */
  void (*initialise)(void *handle);
  void *_Atomic handle;
} lazy_library;

/* Where it is said that a library cannot be loaded: standard error, unless a process has that closed to its libraries. */
void lazy_library_report_to(int descriptor);

/* The address of a function of the library. If that is not there the process ends as the dynamic loader ends it at the
   start of a program: with 127 and a message. */
void *lazy_function(lazy_library *library, const char *function);

/* Defines a function that calls the one of the same name in a library. */
#define LATE_FUNCTION(library, result, name, parameters, arguments)      \
  result name parameters {                                               \
    static void *_Atomic address;                                        \
    void *known = address;                                               \
    if (!known) address = known = lazy_function(&library, #name);        \
    return ((result(*) parameters)known)arguments;                       \
  }

#endif
