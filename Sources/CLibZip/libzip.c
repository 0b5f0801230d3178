#include "CLibZip.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

/* The names of the library in the releases of Debian; what is used of it is the same in both. */
static const char *const names[] = {"libzip.so.4", "libzip.so.5"};

/* The address of a function of the library. Where that is not there the process ends as the dynamic loader ends it at
   the start of a program: with 127 and a message on standard error. */
static void *find(const char *function) {
  static void *_Atomic library;
  void *handle = library;
  /* Loading it twice gives the same handle, so threads need not wait for each other. */
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  library = handle;
  void *address = handle ? dlsym(handle, function) : NULL;
  if (!address) {
    const char *reason = dlerror();
    fprintf(stderr, "vraagbaak: libzip is niet te laden: %s\n", reason ? reason : function);
    _exit(127);
  }
  return address;
}

/* Defines a function that calls the one of the same name in the library. */
#define FORWARD(result, name, parameters, arguments)       \
  result name parameters {                                 \
    static void *_Atomic address;                          \
    void *known = address;                                 \
    if (!known) address = known = find(#name);             \
    return ((result(*) parameters)known)arguments;         \
  }

FORWARD(void, zip_discard, (zip_t *archive), (archive))
FORWARD(void, zip_error_fini, (zip_error_t *error), (error))
FORWARD(void, zip_error_init, (zip_error_t *error), (error))
FORWARD(const char *, zip_error_strerror, (zip_error_t *error), (error))
FORWARD(int, zip_fclose, (zip_file_t *file), (file))
FORWARD(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
        (archive, index, flags))
FORWARD(zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t size),
        (file, bytes, size))
FORWARD(const char *, zip_get_name, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
        (archive, index, flags))
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags))
FORWARD(zip_int64_t, zip_name_locate, (zip_t *archive, const char *name, zip_flags_t flags),
        (archive, name, flags))
FORWARD(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error),
        (source, flags, error))
FORWARD(zip_source_t *, zip_source_buffer_create,
        (const void *bytes, zip_uint64_t size, int frees, zip_error_t *error),
        (bytes, size, frees, error))
FORWARD(void, zip_source_free, (zip_source_t *source), (source))
FORWARD(int, zip_stat_index,
        (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status),
        (archive, index, flags, status))
FORWARD(void, zip_stat_init, (zip_stat_t *status), (status))
FORWARD(const char *, zip_strerror, (zip_t *archive), (archive))
