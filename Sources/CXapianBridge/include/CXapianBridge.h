#ifndef C_XAPIAN_BRIDGE_H
#define C_XAPIAN_BRIDGE_H
#endif
