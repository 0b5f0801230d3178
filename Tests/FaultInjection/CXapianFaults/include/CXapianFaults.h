/* Faults for tests of the bridge: exceptions that it must contain, changes behind its back, and a
   child process that holds a lock. */
#ifndef C_XAPIAN_FAULTS_H
#define C_XAPIAN_FAULTS_H

#include "CXapianBridge.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Throws the exception with this name (of Xapian, "bad_alloc", "length_error" or "int") and
 * contains it as every function of the bridge does.
 *
 * system_error: an errno that goes with one of Xapian's exceptions; 0 for none.
 * words:        what it says, ended by a zero byte; not for bad_alloc and int.
 */
xapian_status xapian_fault_throw(
    const char *name, int system_error, const char *words, xapian_error *error);

/**
 * Changes a database without the bridge, and so without its seals: gives document 1 another term,
 * frequency, position or value, removes a term or a value, or writes metadata as an earlier version
 * did.
 *
 * change: "term", "frequency", "position", "value", "no value", "no term" or "metadata".
 * Returns 0 for a success.
 */
int xapian_fault_change(const char *path, const char *change);

/**
 * Starts a child that holds all open files of this process for some milliseconds and then ends, as
 * any child does until it runs its own program. Returns its process number, or -1.
 */
int xapian_fault_start_slow_child(int milliseconds);

#ifdef __cplusplus
}
#endif

#endif
