#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ikrar::audit {

/// `http(s)://host[:port][/path]`, nothing else: no user, query or fragment.
struct HttpUrl {
    bool secure = false;
    std::string host; ///< name, IPv4, or IPv6 without brackets
    std::uint16_t port = 0;
    std::string path; ///< without a `/` at its end; empty for the root

    [[nodiscard]] std::string text() const;
};
[[nodiscard]] bool isHttpUrl(std::string_view text);
/// Errors: Malformed.
[[nodiscard]] Result<HttpUrl> parseHttpUrl(std::string_view text);

struct HttpAnswer {
    int status = 200;
    std::string contentType;
    Bytes body;
    std::vector<std::pair<std::string, std::string>> headers; ///< besides the type and the length
};

/// Requests to one server, through cpp-httplib. Follows no redirect, since what a log's address
/// stands for must not change under an audit, and asks for no compression. Certificates are checked
/// against the system's authorities, or `authorities` where given. Safe to call from several
/// threads, each over a connection of its own; connections are kept open.
class HttpClient
{
public:
    struct Options {
        std::chrono::milliseconds connect{5'000};
        std::chrono::milliseconds whole{30'000}; ///< of one request, however slowly it answers
        std::string authorities; ///< a PEM file; empty: the system's
    };
    HttpClient(HttpUrl base, Options options);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    HttpClient(HttpClient&&) = delete;
    HttpClient& operator=(HttpClient&&) = delete;

    /// Whatever status came, as it came. Paths stand below the base's. Errors: Io where no whole
    /// answer came, TooLarge over `max` bytes of body, Invalid for `authorities` that are none.
    [[nodiscard]] Result<HttpAnswer> get(const std::string& path, std::size_t max) const;
    [[nodiscard]] Result<HttpAnswer> post(const std::string& path, BytesView body,
        const std::string& contentType, std::size_t max) const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

struct HttpRequest {
    std::string method; ///< GET, HEAD or POST; others are answered 405 before this
    /// Decoded once, begins with `/`. One with a query, a control character, a backslash, an
    /// encoded separator, or an empty, `.` or `..` segment is answered 400 before this.
    std::string path;
    Bytes body; ///< of a POST, which must state its length
};

/// A small server: one handler, bounds on everything a stranger can send, and a deadline on a whole
/// request, so that slow clients cannot hold it. A connection is kept for further requests while
/// fewer than half of the connections are taken; a refused request is the last of its connection.
class HttpServer
{
public:
    using Handler = std::function<HttpAnswer(const HttpRequest&)>; ///< called from several threads
    struct Options {
        std::string host; ///< name or address to listen on
        std::uint16_t port = 0; ///< 0: any that is free
        std::string certificate; ///< PEM files; both empty: plain http
        std::string key;
        std::size_t maxBody = 64 * 1024; ///< over it: 413
        std::size_t maxConnections = 256; ///< over it: closed at once
        std::chrono::milliseconds whole{
            10'000}; ///< for a whole request to arrive and its answer to be taken
    };
    /// Bound and listening when it returns. Errors: Invalid for a bad certificate or key, Io where
    /// the address cannot be had.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> open(Options options, Handler handler);
    ~HttpServer(); ///< stops
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    HttpServer(HttpServer&&) = delete;
    HttpServer& operator=(HttpServer&&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    void run(); ///< until stop() is called, from any thread
    void stop();

private:
    struct Private;
    explicit HttpServer(std::unique_ptr<Private> state);
    std::unique_ptr<Private> m_private;
};

} // namespace ikrar::audit
