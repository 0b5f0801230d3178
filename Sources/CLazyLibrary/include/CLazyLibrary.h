/* A library that is loaded when one of its functions is first called. A search needs neither libzip
   nor libxml2, and loading them with their dependencies takes longer than opening an index. */
#ifndef C_LAZY_LIBRARY_H
#define C_LAZY_LIBRARY_H

typedef struct lazy_library {
  /* Its name in messages. */
  const char *name;
  /* The names of its file in the releases of Debian, ended by NULL. The functions used are the same
     in all. */
  const char *const *files;
  /* Prepares what threads share in the library, given the handle for dlsym. Called once, before any
     function of the library. May be NULL. */
  void (*initialise)(void *handle);
  void *_Atomic handle;
} lazy_library;

/* Sets the descriptor for the message that a library cannot be loaded; at first standard error. */
void lazy_library_report_to(int descriptor);

/* The address of a function of the library. If the library is missing, the process ends as the
   dynamic loader would end it: with status 127 and a message. */
void *lazy_function(lazy_library *library, const char *function);

/* Defines a function that calls the one of the same name in a library. */
#define LAZY_FUNCTION(library, result, name, parameters, arguments)      \
  result name parameters {                                               \
    static void *_Atomic address;                                        \
    void *known = address;                                               \
    if (!known) address = known = lazy_function(&library, #name);        \
    return ((result(*) parameters)known)arguments;                       \
  }

#endif
