#include "CCurl.h"

#include <CLazyLibrary.h>
/* Its checks of argument types are macros around the functions that are called here by address. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static void initialise(void *handle) {
  CURLcode (*initialise_globally)(long flags) =
      (CURLcode (*)(long))dlsym(handle, "curl_global_init");
  if (initialise_globally) initialise_globally(CURL_GLOBAL_DEFAULT);
}

static const char *const files[] = {"libcurl.so.4", "libcurl-gnutls.so.4", NULL};
static lazy_library libcurl = {"libcurl", files, initialise, NULL};

LAZY_FUNCTION(libcurl, CURL *, curl_easy_init, (void), ())
LAZY_FUNCTION(libcurl, void, curl_easy_cleanup, (CURL *easy), (easy))
LAZY_FUNCTION(libcurl, CURLM *, curl_multi_init, (void), ())
LAZY_FUNCTION(libcurl, CURLMcode, curl_multi_cleanup, (CURLM *multi), (multi))
LAZY_FUNCTION(libcurl, CURLMcode, curl_multi_add_handle, (CURLM *multi, CURL *easy), (multi, easy))
LAZY_FUNCTION(libcurl, CURLMcode, curl_multi_remove_handle, (CURLM *multi, CURL *easy),
              (multi, easy))
LAZY_FUNCTION(libcurl, CURLMcode, curl_multi_perform, (CURLM *multi, int *running),
              (multi, running))
LAZY_FUNCTION(libcurl, CURLMcode, curl_multi_poll,
              (CURLM *multi, struct curl_waitfd *others, unsigned int count, int timeout,
               int *ready),
              (multi, others, count, timeout, ready))
LAZY_FUNCTION(libcurl, CURLMsg *, curl_multi_info_read, (CURLM *multi, int *count), (multi, count))
LAZY_FUNCTION(libcurl, struct curl_slist *, curl_slist_append,
              (struct curl_slist *list, const char *line), (list, line))
LAZY_FUNCTION(libcurl, void, curl_slist_free_all, (struct curl_slist *list), (list))

/* Those with a variable number of arguments. */
typedef CURLcode (*set_function)(CURL *easy, CURLoption option, ...);
typedef CURLcode (*information_function)(CURL *easy, CURLINFO information, ...);

struct web_connection {
  CURL *easy;
  /* It keeps the connection. `easy` alone would look only once a second whether to stop. */
  CURLM *multi;
  struct curl_slist *headers;
};

web_connection *web_connection_make(void) {
  web_connection *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->easy = curl_easy_init();
  made->multi = curl_multi_init();
  if (made->easy && made->multi) return made;
  web_connection_free(made);
  return NULL;
}

void web_connection_free(web_connection *connection) {
  if (connection->easy) curl_easy_cleanup(connection->easy);
  if (connection->multi) curl_multi_cleanup(connection->multi);
  if (connection->headers) curl_slist_free_all(connection->headers);
  free(connection);
}

bool web_add_header(web_connection *connection, const char *line) {
  struct curl_slist *longer = curl_slist_append(connection->headers, line);
  if (longer) connection->headers = longer;
  return longer;
}

/* A request under way. */
typedef struct exchange {
  const web_request *request;
  /* How often a request was about to be sent. */
  int count;
} exchange;

static size_t took_header(char *bytes, size_t size, size_t count, void *context) {
  const web_request *request = ((exchange *)context)->request;
  return request->header(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t took_body(char *bytes, size_t size, size_t count, void *context) {
  const web_request *request = ((exchange *)context)->request;
  return request->body(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

/* libcurl sends a request again at once if a kept connection is closed instead of answered. The
   server may have counted the first. */
static int about_to_send(void *context, char *remote, char *local, int remote_port,
                         int local_port) {
  (void)remote, (void)local, (void)remote_port, (void)local_port;
  return ++((exchange *)context)->count == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

static bool prepare(web_connection *connection, exchange *exchange) {
  set_function set = (set_function)lazy_function(&libcurl, "curl_easy_setopt");
  const web_request *request = exchange->request;
  bool is_set = true;
#define SET(option, value) \
  is_set = is_set && set(connection->easy, CURLOPT_##option, value) == CURLE_OK
  SET(URL, request->address);
  SET(HTTPHEADER, connection->headers);
  SET(CONNECTTIMEOUT_MS, request->connect_timeout);
  SET(TIMEOUT_MS, request->timeout);
  SET(HEADERFUNCTION, took_header);
  SET(HEADERDATA, exchange);
  SET(WRITEFUNCTION, took_body);
  SET(WRITEDATA, exchange);
  SET(PREREQFUNCTION, about_to_send);
  SET(PREREQDATA, exchange);
  /* An empty name is no proxy, whatever the environment says. */
  SET(PROXY, request->uses_proxy ? NULL : "");
  SET(SUPPRESS_CONNECT_HEADERS, 1L);
  SET(PROTOCOLS_STR, "http,https");
  SET(FOLLOWLOCATION, 0L);
  SET(SSL_VERIFYPEER, 1L);
  SET(SSL_VERIFYHOST, 2L);
  SET(SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  SET(HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(HTTP09_ALLOWED, 0L);
  SET(NETRC, (long)CURL_NETRC_IGNORED);
  /* The address is sent as it was checked. */
  SET(PATH_AS_IS, 1L);
  SET(NOSIGNAL, 1L);
  SET(NOPROGRESS, 1L);
#undef SET
  return is_set;
}

static web_outcome outcome(CURLcode code, bool is_connected, int count) {
  switch (code) {
  case CURLE_OK: return web_complete;
  case CURLE_WRITE_ERROR: return web_refused;
  case CURLE_OPERATION_TIMEDOUT: return is_connected ? web_timed_out : web_unreachable;
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_CONNECT:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PROXY: return web_unreachable;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_INVALIDCERTSTATUS: return web_untrusted;
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING: return web_cut_off;
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR: return is_connected ? web_cut_off : web_unreachable;
  case CURLE_ABORTED_BY_CALLBACK: return count > 1 ? web_cut_off : web_failed;
  /* Which code a bad status line, head or chunk has depends on the release. */
  default: return is_connected ? web_malformed : web_failed;
  }
}

static bool is_secure(const web_request *request) {
  return strncmp(request->address, "https:", strlen("https:")) == 0;
}

/* Whether something has come that nobody has read. */
static bool has_more(int socket) {
  char byte;
  return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

web_outcome web_fetch(web_connection *connection, const web_request *request, bool *is_spent) {
  enum { POLLING_MILLISECONDS = 200 };
  information_function information =
      (information_function)lazy_function(&libcurl, "curl_easy_getinfo");
  exchange exchange = {request, 0};
  web_outcome result = web_failed;
  *is_spent = true;
  if (prepare(connection, &exchange) &&
      curl_multi_add_handle(connection->multi, connection->easy) == CURLM_OK) {
    int running = 1;
    bool is_stopped = false, works = true;
    while (works && running && !is_stopped) {
      works = curl_multi_perform(connection->multi, &running) == CURLM_OK;
      if (works && running)
        works = curl_multi_poll(connection->multi, NULL, 0, POLLING_MILLISECONDS, NULL) == CURLM_OK;
      is_stopped = running && request->is_stopped(request->context);
    }
    int left = 0;
    CURLMsg *message = is_stopped ? NULL : curl_multi_info_read(connection->multi, &left);
    if (is_stopped) result = web_stopped;
    if (message && message->msg == CURLMSG_DONE) {
      curl_off_t began = 0;
      information(connection->easy, CURLINFO_PRETRANSFER_TIME_T, &began);
      result = outcome(message->data.result, began > 0, exchange.count);
      curl_socket_t socket = CURL_SOCKET_BAD;
      information(connection->easy, CURLINFO_ACTIVESOCKET, &socket);
      *is_spent = socket == CURL_SOCKET_BAD || (!is_secure(request) && has_more(socket));
    }
    curl_multi_remove_handle(connection->multi, connection->easy);
  }
  if (connection->headers) curl_slist_free_all(connection->headers);
  connection->headers = NULL;
  return result;
}

static const char *const crypto_files[] = {"libcrypto.so.3", NULL};
static lazy_library libcrypto = {"libcrypto", crypto_files, NULL, NULL};

LAZY_FUNCTION(libcrypto, unsigned char *, SHA256,
              (const unsigned char *bytes, size_t size, unsigned char *digest),
              (bytes, size, digest))

void sha256_digest(const uint8_t *bytes, size_t size, uint8_t digest[sha256_size]) {
  SHA256(bytes, size, digest);
}
