/* Throws one exception inside the bridge's containment, so that a test can see what becomes of it,
   and makes a child process that is slow to become itself. */
#ifndef C_XAPIAN_FAULTS_H
#define C_XAPIAN_FAULTS_H

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
xapian_status xapian_fault_throw(
    const char *name, int system_error, const char *words, xapian_error *error);

/**
 * Changes a database without the bridge, which seals what it writes: gives document 1 another term, frequency of a term,
 * position or value, or takes a term or a value from it; or writes metadata as an earlier version did.
 *
 * change: "term", "frequency", "position", "value", "no value", "no term" or "metadata".
 * Returns 0, or another number where it did not succeed.
 */
int xapian_fault_change(const char *path, const char *change);

/**
 * Starts a child that has all open files of this process for a while and then ends, as any child has between
 * its start and the moment it runs its own program.
 *
 * milliseconds: how long. Returns the child's process number, or -1.
 */
int xapian_fault_start_slow_child(int milliseconds);

#ifdef __cplusplus
}
#endif

#endif
