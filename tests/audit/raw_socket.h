#pragma once

#include <cstdint>
#include <string>

namespace ikrar::audit::test {

/// A socket as a stranger holds it: whatever bytes, at whatever pace. Every wait is for an event,
/// and ends after a minute at the latest so that a test that hangs fails instead.
class RawSocket
{
public:
    /// Connected to a port of this machine.
    explicit RawSocket(std::uint16_t port);
    RawSocket(RawSocket&& other) noexcept;
    RawSocket& operator=(RawSocket&&) = delete;
    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;
    ~RawSocket();

    /// False once the other end has gone.
    // Most callers look at the answer alone: the other end may answer, and go, before all was sent.
    // NOLINTNEXTLINE(modernize-use-nodiscard)
    bool send(const std::string& bytes) const;
    /// Until the other end closes.
    [[nodiscard]] std::string readAll() const;
    /// Until `end` was read, or the other end closes.
    [[nodiscard]] std::string readTo(const std::string& end) const;
    /// Whether the other end closes within `milliseconds`; what comes instead is thrown away.
    [[nodiscard]] bool closesWithin(int milliseconds) const;
    void close();

private:
    friend class RawServer;
    explicit RawSocket(int socket, int /*accepted*/) : m_socket(socket) { }
    int m_socket = -1;
};

/// A listening socket whose every connection the test answers by hand.
class RawServer
{
public:
    RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;
    RawServer(RawServer&&) = delete;
    RawServer& operator=(RawServer&&) = delete;
    ~RawServer();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] RawSocket accept() const;

private:
    int m_socket = -1;
    std::uint16_t m_port = 0;
};

} // namespace ikrar::audit::test
