#pragma once

#include "base/result.h"
#include "crypto/tls.h"

#include <httplib.h>

#include <chrono>
#include <optional>

namespace ikrar::audit {

/// The most that a request's or an answer's head may have, in all and in one line.
constexpr std::size_t maxHttpHead = std::size_t{16} * 1024;
constexpr std::size_t maxHttpLine = std::size_t{4} * 1024;

/// A connected socket under cpp-httplib's reader and writer of HTTP, with TLS where there is a
/// session, owned. cpp-httplib itself bounds neither the time of a whole message nor the size of
/// its head; here every wait ends at the deadline, and what is read at the allowance. One thread at
/// a time.
class HttpConnection final : public httplib::Stream
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Takes over `socket`, which must not block.
    HttpConnection(int socket, std::optional<crypto::TlsSession> tls);
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;
    HttpConnection(HttpConnection&&) = delete;
    HttpConnection& operator=(HttpConnection&&) = delete;
    ~HttpConnection() override;

    /// TLS, where there is any. Errors: Io.
    [[nodiscard]] Result<void> handshake(Time deadline);
    /// What follows is the head of a message; it and its body end by `deadline`. A line that
    /// cpp-httplib would skip or that two readers could take for different ones is an error.
    void expectHead(Time deadline);
    /// What follows is a body of at most `size` bytes.
    void expectBody(std::size_t size);
    /// Whether something can be read before `deadline`; the other end's leaving counts.
    [[nodiscard]] bool waitForMore(Time deadline);
    /// Whether an idle connection still stands and is silent, as between two requests.
    [[nodiscard]] bool idle();
    [[nodiscard]] bool pastDeadline() const;
    /// Whether anything came since expectHead.
    [[nodiscard]] bool heard() const { return m_heard; }
    /// Ends an answer that leaves part of its request unread so that it still arrives: a close
    /// with bytes unread would reset the connection under it.
    void linger(Time deadline);

    // httplib::Stream. read: 0 at the end, -1 on an error, at the deadline and past the allowance.
    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return true; }
    ssize_t read(char* to, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    /// 0: asked for only to refuse what select(2) cannot take, and here poll(2) waits.
    [[nodiscard]] socket_t socket() const override { return 0; }

private:
    [[nodiscard]] bool wait(short events);
    [[nodiscard]] ssize_t receive(std::uint8_t* to, std::size_t size);
    [[nodiscard]] bool fill();
    [[nodiscard]] ssize_t decrypt();
    [[nodiscard]] bool sendAll(BytesView bytes);
    [[nodiscard]] bool account(const char* bytes, std::size_t size);
    [[nodiscard]] bool takeOfHead(char c);

    int m_socket;
    std::optional<crypto::TlsSession> m_tls;
    Time m_deadline;
    Bytes m_buffer; ///< read from the socket, [m_next, end) not yet handed on
    std::size_t m_next = 0;
    bool m_end = false;
    bool m_heard = false;
    bool m_head = true;
    std::size_t m_allowed = maxHttpHead;
    std::string m_line; ///< of the head, as far as it was read
    bool m_first = true; ///< it is the request line or the status line
};

} // namespace ikrar::audit
