#include "CLateLibrary.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

void *late_function(late_library *library, const char *function) {
  void *handle = library->handle;
  /* Loading it twice gives the same handle, so threads need not wait for each other. */
  for (const char *const *file = library->files; !handle && *file; file++) {
    handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
  }
  library->handle = handle;
  void *address = handle ? dlsym(handle, function) : NULL;
  if (!address) {
    const char *reason = dlerror();
    fprintf(stderr, "vraagbaak: %s is niet te laden: %s\n", library->name, reason ? reason : function);
    _exit(127);
  }
  return address;
}
