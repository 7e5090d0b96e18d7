#pragma once

#include "base/bytes.h"

#include <memory>
#include <string>

namespace ikrar::crypto {

/// What the sessions of one end of TLS (1.2 and later) share. Usable from several threads.
class TlsContext
{
public:
    struct State;

    /// From PEM files: a certificate with its chain, and its key without a passphrase. Errors:
    /// Invalid, the file named.
    [[nodiscard]] static Result<TlsContext> forServer(
        const std::string& certificate, const std::string& key);
    /// Believes the system's authorities, or those of the PEM file `authorities` where given.
    /// Errors: Invalid, the file named.
    [[nodiscard]] static Result<TlsContext> forClient(const std::string& authorities);

    TlsContext(TlsContext&&) noexcept;
    TlsContext& operator=(TlsContext&&) noexcept;
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;
    ~TlsContext();

    [[nodiscard]] const State& state() const { return *m_state; }

private:
    explicit TlsContext(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// One end of a TLS connection, as bytes in and bytes out: whoever owns the socket carries what
/// `toSend` gives and hands what came to `received`, so that deadlines stay with the socket. One
/// thread at a time.
class TlsSession
{
public:
    /// The server's end.
    explicit TlsSession(const TlsContext& context);
    /// The client's end; `host`, a name or an address, must be one that the certificate names.
    TlsSession(const TlsContext& context, const std::string& host);
    TlsSession(TlsSession&&) noexcept;
    TlsSession& operator=(TlsSession&&) noexcept;
    TlsSession(const TlsSession&) = delete;
    TlsSession& operator=(const TlsSession&) = delete;
    ~TlsSession();

    /// Bytes from the other end's socket.
    void received(BytesView wire);
    /// Bytes for the other end's socket, each given once; to be asked after every other call.
    [[nodiscard]] Bytes toSend();

    /// Whether the connection stands; false: more must be received. Errors: Io, with the reason (a
    /// certificate that is not believed, no TLS at all).
    [[nodiscard]] Result<bool> handshake();
    /// Decrypted bytes into `into`; 0 while more must be received. Errors: Io, also when the other
    /// end has closed the session: `ended` tells.
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> into);
    /// Whether the other end said that it will send no more.
    [[nodiscard]] bool ended() const;
    /// Encrypts all of `plain`. Errors: Io.
    [[nodiscard]] Result<void> write(BytesView plain);
    /// Says that nothing more will be sent.
    void close();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ikrar::crypto
