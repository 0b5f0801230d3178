/* A library to be loaded before others. It delays each allocation of the size that libxml2's table
   of encodings has, so that two threads which fill that table at the same time are certain to meet.
   */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <unistd.h>

enum { table_size = 400, delay_in_microseconds = 100000 };

void *malloc(size_t size) {
  static void *(*next)(size_t);
  if (!next) next = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
  if (size == table_size) usleep(delay_in_microseconds);
  return next(size);
}
