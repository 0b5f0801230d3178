#include "handles.h"

xapian_list_contents xapian_list_read(const xapian_list *list) {
  return {text_of(list->bytes), list->items.data(), list->items.size()};
}

void xapian_list_free(xapian_list *list) { delete list; }

const char *xapian_library_version(void) { return Xapian::version_string(); }
