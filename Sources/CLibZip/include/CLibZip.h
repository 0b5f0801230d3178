/* libzip, which is loaded late; see CLateLibrary. */
#include <zip.h>
