#include "CLibXML2.h"

#include <CLateLibrary.h>
#include <stddef.h>

static const char *const files[] = {"libxml2.so.2", "libxml2.so.16", NULL};
static late_library libxml2 = {"libxml2", files, NULL};

#if LIBXML_VERSION >= 21200
typedef const xmlError *last_error;
#else
typedef xmlErrorPtr last_error;
#endif

LATE_FUNCTION(libxml2, const htmlEntityDesc *, htmlEntityLookup, (const xmlChar *name), (name))
LATE_FUNCTION(libxml2, htmlDocPtr, htmlReadMemory,
              (const char *bytes, int size, const char *url, const char *encoding, int options),
              (bytes, size, url, encoding, options))
LATE_FUNCTION(libxml2, void, xmlFreeDoc, (xmlDocPtr document), (document))
LATE_FUNCTION(libxml2, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, last_error, xmlGetLastError, (void), ())
LATE_FUNCTION(libxml2, xmlTextReaderPtr, xmlReaderForMemory,
              (const char *bytes, int size, const char *url, const char *encoding, int options),
              (bytes, size, url, encoding, options))
LATE_FUNCTION(libxml2, xmlTextReaderPtr, xmlReaderWalker, (xmlDocPtr document), (document))
LATE_FUNCTION(libxml2, void, xmlResetLastError, (void), ())
LATE_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstName, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderDepth, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderGetParserLineNumber, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LATE_FUNCTION(libxml2, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
