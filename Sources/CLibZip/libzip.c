#include "CLibZip.h"

#include <CLazyLibrary.h>
#include <stddef.h>

static const char *const files[] = {"libzip.so.4", "libzip.so.5", NULL};
/* It has no state of its own besides that of an archive. */
static lazy_library libzip = {"libzip", files, NULL, NULL};

LAZY_FUNCTION(libzip, void, zip_discard, (zip_t *archive), (archive))
LAZY_FUNCTION(libzip, void, zip_error_fini, (zip_error_t *error), (error))
LAZY_FUNCTION(libzip, void, zip_error_init, (zip_error_t *error), (error))
LAZY_FUNCTION(libzip, const char *, zip_error_strerror, (zip_error_t *error), (error))
LAZY_FUNCTION(libzip, int, zip_fclose, (zip_file_t *file), (file))
LAZY_FUNCTION(libzip, zip_file_t *, zip_fopen_index,
              (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
              (archive, index, flags))
LAZY_FUNCTION(libzip, zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t size),
              (file, bytes, size))
LAZY_FUNCTION(libzip, const char *, zip_get_name,
              (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
              (archive, index, flags))
LAZY_FUNCTION(libzip, zip_int64_t, zip_get_num_entries,
              (zip_t *archive, zip_flags_t flags), (archive, flags))
LAZY_FUNCTION(libzip, zip_int64_t, zip_name_locate,
              (zip_t *archive, const char *name, zip_flags_t flags),
              (archive, name, flags))
LAZY_FUNCTION(libzip, zip_t *, zip_open_from_source,
              (zip_source_t *source, int flags, zip_error_t *error),
              (source, flags, error))
LAZY_FUNCTION(libzip, zip_source_t *, zip_source_buffer_create,
              (const void *bytes, zip_uint64_t size, int frees, zip_error_t *error),
              (bytes, size, frees, error))
LAZY_FUNCTION(libzip, void, zip_source_free, (zip_source_t *source), (source))
LAZY_FUNCTION(libzip, int, zip_stat_index,
              (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status),
              (archive, index, flags, status))
LAZY_FUNCTION(libzip, void, zip_stat_init, (zip_stat_t *status), (status))
LAZY_FUNCTION(libzip, const char *, zip_strerror, (zip_t *archive), (archive))
