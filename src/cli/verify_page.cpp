#include "cli/verify_page.h"

#include "audit/http.h"
#include "base/base64.h"
#include "cli/evidence.h"
#include "crypto/sha256.h"
#include "pledge/ceremony.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cassert>
#include <set>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxTextFile = std::size_t{1024} * 1024;
constexpr const char* selfSource = "'self'";

/// What the page may connect to after a touch: sources of its Content-Security-Policy.
using Sources = std::set<std::string>;

struct NamedPolicy {
    std::string name; ///< of its file
    tlog::Policy policy;
    Bytes bytes;
};

/// Everything but what would end a source, its directive or the attribute around both.
bool isUrlCharacter(char c)
{
    constexpr std::string_view apart = "'\"<>;,\\`{}|^";
    return c > ' ' && c <= '~' && apart.find(c) == std::string_view::npos;
}

/// `https://log.example:8443` of `https://log.example:8443/takalar/`. Errors: Invalid.
Result<std::string> sourceOf(std::string_view url)
{
    const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
    const std::size_t end = std::min(url.find('/', scheme), url.size());
    if (scheme == 0 || !audit::parseHttpUrl(url.substr(0, end))
        || !std::all_of(url.begin(), url.end(), isUrlCharacter))
        return ikrar::fail(Error::Kind::Invalid,
            "`" + std::string(url) + "` is no http or https address of a log.");
    return std::string(url.substr(0, end));
}

/// A path: beside the page, as `log/` where one server has both.
bool isBesidePage(std::string_view url)
{
    return url.find(':') == std::string_view::npos && !url.starts_with("//")
        && std::all_of(url.begin(), url.end(), isUrlCharacter);
}

Result<std::vector<NamedPolicy>> readPolicies(const std::vector<std::string>& paths)
{
    std::vector<NamedPolicy> policies;
    for (const std::string& path : paths) {
        auto file = readPolicy(path);
        if (!file)
            return tl::unexpected(file.error());
        auto bytes = base::readFile(path, maxTextFile);
        if (!bytes)
            return tl::unexpected(bytes.error());
        policies.push_back(
            {base::Path(path).filename().string(), std::move(file->policy), std::move(*bytes)});
    }
    return policies;
}

/// Those of the policies' logs; another kind of address there is left out with a warning.
Sources sourcesOf(const std::vector<NamedPolicy>& policies)
{
    Sources sources;
    for (const NamedPolicy& named : policies)
        for (const auto& log : named.policy.logs()) {
            if (log.url.empty())
                continue;
            if (const auto source = sourceOf(log.url))
                sources.insert(*source);
            else
                Context::warn(source.error().what + " The page will not read that log.");
        }
    return sources;
}

/// With that of --log-url. Errors: Invalid when it is neither an address nor a path.
Result<Sources> sourcesOf(const std::vector<NamedPolicy>& policies, const std::string& logUrl)
{
    Sources sources = sourcesOf(policies);
    if (logUrl.empty())
        return sources;
    const auto source = isBesidePage(logUrl) ? Result<std::string>(selfSource) : sourceOf(logUrl);
    if (!source)
        return tl::unexpected(source.error());
    sources.insert(*source);
    return sources;
}

QJsonArray embedPolicies(const std::vector<NamedPolicy>& policies)
{
    QJsonArray embedded;
    for (const NamedPolicy& named : policies)
        embedded.append(QJsonObject{{QStringLiteral("name"), text(named.name)},
            {QStringLiteral("base64"), text(base::toBase64(named.bytes))}});
    return embedded;
}

QJsonObject factsOf(const pledge::Ceremony& ceremony)
{
    QJsonArray sessions;
    for (const pledge::Session& session : ceremony.sessions)
        sessions.append(QJsonObject{{QStringLiteral("name"), text(session.name)},
            {QStringLiteral("place"), text(session.place)}});
    return {{QStringLiteral("id"), text(ceremony.id)},
        {QStringLiteral("domain"), text(ceremony.domain)},
        {QStringLiteral("sha256"), text(base::toHex(ceremony.hash.view()))},
        {QStringLiteral("title"),
            QJsonObject{{QStringLiteral("id"), text(ceremony.title.id)},
                {QStringLiteral("en"), text(ceremony.title.en)}}},
        {QStringLiteral("organizer"), text(ceremony.organizer)},
        {QStringLiteral("activity"), ceremony.activity},
        {QStringLiteral("time_zone"), text(ceremony.timeZone)},
        {QStringLiteral("sessions"), sessions}};
}

Result<QJsonArray> embedCeremonies(const std::vector<std::string>& paths)
{
    QJsonArray ceremonies;
    std::set<std::pair<std::string, std::string>> names;
    for (const std::string& path : paths) {
        const auto toml = base::readFile(path, pledge::maxCeremonySize);
        if (!toml)
            return tl::unexpected(toml.error());
        const auto ceremony = pledge::parseCeremony(base::asText(*toml));
        if (!ceremony)
            return ikrar::fail(ceremony.error().kind, path + ", " + ceremony.error().what);
        // A receipt names its ceremony by these two alone.
        if (!names.emplace(ceremony->domain, ceremony->id).second)
            return ikrar::fail(Error::Kind::Invalid,
                path + ": a ceremony " + ceremony->id + " of " + ceremony->domain
                    + " is there already.");
        ceremonies.append(factsOf(*ceremony));
    }
    return ceremonies;
}

Result<QJsonObject> embed(const std::vector<NamedPolicy>& policies, const PageInput& input)
{
    const auto ceremonies = embedCeremonies(input.ceremonies);
    if (!ceremonies)
        return tl::unexpected(ceremonies.error());
    QJsonObject data{{QStringLiteral("policies"), embedPolicies(policies)},
        {QStringLiteral("ceremonies"), *ceremonies},
        {QStringLiteral("log_url"), text(input.logUrl)}};
    if (input.revoked.empty())
        return data;
    if (const auto revoked = readRevocations(input.revoked); !revoked)
        return tl::unexpected(revoked.error());
    const auto bytes = base::readFile(input.revoked, maxTextFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    data.insert(QStringLiteral("revoked"), text(base::toBase64(*bytes)));
    return data;
}

/// One of the files that assets/verify was built into.
std::string builtIn(const QString& name)
{
    QFile file(QStringLiteral(":/verify/") + name);
    const bool there = file.open(QIODevice::ReadOnly);
    assert(there);
    return there ? file.readAll().toStdString() : std::string();
}

void replacePlaceholder(std::string& in, std::string_view placeholder, std::string_view by)
{
    const std::size_t at = in.find(placeholder);
    assert(at != std::string::npos);
    in.replace(at, placeholder.size(), by);
}

/// JSON that no HTML parser sees the end of.
std::string asScriptData(const QJsonObject& data)
{
    QByteArray json = QJsonDocument(data).toJson(QJsonDocument::Compact);
    json.replace('<', "\\u003c");
    return json.toStdString();
}

std::string pageOf(const QJsonObject& data, const Sources& sources)
{
    std::string connect;
    for (const std::string& source : sources)
        connect += (connect.empty() ? "" : " ") + source;
    std::string page = builtIn(QStringLiteral("page.html"));
    replacePlaceholder(page, "{{connect}}", connect.empty() ? "'none'" : connect);
    replacePlaceholder(page, "{{data}}", asScriptData(data));
    return page;
}

std::string workerOf(const std::string& pageSha256)
{
    std::string worker = builtIn(QStringLiteral("sw.js"));
    replacePlaceholder(worker, "{{version}}", pageSha256);
    return worker;
}

} // namespace

Result<VerifyPage> makeVerifyPage(const PageInput& input)
{
    const auto policies = readPolicies(input.policies);
    if (!policies)
        return tl::unexpected(policies.error());
    const auto sources = sourcesOf(*policies, input.logUrl);
    if (!sources)
        return tl::unexpected(sources.error());
    const auto data = embed(*policies, input);
    if (!data)
        return tl::unexpected(data.error());
    VerifyPage page{pageOf(*data, *sources), {}, {}, {}};
    page.sha256 = base::toHex(crypto::sha256(base::asBytes(page.html)).view());
    page.worker = workerOf(page.sha256);
    for (const NamedPolicy& named : *policies)
        for (const auto& log : named.policy.logs())
            page.origins.push_back(log.key.name);
    return page;
}

} // namespace ikrar::cli
