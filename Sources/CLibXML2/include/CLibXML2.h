/* libxml2, loaded when it is first called; see CLazyLibrary. Its headers include each other
   through a directory outside the standard include path. The link beside this file points there. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlversion.h>

/* Makes libxml2 print nothing on this thread. The settings of a parser do not cover all of its
   messages, and these contain bytes of the document. Each thread has its own setting, so call this
   before each document. */
void libxml2_silence(void);
