#include "CCurl.h"

#include <CLazyLibrary.h>
