#include "audit/http.h"
#include "audit/http_connection.h"

#include <netinet/tcp.h>
#include <poll.h>

#include <algorithm>
#include <mutex>

namespace ikrar::audit {

namespace {

using std::chrono::steady_clock;
using Time = HttpConnection::Time;

/// What chunks may add to a body, generously: one byte a chunk.
constexpr std::size_t chunkOverhead = 8;

/// cpp-httplib's writer of requests and reader of answers, over a stream of our own.
class Protocol final : public httplib::ClientImpl
{
public:
    explicit Protocol(const HttpUrl& url) : ClientImpl(url.host, url.port)
    {
        set_decompress(false); // none is asked for, and a small answer could grow without bound
    }

    bool exchange(HttpConnection& connection, httplib::Request& request, httplib::Response& answer)
    {
        httplib::Error ignored{};
        return process_request(connection, request, answer, false, ignored);
    }
};

/// connect(2), over by `deadline`. The socket, or the errno of the failure, negative.
int connectTo(const addrinfo& address, Time deadline)
{
    const int socket = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return -errno;
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    int error = ::connect(socket, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
    if (error == EINPROGRESS) {
        pollfd one{socket, POLLOUT, 0};
        const auto left
            = std::chrono::ceil<std::chrono::milliseconds>(deadline - steady_clock::now()).count();
        error = ETIMEDOUT;
        socklen_t size = sizeof error;
        if (::poll(&one, 1, static_cast<int>(std::max<std::int64_t>(left, 0))) > 0)
            ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    }
    if (error == 0)
        return socket;
    ::close(socket);
    return -error;
}

Result<int> connectTo(const HttpUrl& url, Time deadline)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int code
        = ::getaddrinfo(url.host.c_str(), std::to_string(url.port).c_str(), &hints, &found);
        code != 0)
        return fail(Error::Kind::Io,
            url.host + " has no address that is known here: " + gai_strerror(code));
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, ::freeaddrinfo);
    int last = -EADDRNOTAVAIL;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        last = connectTo(*one, deadline);
        if (last >= 0)
            return last;
    }
    auto error = base::failErrno(-last, url.text() + " cannot be reached");
    error.value().kind = Error::Kind::Io;
    return error;
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [lower](char x, char y) { return lower(x) == lower(y); });
}

/// Whether another request may follow on the connection: the answer's end was told by its length.
bool staysOpen(const httplib::Response& answer)
{
    return answer.version == "HTTP/1.1"
        && !equalIgnoringCase(answer.get_header_value("Connection"), "close")
        && (answer.has_header("Content-Length") || answer.has_header("Transfer-Encoding"));
}

httplib::Request requestFor(const HttpUrl& base, const std::string& method, const std::string& path)
{
    httplib::Request request;
    request.method = method;
    request.path = base.path + (path.starts_with('/') ? path : '/' + path);
    HttpUrl host = base;
    host.path.clear();
    const std::string authority = host.text();
    request.set_header("Host", authority.substr(authority.find("//") + 2));
    request.set_header("User-Agent", "ikrar");
    return request;
}

} // namespace

struct HttpClient::Private {
    /// One connection with the protocol upon it.
    struct Wire {
        Protocol protocol;
        HttpConnection connection;
        bool reusable = false;

        Wire(const HttpUrl& url, int socket, std::optional<crypto::TlsSession> tls)
            : protocol(url)
            , connection(socket, std::move(tls))
        {
        }
    };

    HttpUrl base;
    Options options;
    std::mutex mutex; ///< over what follows
    std::optional<crypto::TlsContext> tls;
    std::vector<std::unique_ptr<Wire>> idle;

    [[nodiscard]] Result<std::unique_ptr<Wire>> connect(Time deadline);
    [[nodiscard]] std::unique_ptr<Wire> takeIdle();
    void keep(std::unique_ptr<Wire> wire);
    [[nodiscard]] Result<HttpAnswer> send(const httplib::Request& request, std::size_t max);
    [[nodiscard]] Result<HttpAnswer> exchange(
        Wire& wire, httplib::Request request, std::size_t max, Time deadline);
    [[nodiscard]] Result<std::optional<crypto::TlsSession>> newSession();
    [[nodiscard]] tl::unexpected<Error> overSize(const std::string& path, std::size_t max) const;
    [[nodiscard]] tl::unexpected<Error> noAnswer(
        const HttpConnection& connection, const std::string& path) const;
};

HttpClient::HttpClient(HttpUrl base, Options options) : m_private(std::make_unique<Private>())
{
    m_private->base = std::move(base);
    m_private->options = std::move(options);
}

HttpClient::~HttpClient() = default;

Result<HttpAnswer> HttpClient::get(const std::string& path, std::size_t max) const
{
    return m_private->send(requestFor(m_private->base, "GET", path), max);
}

Result<HttpAnswer> HttpClient::post(
    const std::string& path, BytesView body, const std::string& contentType, std::size_t max) const
{
    httplib::Request request = requestFor(m_private->base, "POST", path);
    request.body = base::asText(body);
    request.set_header("Content-Type", contentType);
    return m_private->send(request, max);
}

Result<std::optional<crypto::TlsSession>> HttpClient::Private::newSession()
{
    if (!base.secure)
        return std::optional<crypto::TlsSession>{};
    const std::scoped_lock lock(mutex);
    if (!tls) {
        auto made = crypto::TlsContext::forClient(options.authorities);
        if (!made)
            return tl::unexpected(made.error());
        tls = std::move(*made);
    }
    return std::optional<crypto::TlsSession>(crypto::TlsSession(*tls, base.host));
}

Result<std::unique_ptr<HttpClient::Private::Wire>> HttpClient::Private::connect(Time deadline)
{
    auto session = newSession();
    if (!session)
        return tl::unexpected(session.error());
    const Time soon = std::min(deadline, steady_clock::now() + options.connect);
    const auto socket = connectTo(base, soon);
    if (!socket)
        return tl::unexpected(socket.error());
    auto wire = std::make_unique<Wire>(base, *socket, std::move(*session));
    if (const auto done = wire->connection.handshake(soon); !done)
        return fail(Error::Kind::Io, base.text() + ": " + done.error().what);
    return wire;
}

std::unique_ptr<HttpClient::Private::Wire> HttpClient::Private::takeIdle()
{
    const std::scoped_lock lock(mutex);
    while (!idle.empty()) {
        std::unique_ptr<Wire> wire = std::move(idle.back());
        idle.pop_back();
        if (wire->connection.idle())
            return wire;
    }
    return nullptr;
}

void HttpClient::Private::keep(std::unique_ptr<Wire> wire)
{
    if (!wire->reusable)
        return;
    const std::scoped_lock lock(mutex);
    idle.push_back(std::move(wire));
}

tl::unexpected<Error> HttpClient::Private::overSize(const std::string& path, std::size_t max) const
{
    return fail(Error::Kind::TooLarge,
        base.text() + " answered " + path + " with more than " + std::to_string(max) + " bytes");
}

tl::unexpected<Error> HttpClient::Private::noAnswer(
    const HttpConnection& connection, const std::string& path) const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(options.whole).count();
    return fail(Error::Kind::Io,
        base.text()
            + (connection.pastDeadline()
                    ? " did not answer within " + std::to_string(seconds) + " s: "
                    : std::string(" closed the connection before a whole answer came: "))
            + path);
}

Result<HttpAnswer> HttpClient::Private::send(const httplib::Request& request, std::size_t max)
try {
    const Time deadline = steady_clock::now() + options.whole;
    if (auto kept = takeIdle()) {
        auto answer = exchange(*kept, request, max, deadline);
        // A server may close a kept connection just as it is used; a GET may then be asked again
        // (RFC 9110 section 9.2.2).
        const bool unasked = !answer && !kept->connection.heard() && request.method == "GET"
            && !kept->connection.pastDeadline();
        if (!unasked) {
            keep(std::move(kept));
            return answer;
        }
    }
    auto fresh = connect(deadline);
    if (!fresh)
        return tl::unexpected(fresh.error());
    auto answer = exchange(**fresh, request, max, deadline);
    keep(std::move(*fresh));
    return answer;
} catch (const std::exception& error) {
    return fail(Error::Kind::Io, base.text() + ": " + error.what());
}

Result<HttpAnswer> HttpClient::Private::exchange(
    Wire& wire, httplib::Request request, std::size_t max, Time deadline)
{
    HttpAnswer answer;
    bool tooLarge = false;
    request.response_handler = [&](const httplib::Response& head) {
        tooLarge = head.get_header_value<std::uint64_t>("Content-Length") > max;
        wire.connection.expectBody(chunkOverhead * max + maxHttpHead);
        return !tooLarge;
    };
    request.content_receiver = [&](const char* data, std::size_t size, auto /*at*/, auto /*of*/) {
        tooLarge = size > max - answer.body.size();
        if (!tooLarge)
            base::append(answer.body, base::asBytes(std::string_view(data, size)));
        return !tooLarge;
    };
    wire.connection.expectHead(deadline);
    wire.reusable = false;
    httplib::Response response;
    if (!wire.protocol.exchange(wire.connection, request, response))
        return tooLarge ? overSize(request.path, max) : noAnswer(wire.connection, request.path);
    wire.reusable = staysOpen(response);
    answer.status = response.status;
    for (auto& [name, value] : response.headers) {
        if (equalIgnoringCase(name, "Content-Type"))
            answer.contentType = value;
        else if (!equalIgnoringCase(name, "Content-Length"))
            answer.headers.emplace_back(name, value);
    }
    return answer;
}

} // namespace ikrar::audit
