#include "audit/http.h"
#include "audit/http_connection.h"

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace ikrar::audit {

namespace {

using std::chrono::steady_clock;
using Time = HttpConnection::Time;

constexpr std::chrono::seconds idleTime{5}; ///< between two requests of one connection
constexpr std::chrono::milliseconds lingerTime{500};
constexpr std::chrono::seconds lastAnswers{1}; ///< what stop() leaves to those being given
constexpr std::size_t maxTarget = 2000;
constexpr int waiting = 512; ///< connections not yet accepted
constexpr unsigned maxRequests = 1000; ///< of one connection

/// One request on its way through cpp-httplib's callbacks, which know of nothing but it.
struct Exchange {
    HttpConnection* connection = nullptr;
    int refusal = 0; ///< the status; 0: none
    bool whole = false; ///< the request was read to its end, so that another may follow
};
thread_local Exchange* current
    = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

std::string_view sentenceFor(int status)
{
    switch (status) {
    case 405:
        return "GET, HEAD and POST only\n";
    case 411:
        return "A body needs its length\n";
    case 413:
        return "Body too large\n";
    case 414:
        return "Address too long\n";
    case 415:
        return "Body in a form that is not read here\n";
    case 500:
        return "The server failed\n";
    default:
        return "Bad request\n";
    }
}

/// Whether a decoded path names one thing in one way: absolute, no empty, `.` or `..` segment, no
/// control character, no backslash.
bool isPlainPath(std::string_view path)
{
    if (!path.starts_with('/'))
        return false;
    const auto odd
        = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; };
    if (std::any_of(path.begin(), path.end(), odd))
        return false;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        const bool last = path.empty();
        if (segment == "." || segment == ".." || (segment.empty() && !last))
            return false;
    }
    return true;
}

/// A separator in disguise would be a second spelling of a path.
bool hasEncodedSeparator(const std::string& target)
{
    for (std::size_t at = target.find('%'); at != std::string::npos;
         at = target.find('%', at + 1)) {
        const std::string_view code = std::string_view(target).substr(at + 1, 2);
        if (code == "2f" || code == "2F" || code == "5c" || code == "5C" || code.starts_with('u'))
            return true;
    }
    return false;
}

int judgeTarget(const httplib::Request& request)
{
    if (request.target.size() > maxTarget)
        return 414;
    if (request.target.find('?') != std::string::npos || hasEncodedSeparator(request.target)
        || !isPlainPath(request.path))
        return 400;
    return 0;
}

/// The status to refuse a body with, 0 where it may come; its length into `length`.
int judgeBody(const httplib::Request& request, std::size_t maxBody, std::size_t& length)
{
    const std::size_t stated = request.get_header_value_count("Content-Length");
    if (stated > 1)
        return 400;
    if (stated == 1) {
        const auto parsed = base::parseDecimal(request.get_header_value("Content-Length"));
        if (!parsed)
            return 400;
        length = *parsed;
    }
    if (request.has_header("Transfer-Encoding"))
        return 411;
    if (request.method != "POST")
        return length == 0 ? 0 : 400;
    if (stated == 0)
        return 411;
    if (length > maxBody)
        return 413;
    if (request.has_header("Content-Encoding") || request.is_multipart_form_data())
        return 415;
    return 0;
}

int judge(const httplib::Request& request, std::size_t maxBody, std::size_t& length)
{
    if (request.method != "GET" && request.method != "HEAD" && request.method != "POST")
        return 405;
    const int target = judgeTarget(request);
    return target != 0 ? target : judgeBody(request, maxBody, length);
}

void refuse(int status, httplib::Response& response)
{
    response.status = status;
    if (status == 405)
        response.set_header("Allow", "GET, HEAD, POST");
    const std::string_view sentence = sentenceFor(status);
    response.set_content(sentence.data(), sentence.size(), "text/plain; charset=utf-8");
}

/// cpp-httplib's reader of requests and writer of answers, over a stream of our own. Everything of
/// its own that a stranger could lean on is off: ranges, compression, forms, files.
class Protocol final : public httplib::Server
{
public:
    Protocol(HttpServer::Handler handler, std::size_t maxBody);

    /// One request; false when the connection has no more.
    [[nodiscard]] bool serve(HttpConnection& connection, bool last);

private:
    void prepare(httplib::Request& request) const;
    void answer(const httplib::Request& request, Bytes body, httplib::Response& response) const;
    void readAndAnswer(const httplib::Request& request, httplib::Response& response,
        const httplib::ContentReader& read) const;

    HttpServer::Handler m_handler;
    std::size_t m_maxBody;
};

Protocol::Protocol(HttpServer::Handler handler, std::size_t maxBody)
    : m_handler(std::move(handler))
    , m_maxBody(maxBody)
{
    set_keep_alive_max_count(maxRequests);
    set_keep_alive_timeout(idleTime.count());
    set_default_headers({{"Accept-Ranges", "none"}});
    set_expect_100_continue_handler([](const auto& /*request*/, httplib::Response& response) {
        if (current->refusal == 0)
            return 100;
        refuse(current->refusal, response);
        return current->refusal;
    });
    set_exception_handler([](const auto& /*request*/, httplib::Response& response,
                              const std::exception_ptr& /*what*/) {
        current->whole = false;
        refuse(500, response);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        if (current->refusal == 0 && request.method == "POST")
            return HandlerResponse::Unhandled;
        if (current->refusal != 0)
            refuse(current->refusal, response);
        else
            answer(request, {}, response);
        return HandlerResponse::Handled;
    });
    Post(".*",
        [this](const httplib::Request& request, httplib::Response& response,
            const httplib::ContentReader& read) { readAndAnswer(request, response, read); });
}

bool Protocol::serve(HttpConnection& connection, bool last)
{
    Exchange exchange{&connection};
    current = &exchange;
    bool closed = false;
    const bool answered = process_request(
        connection, last, closed, [this](httplib::Request& request) { prepare(request); });
    current = nullptr;
    return answered && !closed && !last && exchange.whole;
}

void Protocol::prepare(httplib::Request& request) const
{
    std::size_t length = 0;
    current->refusal = judge(request, m_maxBody, length);
    request.ranges.clear();
    request.headers.erase("Accept-Encoding");
    if (current->refusal == 0) {
        current->connection->expectBody(length);
        return;
    }
    // Its body, if any, stays unread.
    request.headers.erase("Connection");
    request.headers.emplace("Connection", "close");
}

void Protocol::readAndAnswer(const httplib::Request& request, httplib::Response& response,
    const httplib::ContentReader& read) const
{
    Bytes body;
    const bool whole = read([&](const char* data, std::size_t size) {
        base::append(body, base::asBytes(std::string_view(data, size)));
        return body.size() <= m_maxBody;
    });
    if (whole)
        answer(request, std::move(body), response);
    else
        refuse(400, response);
}

void Protocol::answer(
    const httplib::Request& request, Bytes body, httplib::Response& response) const
{
    current->whole = true;
    const HttpAnswer given = m_handler({request.method, request.path, std::move(body)});
    response.status = given.status;
    const std::string_view text = base::asText(given.body);
    response.set_content(text.data(), text.size(), given.contentType);
    for (const auto& [name, value] : given.headers)
        response.set_header(name, value);
}

/// A listening socket of the first address of `host` that can be had.
Result<int> listenOn(const std::string& host, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* found = nullptr;
    const std::string service = std::to_string(port);
    if (const int code = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &found); code != 0)
        return fail(
            Error::Kind::Io, host + " is no address of this machine: " + gai_strerror(code));
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, ::freeaddrinfo);
    int error = EADDRNOTAVAIL;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        const int listener
            = ::socket(one->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        const int yes = 1;
        if (listener >= 0 && ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0
            && ::bind(listener, one->ai_addr, one->ai_addrlen) == 0
            && ::listen(listener, waiting) == 0)
            return listener;
        error = errno;
        if (listener >= 0)
            ::close(listener);
    }
    auto failed = base::failErrno(error, "cannot listen on " + host + " port " + service);
    failed.value().kind = Error::Kind::Io;
    return failed;
}

std::uint16_t portOf(int socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return 0;
    // The port stands at one place in both families.
    return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

} // namespace

struct HttpServer::Private {
    Options options;
    std::optional<crypto::TlsContext> tls;
    Protocol protocol;
    int listener = -1;
    int wake = -1; ///< an eventfd that stop() writes to
    std::atomic<bool> stopping = false;

    std::mutex mutex; ///< over what follows
    std::condition_variable left;
    std::set<int> open; ///< sockets of connections
    std::map<std::uint64_t, std::jthread> threads; ///< one a connection
    std::vector<std::uint64_t> finished; ///< of `threads`, to be joined
    std::uint64_t next = 0;

    Private(Options how, Handler handler)
        : options(std::move(how))
        , protocol(std::move(handler), options.maxBody)
    {
    }
    ~Private()
    {
        for (const int one : {listener, wake})
            if (one >= 0)
                ::close(one);
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;
    Private(Private&&) = delete;
    Private& operator=(Private&&) = delete;

    [[nodiscard]] bool waitForConnection() const;
    void acceptOne();
    void begin(int socket);
    void attend(HttpConnection& connection);
    void leave(int socket, std::uint64_t id, std::unique_ptr<HttpConnection> connection);
    void converse(HttpConnection& connection);
    void joinFinished();
    void endAll();
    [[nodiscard]] bool crowded();
};

Result<std::unique_ptr<HttpServer>> HttpServer::open(Options options, Handler handler)
{
    auto state = std::make_unique<Private>(std::move(options), std::move(handler));
    if (!state->options.certificate.empty() || !state->options.key.empty()) {
        auto tls = crypto::TlsContext::forServer(state->options.certificate, state->options.key);
        if (!tls)
            return tl::unexpected(tls.error());
        state->tls = std::move(*tls);
    }
    const auto listener = listenOn(state->options.host, state->options.port);
    if (!listener)
        return tl::unexpected(listener.error());
    state->listener = *listener;
    state->wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (state->wake < 0)
        return base::failErrno(errno, "eventfd");
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

HttpServer::HttpServer(std::unique_ptr<Private> state) : m_private(std::move(state)) { }

HttpServer::~HttpServer()
{
    stop();
}

std::uint16_t HttpServer::port() const
{
    return portOf(m_private->listener);
}

void HttpServer::run()
{
    while (!m_private->stopping) {
        if (m_private->waitForConnection())
            m_private->acceptOne();
        m_private->joinFinished();
    }
    m_private->endAll();
}

void HttpServer::stop()
{
    m_private->stopping = true;
    const std::uint64_t one = 1;
    // Can only fail when it was written before.
    [[maybe_unused]] const ssize_t written = ::write(m_private->wake, &one, sizeof one);
}

bool HttpServer::Private::waitForConnection() const
{
    std::array<pollfd, 2> both{pollfd{listener, POLLIN, 0}, pollfd{wake, POLLIN, 0}};
    return ::poll(both.data(), both.size(), -1) > 0 && both[0].revents != 0;
}

void HttpServer::Private::acceptOne()
{
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) {
        // Without descriptors or memory the connection stays in the queue: wait for another to end.
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            std::unique_lock lock(mutex);
            left.wait_for(lock, std::chrono::milliseconds(100));
        }
        return;
    }
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    begin(socket);
}

void HttpServer::Private::begin(int socket)
{
    const std::scoped_lock lock(mutex);
    if (open.size() >= options.maxConnections) {
        ::close(socket);
        return;
    }
    const std::uint64_t id = next++;
    try {
        auto connection = std::make_unique<HttpConnection>(
            socket, tls ? std::optional<crypto::TlsSession>(*tls) : std::nullopt);
        open.insert(socket);
        threads[id] = std::jthread([this, socket, id, own = std::move(connection)]() mutable {
            attend(*own);
            leave(socket, id, std::move(own));
        });
    } catch (const std::exception&) { // no memory, or no thread to be had; the connection closes
        open.erase(socket);
        threads.erase(id);
    }
}

void HttpServer::Private::attend(HttpConnection& connection)
{
    try {
        converse(connection);
    } catch (const std::exception&) {
        return; // a machine without memory: this connection ends
    }
}

/// Out of the list while the number is still this connection's.
void HttpServer::Private::leave(
    int socket, std::uint64_t id, std::unique_ptr<HttpConnection> connection)
{
    const std::scoped_lock lock(mutex);
    open.erase(socket);
    connection.reset();
    finished.push_back(id);
    left.notify_all();
}

void HttpServer::Private::converse(HttpConnection& connection)
{
    if (!connection.handshake(steady_clock::now() + options.whole))
        return;
    for (unsigned count = 1; !stopping; ++count) {
        if (count > 1 && !connection.waitForMore(steady_clock::now() + idleTime))
            return;
        connection.expectHead(steady_clock::now() + options.whole);
        if (!protocol.serve(connection, count == maxRequests || crowded()))
            break;
    }
    connection.linger(steady_clock::now() + lingerTime);
}

/// Half of the connections taken: each then ends with its answer, so that others get their turn.
bool HttpServer::Private::crowded()
{
    const std::scoped_lock lock(mutex);
    return open.size() > options.maxConnections / 2;
}

void HttpServer::Private::joinFinished()
{
    std::vector<std::jthread> ended;
    const std::scoped_lock lock(mutex);
    for (const std::uint64_t id : finished)
        ended.push_back(std::move(threads.extract(id).mapped()));
    finished.clear();
}

/// Idle connections end at once, answers being given may still go out for a moment.
void HttpServer::Private::endAll()
{
    const auto shutAll = [this](int how) {
        for (const int socket : open)
            ::shutdown(socket, how);
    };
    const auto allLeft = [this] { return finished.size() == threads.size(); };
    std::unique_lock lock(mutex);
    shutAll(SHUT_RD);
    left.wait_for(lock, lastAnswers, allLeft);
    shutAll(SHUT_RDWR);
    left.wait(lock, allLeft);
    lock.unlock();
    joinFinished();
}

} // namespace ikrar::audit
