/* libzip, which is loaded late; see CLazyLibrary. */
#include <zip.h>
