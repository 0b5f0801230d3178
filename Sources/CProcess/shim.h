/* Functions of the GNU C library for child processes that Swift's Glibc leaves out: glibc declares them only where
   _GNU_SOURCE is set, and Swift does not set it. The declarations are those of glibc. */
#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
int prlimit(pid_t process, __rlimit_resource_t resource, const struct rlimit *limit, struct rlimit *old);
