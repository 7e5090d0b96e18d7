#include "audit/http.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

constexpr std::string_view plainScheme = "http://";
constexpr std::string_view secureScheme = "https://";
constexpr std::size_t maxUrl = 2000;

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.';
}

bool isAddressCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'
        || c == '.';
}

/// Unreserved characters and what else may stand in a segment as it is.
bool isPathCharacter(char c)
{
    return isHostCharacter(c) || std::string_view("_~/!$&'()*+,;=:@").find(c) != std::string::npos;
}

bool every(std::string_view text, bool (*is)(char))
{
    return std::all_of(text.begin(), text.end(), is);
}

std::uint16_t usualPort(bool secure)
{
    return secure ? 443 : 80;
}

Result<std::uint16_t> parsePort(std::string_view text)
{
    const auto port = base::parseDecimal(text);
    if (!port || *port == 0 || *port > 65535)
        return fail(Error::Kind::Malformed, "no port of 1 to 65535");
    return static_cast<std::uint16_t>(*port);
}

/// `name`, `name:port`, `[address]`, `[address]:port`.
Result<void> parseAuthority(std::string_view text, HttpUrl& url)
{
    std::string_view host = text;
    std::string_view rest;
    const bool bracketed = text.starts_with('[');
    if (const std::size_t end = text.find(bracketed ? ']' : ':'); end != std::string_view::npos) {
        host = bracketed ? text.substr(1, end - 1) : text.substr(0, end);
        rest = text.substr(bracketed ? end + 1 : end);
    }
    if (host.empty() || !every(host, bracketed ? isAddressCharacter : isHostCharacter))
        return fail(Error::Kind::Malformed, "no name or address of a server");
    url.host = host;
    url.port = usualPort(url.secure);
    if (rest.empty())
        return {};
    if (!rest.starts_with(':'))
        return fail(Error::Kind::Malformed, "something after the address");
    const auto port = parsePort(rest.substr(1));
    if (!port)
        return tl::unexpected(port.error());
    url.port = *port;
    return {};
}

} // namespace

std::string HttpUrl::text() const
{
    const bool bracketed = host.find(':') != std::string::npos;
    std::string out(secure ? secureScheme : plainScheme);
    out += bracketed ? '[' + host + ']' : host;
    if (port != usualPort(secure))
        out += ':' + std::to_string(port);
    return out + path;
}

bool isHttpUrl(std::string_view text)
{
    return text.starts_with(plainScheme) || text.starts_with(secureScheme);
}

Result<HttpUrl> parseHttpUrl(std::string_view text)
{
    const auto refuse = [text](const std::string& why) {
        return fail(Error::Kind::Malformed,
            std::string(text.substr(0, 200))
                + ": not an address of the form http(s)://host"
                  "[:port][/path]: "
                + why);
    };
    if (!isHttpUrl(text))
        return refuse("another scheme");
    if (text.size() > maxUrl)
        return refuse("too long");
    HttpUrl url;
    url.secure = text.starts_with(secureScheme);
    text.remove_prefix((url.secure ? secureScheme : plainScheme).size());
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (const auto authority = parseAuthority(text.substr(0, slash), url); !authority)
        return refuse(authority.error().what);
    std::string_view path = text.substr(slash);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (!every(path, isPathCharacter))
        return refuse("a character that a path may not have");
    url.path = path;
    return url;
}

} // namespace ikrar::audit
