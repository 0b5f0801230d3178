#include "CMicroHTTPD.h"

#include <CLazyLibrary.h>
#include <microhttpd.h>
#include <stdlib.h>

static const char *const files[] = {"libmicrohttpd.so.12", NULL};
static lazy_library library = {"libmicrohttpd", files, NULL, NULL};

LAZY_FUNCTION(library, void, MHD_stop_daemon, (struct MHD_Daemon *daemon), (daemon))
LAZY_FUNCTION(library, MHD_socket, MHD_quiesce_daemon, (struct MHD_Daemon *daemon), (daemon))
LAZY_FUNCTION(library, const char *, MHD_lookup_connection_value,
              (struct MHD_Connection *connection, enum MHD_ValueKind kind, const char *key),
              (connection, kind, key))
LAZY_FUNCTION(library, void, MHD_suspend_connection, (struct MHD_Connection *connection),
              (connection))
LAZY_FUNCTION(library, void, MHD_resume_connection, (struct MHD_Connection *connection),
              (connection))
LAZY_FUNCTION(library, struct MHD_Response *, MHD_create_response_from_buffer,
              (size_t size, void *buffer, enum MHD_ResponseMemoryMode mode), (size, buffer, mode))
LAZY_FUNCTION(library, enum MHD_Result, MHD_add_response_header,
              (struct MHD_Response *response, const char *header, const char *content),
              (response, header, content))
LAZY_FUNCTION(library, enum MHD_Result, MHD_queue_response,
              (struct MHD_Connection *connection, unsigned int status,
               struct MHD_Response *response),
              (connection, status, response))
LAZY_FUNCTION(library, void, MHD_destroy_response, (struct MHD_Response *response), (response))

/* Those with a variable number of arguments. */
typedef struct MHD_Daemon *(*start_function)(unsigned int flags, uint16_t port,
                                             MHD_AcceptPolicyCallback accept, void *accept_context,
                                             MHD_AccessHandlerCallback handle,
                                             void *handle_context, ...);
typedef const union MHD_ConnectionInfo *(*info_function)(struct MHD_Connection *connection,
                                                         enum MHD_ConnectionInfoType type, ...);

static void connected(void *context, struct MHD_Connection *connection, void **unused,
                      enum MHD_ConnectionNotificationCode change) {
  (void)unused;
  const httpd_settings *settings = context;
  settings->connected(settings->context, connection, change == MHD_CONNECTION_NOTIFY_STARTED);
}

static void *began(void *context, const char *target, struct MHD_Connection *connection) {
  (void)connection;
  const httpd_settings *settings = context;
  return settings->began(settings->context, target);
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *uploaded,
                              size_t *uploaded_size, void **request) {
  (void)path, (void)version, (void)uploaded;
  const httpd_settings *settings = context;
  bool has_body = *uploaded_size > 0;
  /* The body of a request, if it has one, is not used. */
  *uploaded_size = 0;
  return settings->handle(settings->context, connection, method, has_body, *request) ? MHD_YES
                                                                                     : MHD_NO;
}

static void ended(void *context, struct MHD_Connection *connection, void **request,
                  enum MHD_RequestTerminationCode reason) {
  if (!*request) return;
  const httpd_settings *settings = context;
  settings->ended(settings->context, connection, *request,
                  reason == MHD_REQUEST_TERMINATED_COMPLETED_OK);
  *request = NULL;
}

struct MHD_Daemon *httpd_start(const httpd_settings *settings) {
  start_function start = (start_function)lazy_function(&library, "MHD_start_daemon");
  httpd_settings *kept = malloc(sizeof *kept);
  if (!kept) return NULL;
  *kept = *settings;
  return start(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle,
               kept, MHD_OPTION_LISTEN_SOCKET, (MHD_socket)kept->listening_socket,
               MHD_OPTION_CONNECTION_LIMIT, kept->maximum_connections,
               MHD_OPTION_CONNECTION_MEMORY_LIMIT, kept->connection_memory,
               MHD_OPTION_CONNECTION_TIMEOUT, kept->timeout,
               MHD_OPTION_URI_LOG_CALLBACK, began, kept,
               MHD_OPTION_NOTIFY_COMPLETED, ended, kept,
               MHD_OPTION_NOTIFY_CONNECTION, connected, kept,
               MHD_OPTION_STRICT_FOR_CLIENT, 1,
               MHD_OPTION_END);
}

void httpd_quiesce(struct MHD_Daemon *daemon) { MHD_quiesce_daemon(daemon); }

void httpd_stop(struct MHD_Daemon *daemon) { MHD_stop_daemon(daemon); }

void httpd_suspend(struct MHD_Connection *connection) { MHD_suspend_connection(connection); }

void httpd_resume(struct MHD_Connection *connection) { MHD_resume_connection(connection); }

bool httpd_answer(struct MHD_Connection *connection, unsigned int status,
                  const httpd_header *headers, size_t header_count, const void *body,
                  size_t size) {
  struct MHD_Response *response =
      MHD_create_response_from_buffer(size, (void *)body, MHD_RESPMEM_MUST_COPY);
  if (!response) return false;
  bool is_made = true;
  for (size_t i = 0; i < header_count; i++)
    is_made &= MHD_add_response_header(response, headers[i].name, headers[i].value) == MHD_YES;
  is_made = is_made && MHD_queue_response(connection, status, response) == MHD_YES;
  MHD_destroy_response(response);
  return is_made;
}

const char *httpd_request_header(struct MHD_Connection *connection, const char *name) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static const union MHD_ConnectionInfo *info(struct MHD_Connection *connection,
                                            enum MHD_ConnectionInfoType type) {
  return ((info_function)lazy_function(&library, "MHD_get_connection_info"))(connection, type);
}

int httpd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return found ? found->connect_fd : -1;
}

const struct sockaddr *httpd_client(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return found ? found->client_addr : NULL;
}
