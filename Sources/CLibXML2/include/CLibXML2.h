/* libxml2, which is loaded late; see CLazyLibrary. Its headers include each other by a directory that is in no standard
   place: the link beside this file leads there. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlversion.h>

/* Makes libxml2 print nothing on this thread. Its settings for a parser do not cover all that it says, and what it says has
   bytes of the document in it. Each thread has its own setting, so it is called before each document. */
void libxml2_silence(void);
