#if __has_include(<microhttpd.h>)
#include <microhttpd.h>
#else
#error "libmicrohttpd is missing: 'apt-get install libmicrohttpd-dev' (Debian), 'dnf install libmicrohttpd-devel' (Fedora) or 'brew install libmicrohttpd' (macOS), or 'make setup' for all libraries"
#endif
#include <string.h>

/// Leaves the address of a request as it was sent.
static size_t cmicrohttpd_keep_escapes(void *closure, struct MHD_Connection *connection, char *text) {
  (void)closure;
  (void)connection;
  return strlen(text);
}

/// Calls `MHD_start_daemon`, whose number of arguments varies, which Swift cannot.
///
/// The daemon serves `listen_socket` on a thread of its own and closes it in the end. `closure` goes to each callback.
/// Of a connection it keeps at most `memory` bytes, so a longer head of a request is refused with 431 or 414; it ends one
/// that says nothing for `timeout` seconds.
static inline struct MHD_Daemon *cmicrohttpd_start(
    MHD_socket listen_socket, unsigned int connections, size_t memory, unsigned int timeout,
    MHD_AccessHandlerCallback answer, MHD_NotifyConnectionCallback connection_changed,
    MHD_RequestCompletedCallback request_completed, void *closure) {
  return MHD_start_daemon(
      MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, closure,
      MHD_OPTION_LISTEN_SOCKET, listen_socket,
      MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_CONNECTION_TIMEOUT, timeout,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_UNESCAPE_CALLBACK, cmicrohttpd_keep_escapes, NULL,
      MHD_OPTION_NOTIFY_CONNECTION, connection_changed, closure,
      MHD_OPTION_NOTIFY_COMPLETED, request_completed, closure,
      MHD_OPTION_END);
}

/// Calls `MHD_set_connection_option`, whose number of arguments varies: the connection may be silent for ever.
static inline enum MHD_Result cmicrohttpd_wait_for_ever(struct MHD_Connection *connection) {
  return MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, 0u);
}

/// Calls `MHD_get_connection_info`, which has a variable number of arguments: the socket of a connection.
static inline MHD_socket cmicrohttpd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? MHD_INVALID_SOCKET : info->connect_fd;
}

// Constants whose names in Swift depend on the version of the header.

/// Whether a connection has begun; otherwise it ends.
static inline int cmicrohttpd_is_start(enum MHD_ConnectionNotificationCode event) {
  return event == MHD_CONNECTION_NOTIFY_STARTED;
}

/// Calls `visit` with the name and the value of each header.
static inline void cmicrohttpd_visit_headers(
    struct MHD_Connection *connection, MHD_KeyValueIterator visit, void *closure) {
  MHD_get_connection_values(connection, MHD_HEADER_KIND, visit, closure);
}

/// Calls `visit` with the name and the value of each part of the query.
static inline void cmicrohttpd_visit_query(
    struct MHD_Connection *connection, MHD_KeyValueIterator visit, void *closure) {
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, visit, closure);
}

/// A response with a copy of some bytes.
static inline struct MHD_Response *cmicrohttpd_response(size_t count, const void *bytes) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}
