/* libzip, loaded when it is first called; see CLazyLibrary. */
#include <zip.h>
