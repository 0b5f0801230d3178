/* Throws one exception inside the bridge's containment, so that a test can see what becomes of it. */
#ifndef C_XAPIAN_PROVOCATION_H
#define C_XAPIAN_PROVOCATION_H

#include "CXapianBridge.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Throws the exception with this name (of Xapian, "bad_alloc", "length_error" or "int") and contains it
 * as every function of the bridge does.
 *
 * system_error: an errno that goes with one of Xapian's exceptions; 0 for none.
 * words:        what it says, ended by a zero byte; not for bad_alloc and int.
 */
xapian_status xapian_provocation_throw(
    const char *name, int system_error, const char *words, xapian_error *error);

#ifdef __cplusplus
}
#endif

#endif
