#include "CLateLibrary.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Whether a library is there and the system has no room for it now: no descriptor, no memory. */
static int is_shortage(const char *reason) {
  const int codes[] = {EMFILE, ENFILE, ENOMEM};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    if (strstr(reason, strerror(codes[i]))) return 1;
  return strstr(reason, "failed to map segment") != NULL;
}

/* What sysexits.h calls an error of input or output, as in the other messages of vraagbaak. */
enum { INPUT_OUTPUT = 74 };

void *late_function(late_library *library, const char *function) {
  void *handle = library->handle;
  char reason[512] = "";
  /* Loading it twice gives the same handle, so threads need not wait for each other. */
  for (const char *const *file = library->files; !handle && *file; file++) {
    handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
    if (!handle) snprintf(reason, sizeof reason, "%s", dlerror());
    if (!handle && is_shortage(reason)) {
      fprintf(stderr, "vraagbaak: %s is nu niet te laden: %s\n", library->name, reason);
      _exit(INPUT_OUTPUT);
    }
  }
  library->handle = handle;
  void *address = handle ? dlsym(handle, function) : NULL;
  if (!address) {
    fprintf(stderr, "vraagbaak: %s is niet te laden: %s\n", library->name, handle ? function : reason);
    _exit(127);
  }
  return address;
}
