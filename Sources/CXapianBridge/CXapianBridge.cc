#include "CXapianBridge.h"
