#include <sys/stat.h>
#include <fts.h>

/* One entry of a walk. Foundation's own C module has fts.h as well, and then the members of FTSENT belong to it; these
   belong to us. */
static inline int walked_level(const FTSENT *entry) { return entry->fts_level; }
static inline const char *walked_path(const FTSENT *entry) { return entry->fts_path; }
static inline int walked_info(const FTSENT *entry) { return entry->fts_info; }
static inline const struct stat *walked_status(const FTSENT *entry) { return entry->fts_statp; }
static inline int walked_errno(const FTSENT *entry) { return entry->fts_errno; }
