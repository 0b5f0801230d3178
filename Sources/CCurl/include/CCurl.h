/* libcurl, and SHA-256 of libcrypto, each loaded when it is first called (see CLazyLibrary), in a
   form that Swift can call: without functions that take a variable number of arguments.

   libcurl is initialised when it is loaded, by one thread while others wait. It prints nothing and
   sets no signal handlers; a process that calls it ignores SIGPIPE. A connection belongs to one
   thread at a time and shares nothing with others. SHA-256 has no state. */
#ifndef C_CURL_H
#define C_CURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes requests, one after the other, and keeps the connection to the last host open. */
typedef struct web_connection web_connection;

/* How a request ended. */
typedef enum web_outcome {
  /* The whole answer has come, as far as the server's framing tells. */
  web_complete,
  web_stopped,
  /* A callback refused what came. */
  web_refused,
  web_timed_out,
  /* No connection could be made: name, network, handshake or proxy. */
  web_unreachable,
  /* The certificate of the server could not be verified. */
  web_untrusted,
  /* The connection ended before the answer did. */
  web_cut_off,
  /* What came is not HTTP. */
  web_malformed,
  /* The system lacks what is needed, or libcurl an option. */
  web_failed,
} web_outcome;

/* What a request may take, and who is told of the answer. Each callback gets `context`; one that
   returns false ends the request. */
typedef struct web_request {
  const char *address;
  /* Whether the proxy that the environment names is used. */
  bool uses_proxy;
  /* The longest time for making the connection, and for the whole, in milliseconds. */
  long connect_timeout, timeout;
  void *context;
  /* A line of the head of the answer, from the status line to the empty line, of each answer if
     there are several (100 Continue), and of the trailer. */
  bool (*header)(void *context, const uint8_t *bytes, size_t size);
  /* A piece of the body, without the framing of chunks. */
  bool (*body)(void *context, const uint8_t *bytes, size_t size);
  /* Whether to stop. Asked at least five times a second. */
  bool (*is_stopped)(void *context);
} web_request;

/* Returns NULL if the system lacks what it needs. */
web_connection *web_connection_make(void);
void web_connection_free(web_connection *connection);

/* Adds a header, `Accept: application/xml`, to the next request. */
bool web_add_header(web_connection *connection, const char *line);

/* Gets an address over HTTP/1.1, and only over http or https (TLS 1.2 or later; the certificate and
   its host name are verified). Follows no redirect, decodes no content, sends no cookies and no
   credentials. Makes one request only: if a kept connection turns out to be dead, that is
   `web_cut_off`.
   `is_spent` tells whether the connection takes no other request: it is closed, or more came than
   the length that the server stated. Over TLS the latter shows only in short answers, since what
   follows a long one may also be the end of the session. */
web_outcome web_fetch(web_connection *connection, const web_request *request, bool *is_spent);

enum { sha256_size = 32 };

/* The SHA-256 of bytes. */
void sha256_digest(const uint8_t *bytes, size_t size, uint8_t digest[sha256_size]);

#endif
