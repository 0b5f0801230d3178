#include <sys/stat.h>
#include <fts.h>

/* The members of FTSENT. Foundation's C module includes fts.h too, and the members may then belong
   to that module. */
static inline int walked_level(const FTSENT *entry) { return entry->fts_level; }
static inline const char *walked_path(const FTSENT *entry) { return entry->fts_path; }
static inline int walked_info(const FTSENT *entry) { return entry->fts_info; }
static inline const struct stat *walked_status(const FTSENT *entry) { return entry->fts_statp; }
static inline int walked_errno(const FTSENT *entry) { return entry->fts_errno; }
