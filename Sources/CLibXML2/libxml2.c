#include "CLibXML2.h"

#include <CLazyLibrary.h>
#include <dlfcn.h>
#include <stddef.h>

/* Fills the tables that all threads share, such as that of the encodings. Otherwise the first
   threads each fill them without a lock, and a later one may read a table that is half filled. */
static void initialise(void *handle) {
  void (*initialise_parser)(void) = (void (*)(void))dlsym(handle, "xmlInitParser");
  if (initialise_parser) initialise_parser();
}

static const char *const files[] = {"libxml2.so.2", "libxml2.so.16", NULL};
static lazy_library libxml2 = {"libxml2", files, initialise, NULL};

#if LIBXML_VERSION >= 21200
typedef const xmlError *last_error;
#else
typedef xmlErrorPtr last_error;
#endif

LAZY_FUNCTION(libxml2, const htmlEntityDesc *, htmlEntityLookup, (const xmlChar *name), (name))
LAZY_FUNCTION(libxml2, htmlDocPtr, htmlReadMemory,
              (const char *bytes, int size, const char *url, const char *encoding, int options),
              (bytes, size, url, encoding, options))
LAZY_FUNCTION(libxml2, void, xmlFreeDoc, (xmlDocPtr document), (document))
LAZY_FUNCTION(libxml2, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, last_error, xmlGetLastError, (void), ())
LAZY_FUNCTION(libxml2, xmlTextReaderPtr, xmlReaderForMemory,
              (const char *bytes, int size, const char *url, const char *encoding, int options),
              (bytes, size, url, encoding, options))
LAZY_FUNCTION(libxml2, xmlTextReaderPtr, xmlReaderWalker, (xmlDocPtr document), (document))
LAZY_FUNCTION(libxml2, void, xmlResetLastError, (void), ())
LAZY_FUNCTION(libxml2, void, xmlSetGenericErrorFunc, (void *context, xmlGenericErrorFunc function),
              (context, function))
LAZY_FUNCTION(libxml2, void, xmlSetStructuredErrorFunc,
              (void *context, xmlStructuredErrorFunc function),
              (context, function))
LAZY_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstLocalName,
              (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstName, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, const xmlChar *, xmlTextReaderConstValue,
              (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderDepth, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderGetParserLineNumber, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LAZY_FUNCTION(libxml2, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))

static void say_nothing(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

static void note_nothing(void *context, last_error error) {
  (void)context;
  (void)error;
}

void libxml2_silence(void) {
  xmlSetGenericErrorFunc(NULL, say_nothing);
  xmlSetStructuredErrorFunc(NULL, note_nothing);
}
