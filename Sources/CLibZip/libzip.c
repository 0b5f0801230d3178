#include "CLibZip.h"

#include <CLazyLibrary.h>
#include <stddef.h>

static const char *const files[] = {"libzip.so.4", "libzip.so.5", NULL};
/* It has no state of its own besides that of an archive. */
static lazy_library libzip = {"libzip", files, NULL, NULL};

LATE_FUNCTION(libzip, void, zip_discard, (zip_t *archive), (archive))
LATE_FUNCTION(libzip, void, zip_error_fini, (zip_error_t *error), (error))
LATE_FUNCTION(libzip, void, zip_error_init, (zip_error_t *error), (error))
LATE_FUNCTION(libzip, const char *, zip_error_strerror, (zip_error_t *error), (error))
LATE_FUNCTION(libzip, int, zip_fclose, (zip_file_t *file), (file))
LATE_FUNCTION(libzip, zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
              (archive, index, flags))
LATE_FUNCTION(libzip, zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t size),
              (file, bytes, size))
LATE_FUNCTION(libzip, const char *, zip_get_name, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
              (archive, index, flags))
LATE_FUNCTION(libzip, zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags))
LATE_FUNCTION(libzip, zip_int64_t, zip_name_locate, (zip_t *archive, const char *name, zip_flags_t flags),
              (archive, name, flags))
LATE_FUNCTION(libzip, zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error),
              (source, flags, error))
LATE_FUNCTION(libzip, zip_source_t *, zip_source_buffer_create,
              (const void *bytes, zip_uint64_t size, int frees, zip_error_t *error),
              (bytes, size, frees, error))
LATE_FUNCTION(libzip, void, zip_source_free, (zip_source_t *source), (source))
LATE_FUNCTION(libzip, int, zip_stat_index,
              (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status),
              (archive, index, flags, status))
LATE_FUNCTION(libzip, void, zip_stat_init, (zip_stat_t *status), (status))
LATE_FUNCTION(libzip, const char *, zip_strerror, (zip_t *archive), (archive))
