#include "audit/static_site.h"

#include "tlog/tile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace ikrar::audit {

namespace {

constexpr std::string_view logPrefix = "/log/";
constexpr const char* plainText = "text/plain; charset=utf-8";
constexpr const char* octets = "application/octet-stream";
constexpr const char* forever = "public, max-age=31536000, immutable";
constexpr const char* aMoment = "public, max-age=3";
constexpr const char* minutes = "public, max-age=300";

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) { }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Result<int> openFolder(const base::Path& path)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is declared so
    const int folder = ::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return base::failErrno(errno, path.string());
    return folder;
}

/// Opens `path` below `folder` segment by segment, so that no link leads out and nothing but plain
/// names is ever handed to the system. Negative where there is none.
Descriptor openBelow(int folder, std::string_view path)
{
    // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): openat(2) is declared so
    Descriptor at(::openat(folder, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (;;) {
        const std::size_t slash = path.find('/');
        const std::string segment(path.substr(0, slash));
        const bool last = slash == std::string_view::npos;
        if (segment.empty() || segment == "." || segment == "..")
            return Descriptor(-1);
        // Not blocking: a pipe with no writer would hold the thread.
        const int flags = last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY;
        at = Descriptor(::openat(at.number(), segment.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
        if (last || at.number() < 0)
            return at;
        path.remove_prefix(slash + 1);
    }
    // NOLINTEND(cppcoreguidelines-pro-type-vararg)
}

/// The bytes of a regular file of at most maxFile bytes; nothing where there is none.
std::optional<Bytes> readBelow(int folder, std::string_view path)
{
    const Descriptor file = openBelow(folder, path);
    struct stat status {
    };
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)
        || status.st_size > static_cast<off_t>(StaticSite::maxFile))
        return std::nullopt;
    Bytes bytes(static_cast<std::size_t>(status.st_size));
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt; // cut under our eyes: half a file is none
        have += static_cast<std::size_t>(got);
    }
    return bytes;
}

const char* typeOf(std::string_view path)
{
    struct Type {
        std::string_view ending;
        const char* type;
    };
    constexpr std::array types{
        Type{".html", "text/html; charset=utf-8"},
        Type{".js", "text/javascript; charset=utf-8"},
        Type{".mjs", "text/javascript; charset=utf-8"},
        Type{".css", "text/css; charset=utf-8"},
        Type{".json", "application/json"},
        Type{".webmanifest", "application/manifest+json"},
        Type{".svg", "image/svg+xml"},
        Type{".png", "image/png"},
        Type{".ico", "image/x-icon"},
        Type{".woff2", "font/woff2"},
        Type{".wasm", "application/wasm"},
        Type{".txt", plainText},
        Type{".toml", plainText},
    };
    const auto* const found = std::find_if(
        types.begin(), types.end(), [path](const Type& one) { return path.ends_with(one.ending); });
    if (found != types.end())
        return found->type;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name == "policy" ? plainText : octets;
}

HttpAnswer text(int status, std::string_view sentence)
{
    return {status, plainText, base::copy(base::asBytes(sentence)),
        {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}}};
}

HttpAnswer missing()
{
    return text(404, "Tidak ada / not found\n");
}

HttpAnswer file(Bytes bytes, const char* type, const char* cache)
{
    return {200, type, std::move(bytes),
        {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", cache}}};
}

} // namespace

Result<std::unique_ptr<StaticSite>> StaticSite::open(Options options)
{
    std::unique_ptr<StaticSite> site(new StaticSite(std::move(options)));
    const auto log = openFolder(site->m_options.log);
    if (!log)
        return tl::unexpected(log.error());
    site->m_log = *log;
    if (site->m_options.page.empty())
        return site;
    const auto page = openFolder(site->m_options.page);
    if (!page)
        return tl::unexpected(page.error());
    site->m_page = *page;
    return site;
}

StaticSite::~StaticSite()
{
    const Descriptor log(m_log);
    const Descriptor page(m_page);
}

HttpAnswer StaticSite::answer(const HttpRequest& request) const
{
    if (request.method != "GET" && request.method != "HEAD") {
        HttpAnswer refused = text(405, "GET, HEAD\n");
        refused.headers.emplace_back("Allow", "GET, HEAD");
        return refused;
    }
    if (request.path.starts_with(logPrefix))
        return fromLog(request.path.substr(logPrefix.size()));
    return fromPage(request.path);
}

HttpAnswer StaticSite::fromLog(const std::string& path) const
{
    const bool tile = tlog::parseTilePath(path).has_value();
    const bool head = path == "checkpoint";
    HttpAnswer answer = missing();
    if (tile || head || path == "ceremony.toml" || path == "policy") {
        if (auto bytes = readBelow(m_log, path)) {
            const char* const cache = head || m_options.rehearsal ? aMoment
                : tile                                            ? forever
                                                                  : minutes;
            answer = file(std::move(*bytes), tile ? octets : plainText, cache);
        }
    }
    answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return answer;
}

HttpAnswer StaticSite::fromPage(const std::string& path) const
{
    if (m_page < 0)
        return path == "/" ? text(200, m_options.front) : missing();
    std::string name = path.substr(1);
    if (!m_options.pagePath.empty() && path == m_options.pagePath)
        name.clear();
    if (name.empty() || name.ends_with('/'))
        name += "index.html";
    auto bytes = readBelow(m_page, name);
    if (!bytes)
        return missing();
    HttpAnswer answer = file(std::move(*bytes), typeOf(name), "no-cache");
    answer.headers.emplace_back("Referrer-Policy", "no-referrer");
    return answer;
}

} // namespace ikrar::audit
