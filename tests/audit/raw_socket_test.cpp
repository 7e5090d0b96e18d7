#include "audit/raw_socket.h"

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace ikrar::audit::test {

namespace {

constexpr int aMinute = 60'000;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int newSocket()
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0)
        throw std::runtime_error("no socket");
    return made;
}

bool waitFor(int socket, int milliseconds)
{
    pollfd one{socket, POLLIN, 0};
    return ::poll(&one, 1, milliseconds) > 0;
}

} // namespace

RawSocket::RawSocket(std::uint16_t port) : m_socket(newSocket())
{
    const sockaddr_in address = loopback(port);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no connection");
}

RawSocket::RawSocket(RawSocket&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) { }

RawSocket::~RawSocket()
{
    close();
}

void RawSocket::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool RawSocket::send(const std::string& bytes) const
{
    return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL)
        == static_cast<ssize_t>(bytes.size());
}

std::string RawSocket::readAll() const
{
    return readTo({});
}

std::string RawSocket::readTo(const std::string& end) const
{
    std::string all;
    std::array<char, 4096> part{};
    while ((end.empty() || !all.ends_with(end)) && waitFor(m_socket, aMinute)) {
        const ssize_t got = ::recv(m_socket, part.data(), end.empty() ? part.size() : 1, 0);
        if (got <= 0)
            break;
        all.append(part.data(), static_cast<std::size_t>(got));
    }
    return all;
}

bool RawSocket::closesWithin(int milliseconds) const
{
    std::array<char, 4096> ignored{};
    while (waitFor(m_socket, milliseconds)) {
        if (::recv(m_socket, ignored.data(), ignored.size(), 0) <= 0)
            return true;
    }
    return false;
}

RawServer::RawServer() : m_socket(newSocket())
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), size) != 0
        || ::listen(m_socket, 16) != 0
        || ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no listening socket");
    m_port = ntohs(address.sin_port);
}

RawServer::~RawServer()
{
    ::close(m_socket);
}

RawSocket RawServer::accept() const
{
    if (!waitFor(m_socket, aMinute))
        throw std::runtime_error("nobody connected");
    return RawSocket(::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC), 0);
}

TEST_CASE("a stranger's socket carries what is sent, and hears the other end close", "[audit]")
{
    const RawServer server;
    const RawSocket stranger(server.port());
    {
        const RawSocket accepted = server.accept();
        stranger.send("hello\nmore");
        CHECK(accepted.readTo("\n") == "hello\n");
        CHECK_FALSE(stranger.closesWithin(0));
    }
    CHECK(stranger.closesWithin(1000));
}

} // namespace ikrar::audit::test
