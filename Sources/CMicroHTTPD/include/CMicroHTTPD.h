/* libmicrohttpd, loaded when it is first called (see CLazyLibrary), in a form that Swift can call:
   without functions that take a variable number of arguments, and without enumerations, whose names
   in Swift depend on the release of the library.

   It prints nothing: its log is off. It initialises itself when it is loaded; a daemon has no state
   but its own. The daemon has one thread, which calls all callbacks. Other functions are for that
   thread, except where they say otherwise. */
#ifndef C_MICRO_HTTPD_H
#define C_MICRO_HTTPD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

typedef struct MHD_Daemon httpd_daemon;
typedef struct MHD_Connection httpd_connection;

/* How a daemon serves. Each callback gets `context`. */
typedef struct httpd_settings {
  /* A socket that listens. The daemon does not close it. */
  int listening_socket;
  /* The maximum number of connections at the same time. Others wait in the queue of the socket. */
  unsigned int maximum_connections;
  /* The memory of a connection in bytes: for the line and headers of a request, a record of each
     parameter and header, and the headers of the answer. */
  size_t connection_memory;
  /* The seconds after which a connection on which nothing moves is closed. */
  unsigned int timeout;
  void *context;
  /* A connection was opened, or is about to be closed. */
  void (*connected)(void *context, httpd_connection *connection, bool is_open);
  /* A request began. Returns a value for the other callbacks, which is never used after `ended`. */
  void *(*began)(void *context, const char *target);
  /* Called when the headers of a request have come, for each piece of a body, when all has come,
     and when the connection was resumed. Returns false to close the connection. If all has come, it
     must answer or suspend. An answer before that closes the connection too. */
  bool (*handle)(void *context, httpd_connection *connection, const char *method, bool has_body,
                 void *request);
  /* The answer was sent whole, or not. */
  void (*ended)(void *context, httpd_connection *connection, void *request, bool is_complete);
} httpd_settings;

/* Starts a daemon, which keeps a copy of the settings for as long as the process lives. NULL if the
   system lacks what it needs. */
httpd_daemon *httpd_start(const httpd_settings *settings);

/* Accepts no more connections. For any thread. */
void httpd_quiesce(httpd_daemon *daemon);

/* Ends a daemon that has no suspended connections; closes all connections. For any other thread. */
void httpd_stop(httpd_daemon *daemon);

/* Leaves a connection alone until it is resumed, which may happen in any thread. */
void httpd_suspend(httpd_connection *connection);
void httpd_resume(httpd_connection *connection);

/* A header of an answer. */
typedef struct httpd_header {
  const char *name;
  const char *value;
} httpd_header;

/* Answers a request; the arguments are copied. Returns whether there was enough memory. */
bool httpd_answer(httpd_connection *connection, unsigned int status, const httpd_header *headers,
                  size_t header_count, const void *body, size_t size);

/* A header of the request, NULL if it has none with that name. Valid during the callback. */
const char *httpd_request_header(httpd_connection *connection, const char *name);

/* The socket of a connection; -1 if it is unknown. */
int httpd_socket(httpd_connection *connection);

/* The address of the client; NULL if it is unknown. Valid during the callback. */
const struct sockaddr *httpd_client(httpd_connection *connection);

#endif
