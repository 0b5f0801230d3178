#include "CLazyLibrary.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* EX_IOERR of sysexits.h, as with the other messages of vraagbaak. */
enum { INPUT_OUTPUT = 74 };

static int report = STDERR_FILENO;

void lazy_library_report_to(int descriptor) { report = descriptor; }

/* Held while a library is loaded, so that other threads wait until it is initialised. */
static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

/* Whether a library exists, but the system has no descriptor or memory for it now. */
static int is_shortage(const char *reason) {
  const int codes[] = {EMFILE, ENFILE, ENOMEM};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    if (strstr(reason, strerror(codes[i]))) return 1;
  return strstr(reason, "failed to map segment") != NULL;
}

static void *load(lazy_library *library) {
  pthread_mutex_lock(&loading);
  void *handle = library->handle;
  if (!handle) {
    char reason[512] = "";
    for (const char *const *file = library->files; !handle && *file; file++) {
      handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
      if (handle) break;
      snprintf(reason, sizeof reason, "%s", dlerror());
      if (is_shortage(reason)) {
        dprintf(report, "vraagbaak: %s is nu niet te laden: %s\n", library->name, reason);
        _exit(INPUT_OUTPUT);
      }
    }
    if (!handle) {
      dprintf(report, "vraagbaak: %s is niet te laden: %s\n", library->name, reason);
      _exit(127);
    }
    if (library->initialise) library->initialise(handle);
    library->handle = handle;
  }
  pthread_mutex_unlock(&loading);
  return handle;
}

void *lazy_function(lazy_library *library, const char *function) {
  void *handle = library->handle;
  if (!handle) handle = load(library);
  void *address = dlsym(handle, function);
  if (!address) {
    dprintf(report, "vraagbaak: %s is niet te laden: %s\n", library->name, function);
    _exit(127);
  }
  return address;
}
