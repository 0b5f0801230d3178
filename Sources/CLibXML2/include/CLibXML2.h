/* libxml2, which is loaded late; see CLateLibrary. Its headers include each other by a directory that is in no standard
   place: the link beside this file leads there. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlversion.h>
