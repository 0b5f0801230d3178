/* An option of mimalloc that was renamed in version 2.1. */
#include <mimalloc.h>

/* Sets the delay in milliseconds after which freed memory goes back to the system. */
static inline void mimalloc_set_return_delay(long milliseconds) {
#if MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, milliseconds);
#else
  mi_option_set(mi_option_decommit_delay, milliseconds);
#endif
}
