#include "audit/http_connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace ikrar::audit {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t readAtOnce = std::size_t{16} * 1024;
constexpr std::size_t maxLinger = std::size_t{256} * 1024;

/// RFC 9110 section 5.6.2: what a field's name consists of.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Whether a field's line reads in one way only. cpp-httplib skips what is none: a
/// `Content-Length :` that a proxy before it honours would make a body of what is a second request
/// here (RFC 9112 section 11.2).
bool isFieldLine(std::string_view line)
{
    if (!line.ends_with("\r\n"))
        return false;
    line.remove_suffix(2);
    const auto isControl
        = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::any_of(line.begin(), line.end(), isControl))
        return false;
    if (line.empty()) // the end of the head
        return true;
    const std::string_view name = line.substr(0, line.find(':'));
    return !name.empty() && name.size() < line.size()
        && std::all_of(name.begin(), name.end(), isTokenCharacter);
}

int millisecondsUntil(HttpConnection::Time deadline)
{
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

} // namespace

HttpConnection::HttpConnection(int socket, std::optional<crypto::TlsSession> tls)
    : m_socket(socket)
    , m_tls(std::move(tls))
    , m_deadline(steady_clock::now())
{
}

HttpConnection::~HttpConnection()
{
    ::close(m_socket);
}

Result<void> HttpConnection::handshake(Time deadline)
{
    if (!m_tls)
        return {};
    m_deadline = deadline;
    for (;;) {
        const auto done = m_tls->handshake();
        // What was learnt is said to the other end too, a refusal above all.
        const bool sent = sendAll(m_tls->toSend());
        if (!done)
            return tl::unexpected(done.error());
        if (*done && sent)
            return {};
        Bytes wire(readAtOnce);
        const ssize_t got = sent ? receive(wire.data(), wire.size()) : -1;
        if (got <= 0)
            return fail(Error::Kind::Io, "The other end left before TLS stood.");
        m_tls->received(BytesView(wire).first(static_cast<std::size_t>(got)));
    }
}

void HttpConnection::expectHead(Time deadline)
{
    m_deadline = deadline;
    m_head = true;
    m_heard = false;
    m_allowed = maxHttpHead;
    m_line.clear();
    m_first = true;
}

void HttpConnection::expectBody(std::size_t size)
{
    m_head = false;
    m_allowed = size;
}

bool HttpConnection::waitForMore(Time deadline)
{
    if (m_next < m_buffer.size())
        return true;
    m_deadline = deadline;
    return wait(POLLIN);
}

bool HttpConnection::idle()
{
    pollfd one{m_socket, POLLIN, 0};
    return m_next == m_buffer.size() && !m_end && ::poll(&one, 1, 0) == 0;
}

bool HttpConnection::pastDeadline() const
{
    return steady_clock::now() >= m_deadline;
}

void HttpConnection::linger(Time deadline)
{
    m_deadline = deadline;
    if (m_tls) {
        m_tls->close();
        if (!sendAll(m_tls->toSend()))
            return;
    }
    ::shutdown(m_socket, SHUT_WR);
    Bytes ignored(readAtOnce);
    for (std::size_t drained = 0; drained < maxLinger;) {
        const ssize_t got = receive(ignored.data(), ignored.size());
        if (got <= 0)
            return;
        drained += static_cast<std::size_t>(got);
    }
}

ssize_t HttpConnection::read(char* to, std::size_t size)
{
    if (m_next == m_buffer.size() && !fill())
        return m_end ? 0 : -1;
    const std::size_t part = std::min(size, m_buffer.size() - m_next);
    std::copy_n(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_next), part, to);
    m_next += part;
    m_heard = true;
    return account(to, part) ? static_cast<ssize_t>(part) : -1;
}

bool HttpConnection::account(const char* bytes, std::size_t size)
{
    if (size > m_allowed)
        return false;
    m_allowed -= size;
    if (!m_head)
        return true;
    const std::string_view part(bytes, size);
    return std::all_of(part.begin(), part.end(), [this](char c) { return takeOfHead(c); });
}

bool HttpConnection::takeOfHead(char c)
{
    m_line += c;
    if (c != '\n')
        return m_line.size() <= maxHttpLine;
    // The first line is cpp-httplib's to judge; another follows a head of status 100.
    const bool sound = m_first || isFieldLine(m_line);
    m_first = !m_first && m_line == "\r\n";
    m_line.clear();
    return sound;
}

/// The next bytes into the buffer. False at the end, at the deadline and on an error.
bool HttpConnection::fill()
{
    m_next = 0;
    m_buffer.resize(readAtOnce);
    const ssize_t got = m_tls ? decrypt() : receive(m_buffer.data(), m_buffer.size());
    // Under TLS an end that nobody announced may be a cut.
    m_end = m_tls ? m_tls->ended() : got == 0;
    m_buffer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return got > 0;
}

/// Decrypted bytes into the buffer: how many, or -1.
ssize_t HttpConnection::decrypt()
{
    Bytes wire(readAtOnce);
    for (;;) {
        const auto plain = m_tls->read(m_buffer);
        if (!sendAll(m_tls->toSend()) || !plain)
            return -1;
        if (*plain != 0)
            return static_cast<ssize_t>(*plain);
        const ssize_t got = receive(wire.data(), wire.size());
        if (got <= 0)
            return -1;
        m_tls->received(BytesView(wire).first(static_cast<std::size_t>(got)));
    }
}

ssize_t HttpConnection::write(const char* from, std::size_t size)
{
    BytesView plain = base::asBytes(std::string_view(from, size));
    if (!m_tls)
        return sendAll(plain) ? static_cast<ssize_t>(size) : -1;
    while (!plain.empty()) {
        // In parts, so that no whole body stands encrypted in memory.
        const BytesView part = plain.first(std::min(plain.size(), readAtOnce));
        if (!m_tls->write(part) || !sendAll(m_tls->toSend()))
            return -1;
        plain = plain.subspan(part.size());
    }
    return static_cast<ssize_t>(size);
}

bool HttpConnection::sendAll(BytesView bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        else if (errno == EAGAIN) {
            if (!wait(POLLOUT))
                return false;
        } else if (errno != EINTR)
            return false;
        if (pastDeadline())
            return bytes.empty();
    }
    return true;
}

/// recv(2) by the deadline: 0 at the end, -1 on an error and at the deadline.
ssize_t HttpConnection::receive(std::uint8_t* to, std::size_t size)
{
    while (!pastDeadline()) {
        const ssize_t got = ::recv(m_socket, to, size, 0);
        if (got >= 0)
            return got;
        if (errno == EAGAIN) {
            if (!wait(POLLIN))
                return -1;
        } else if (errno != EINTR)
            return -1;
    }
    return -1;
}

bool HttpConnection::wait(short events)
{
    while (!pastDeadline()) {
        pollfd one{m_socket, events, 0};
        const int ready = ::poll(&one, 1, millisecondsUntil(m_deadline));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

// Nobody here looks at addresses, and none may come into a log line.
void HttpConnection::get_remote_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

void HttpConnection::get_local_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

} // namespace ikrar::audit
