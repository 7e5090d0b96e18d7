#include "crypto/tls.h"

#include "crypto/openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <limits>

namespace ikrar::crypto {

namespace {

using ContextPtr = OpensslPtr<SSL_CTX, SSL_CTX_free>;
using SessionPtr = OpensslPtr<SSL, SSL_free>;

ContextPtr newContext(const SSL_METHOD* method)
{
    ContextPtr context(SSL_CTX_new(method));
    require(context != nullptr, "SSL_CTX_new");
    require(
        SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1, "the version of TLS");
    return context;
}

/// A key with a passphrase is refused, not asked about: nobody sits at a service's terminal.
int noPassphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*user*/)
{
    return 0;
}

int clamped(std::size_t size)
{
    return static_cast<int>(
        std::min<std::size_t>(size, static_cast<std::size_t>(std::numeric_limits<int>::max())));
}

} // namespace

struct TlsContext::State {
    ContextPtr context;
};

TlsContext::TlsContext(std::unique_ptr<State> state) : m_state(std::move(state)) { }
TlsContext::TlsContext(TlsContext&&) noexcept = default;
TlsContext& TlsContext::operator=(TlsContext&&) noexcept = default;
TlsContext::~TlsContext() = default;

Result<TlsContext> TlsContext::forServer(const std::string& certificate, const std::string& key)
{
    ContextPtr context = newContext(TLS_server_method());
    SSL_CTX_set_default_passwd_cb(context.get(), noPassphrase);
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context.get(), certificate.c_str()) != 1)
        return fail(Error::Kind::Invalid, certificate + ": no certificate in PEM: " + takeReason());
    if (SSL_CTX_use_PrivateKey_file(context.get(), key.c_str(), SSL_FILETYPE_PEM) != 1)
        return fail(Error::Kind::Invalid,
            key + ": not the certificate's key in PEM, without a passphrase: " + takeReason());
    return TlsContext(std::make_unique<State>(State{std::move(context)}));
}

Result<TlsContext> TlsContext::forClient(const std::string& authorities)
{
    ContextPtr context = newContext(TLS_client_method());
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    ERR_clear_error();
    if (authorities.empty())
        require(SSL_CTX_set_default_verify_paths(context.get()) == 1, "the system's authorities");
    else if (SSL_CTX_load_verify_file(context.get(), authorities.c_str()) != 1)
        return fail(
            Error::Kind::Invalid, authorities + ": no certificates in PEM: " + takeReason());
    return TlsContext(std::make_unique<State>(State{std::move(context)}));
}

struct TlsSession::State {
    SessionPtr session;
    BIO* in = nullptr; ///< the session's own
    BIO* out = nullptr; ///< the session's own

    explicit State(const TlsContext& context) : session(SSL_new(context.state().context.get()))
    {
        require(session != nullptr, "SSL_new");
        in = BIO_new(BIO_s_mem());
        out = BIO_new(BIO_s_mem());
        require(in != nullptr && out != nullptr, "BIO_new");
        // An empty buffer means that more will come, not that the connection is over.
        BIO_set_mem_eof_return(in, -1);
        BIO_set_mem_eof_return(out, -1);
        SSL_set_bio(session.get(), in, out);
    }

    /// Why the call that returned `code` stands still; no error while bytes are wanted.
    [[nodiscard]] Result<void> judge(int code) const
    {
        const int error = SSL_get_error(session.get(), code);
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
            return {};
        const long verified = SSL_get_verify_result(session.get());
        if (verified != X509_V_OK)
            return fail(Error::Kind::Io,
                std::string("The server's certificate is not believed: ")
                    + X509_verify_cert_error_string(verified));
        return fail(Error::Kind::Io, "TLS: " + takeReason());
    }
};

TlsSession::TlsSession(const TlsContext& context) : m_state(std::make_unique<State>(context))
{
    SSL_set_accept_state(m_state->session.get());
}

TlsSession::TlsSession(const TlsContext& context, const std::string& host)
    : m_state(std::make_unique<State>(context))
{
    SSL* const session = m_state->session.get();
    SSL_set_connect_state(session);
    X509_VERIFY_PARAM* const wanted = SSL_get0_param(session);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) == 1)
        return;
    X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    require(SSL_set1_host(session, host.c_str()) == 1, "the name of the server");
    // A macro with a cast of C's own in it.
    require(SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                const_cast<char*>(host.c_str())) // NOLINT(cppcoreguidelines-pro-type-const-cast)
            == 1,
        "the name of the server");
}

TlsSession::TlsSession(TlsSession&&) noexcept = default;
TlsSession& TlsSession::operator=(TlsSession&&) noexcept = default;
TlsSession::~TlsSession() = default;

void TlsSession::received(BytesView wire)
{
    if (!wire.empty())
        require(BIO_write(m_state->in, wire.data(), clamped(wire.size()))
                == static_cast<int>(wire.size()),
            "BIO_write");
}

Bytes TlsSession::toSend()
{
    Bytes wire(BIO_ctrl_pending(m_state->out));
    if (!wire.empty())
        require(BIO_read(m_state->out, wire.data(), clamped(wire.size()))
                == static_cast<int>(wire.size()),
            "BIO_read");
    return wire;
}

Result<bool> TlsSession::handshake()
{
    ERR_clear_error();
    const int code = SSL_do_handshake(m_state->session.get());
    if (code == 1)
        return true;
    return m_state->judge(code).map([] { return false; });
}

Result<std::size_t> TlsSession::read(std::span<std::uint8_t> into)
{
    ERR_clear_error();
    const int code = SSL_read(m_state->session.get(), into.data(), clamped(into.size()));
    if (code > 0)
        return static_cast<std::size_t>(code);
    return m_state->judge(code).map([] { return std::size_t{0}; });
}

bool TlsSession::ended() const
{
    return (SSL_get_shutdown(m_state->session.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

Result<void> TlsSession::write(BytesView plain)
{
    while (!plain.empty()) {
        ERR_clear_error();
        const int code = SSL_write(m_state->session.get(), plain.data(), clamped(plain.size()));
        if (code <= 0) {
            const auto why = m_state->judge(code);
            if (!why)
                return why;
            return fail(Error::Kind::Io, "TLS: renegotiation is not done here");
        }
        plain = plain.subspan(static_cast<std::size_t>(code));
    }
    return {};
}

void TlsSession::close()
{
    ERR_clear_error();
    static_cast<void>(SSL_shutdown(m_state->session.get()));
    ERR_clear_error();
}

} // namespace ikrar::crypto
