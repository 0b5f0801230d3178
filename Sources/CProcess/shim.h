/* Functions of the GNU C library for child processes that Swift's Glibc leaves out: glibc declares
   them only if _GNU_SOURCE is set, and Swift does not set it. The declarations are those of
   glibc. */
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/types.h>

int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
int prlimit(pid_t process, __rlimit_resource_t resource, const struct rlimit *limit,
            struct rlimit *old);

/* Both ends are closed in any program that is started. */
static inline int process_socketpair(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
}

/* Ends a group of processes when the other end of a descriptor is closed: SIGIO is sent, which ends
   a process that does not handle it. */
static inline int process_end_with(int descriptor, pid_t group) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0 || fcntl(descriptor, F_SETOWN, -group) < 0) return -1;
  return fcntl(descriptor, F_SETFL, flags | 020000 /* O_ASYNC */);
}
