#include "ledger/server_address.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <map>

namespace ikrar::ledger {

namespace {

constexpr std::array schemes{"postgresql://", "postgres://"};

/// What a query may set; the rest of libpq's keywords are either secret or not ours to offer.
constexpr std::array<std::string_view, 12> known{"host", "port", "sslmode", "sslrootcert",
    "sslcert", "sslkey", "sslcrl", "passfile", "target_session_attrs", "application_name",
    "connect_timeout", "channel_binding"};

tl::unexpected<Error> invalid(const std::string& what)
{
    return fail(Error::Kind::Invalid,
        "The address of the database: " + what
            + " It looks like postgresql://user@host:5432/database.");
}

using Words = std::map<std::string, std::string>;

/// Cuts what stands before `mark` off `rest`; all of it where there is none.
std::string_view takeUntil(std::string_view& rest, char mark)
{
    const std::size_t at = rest.find(mark);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

std::string decoded(std::string_view text)
{
    const QByteArray raw(text.data(), static_cast<qsizetype>(text.size()));
    return QByteArray::fromPercentEncoding(raw).toStdString();
}

/// One of `host:port`; an IPv6 address stands in brackets. What is left of `one` is the port.
std::string_view takeHost(std::string_view& one)
{
    if (!one.starts_with('['))
        return takeUntil(one, ':');
    one.remove_prefix(1);
    const std::string_view host = takeUntil(one, ']');
    if (one.starts_with(':'))
        one.remove_prefix(1);
    return host;
}

/// `host:port,host:port`.
Result<void> readHosts(std::string_view list, Words& words)
{
    std::string hosts;
    std::string ports;
    bool anyPort = false;
    while (!list.empty()) {
        std::string_view port = takeUntil(list, ',');
        const std::string_view host = takeHost(port);
        const bool digits
            = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits)
            return invalid("'" + std::string(port) + "' is no port.");
        anyPort = anyPort || !port.empty();
        hosts += (hosts.empty() ? "" : ",") + decoded(host);
        ports += (ports.empty() ? "" : ",") + (port.empty() ? "5432" : std::string(port));
    }
    if (!hosts.empty())
        words["host"] = hosts;
    if (anyPort)
        words["port"] = ports;
    return {};
}

Result<void> readQuery(std::string_view query, Words& words)
{
    while (!query.empty()) {
        std::string_view value = takeUntil(query, '&');
        const std::string key(takeUntil(value, '='));
        if (std::find(known.begin(), known.end(), key) == known.end())
            return invalid("'" + key + "' cannot be set in it.");
        words[key] = decoded(value);
    }
    return {};
}

Result<std::string> written(const Words& words)
{
    std::string text;
    for (const auto& [key, value] : words) {
        // Qt takes the semicolon for what parts the words.
        const bool plain = std::none_of(
            value.begin(), value.end(), [](char c) { return c == ';' || c == '\0' || c == '\n'; });
        if (!plain)
            return invalid("A value in it has a semicolon or a line break.");
        text += (text.empty() ? "" : ";") + key + "='";
        for (const char c : value)
            text += (c == '\'' || c == '\\') ? std::string{'\\', c} : std::string{c};
        text += "'";
    }
    return text;
}

std::string shownOf(const Words& words)
{
    const auto part = [&](const char* key) {
        const auto found = words.find(key);
        return found == words.end() ? std::string() : found->second;
    };
    const std::string host = part("host");
    const std::string port = part("port");
    return (host.empty() ? "localhost" : host) + (port.empty() ? "" : ":" + port) + "/"
        + part("dbname");
}

} // namespace

bool isServerAddress(std::string_view where)
{
    return std::any_of(schemes.begin(), schemes.end(),
        [&](std::string_view scheme) { return where.starts_with(scheme); });
}

Result<ServerAddress> parseServerAddress(std::string_view url, const std::string& password)
{
    if (!isServerAddress(url))
        return invalid("It begins with postgresql://.");
    url.remove_prefix(url.find("://") + 3);
    std::string_view query = url;
    std::string_view hosts = takeUntil(query, '?');
    std::string_view database = hosts;
    hosts = takeUntil(database, '/');

    Words words{{"connect_timeout", "10"}, {"keepalives_idle", "10"}, {"keepalives_interval", "5"},
        {"keepalives_count", "2"}, {"tcp_user_timeout", "20000"},
        {"target_session_attrs", "read-write"}, {"application_name", "ikrar"}};
    if (hosts.find('@') != std::string_view::npos) {
        const std::string_view user = takeUntil(hosts, '@');
        if (user.find(':') != std::string_view::npos)
            return invalid("A password in it can be read by others on this machine: leave it out "
                           "and use --password-file or PGPASSFILE.");
        words["user"] = decoded(user);
    }
    if (database.empty())
        return invalid("It names no database.");
    words["dbname"] = decoded(database);
    if (auto read = readHosts(hosts, words).and_then([&] { return readQuery(query, words); });
        !read)
        return tl::unexpected(read.error());
    const std::string shown = shownOf(words);
    if (!password.empty())
        words["password"] = password;
    return written(words).map([&](std::string text) {
        return ServerAddress{std::move(text), shown};
    });
}

} // namespace ikrar::ledger
