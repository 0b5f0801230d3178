#include "CLateLibrary.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int report = STDERR_FILENO;

void late_library_report_to(int descriptor) { report = descriptor; }

/* Held while a library is loaded, so that the first threads wait until it has been initialised. */
static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

static void *load(late_library *library) {
  pthread_mutex_lock(&loading);
  void *handle = library->handle;
  if (!handle) {
    for (const char *const *file = library->files; !handle && *file; file++) {
      handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
    }
    if (handle && library->initialise) library->initialise(handle);
    library->handle = handle;
  }
  pthread_mutex_unlock(&loading);
  return handle;
}

void *late_function(late_library *library, const char *function) {
  void *handle = library->handle;
  if (!handle) handle = load(library);
  void *address = handle ? dlsym(handle, function) : NULL;
  if (!address) {
    const char *reason = dlerror();
    dprintf(report, "vraagbaak: %s is niet te laden: %s\n", library->name, reason ? reason : function);
    _exit(127);
  }
  return address;
}
