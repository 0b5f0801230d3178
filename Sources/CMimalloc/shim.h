/* One setting of mimalloc, whose name changed with version 2.1. */
#include <mimalloc.h>

/* Memory that is freed goes back to the system after so many milliseconds. */
static inline void mimalloc_set_return_delay(long milliseconds) {
#if MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, milliseconds);
#else
  mi_option_set(mi_option_decommit_delay, milliseconds);
#endif
}
