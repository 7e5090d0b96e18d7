#include "audit/static_site.h"
#include "cli/ending.h"
#include "cli/evidence.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <iostream>
#include <thread>

namespace ikrar::cli {

namespace {

struct Options {
    std::string log;
    std::string listen = "127.0.0.1:8080";
    std::string page;
    std::string certificate;
    std::string key;
};

/// `address:port`, `[address]:port`.
Result<std::pair<std::string, std::uint16_t>> parseListen(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    const auto port = colon == std::string::npos
        ? Result<std::uint64_t>(ikrar::fail(Error::Kind::Invalid, ""))
        : base::parseDecimal(text.substr(colon + 1));
    std::string host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string::npos)
        host.clear();
    if (!port || *port > 65535 || host.empty())
        return ikrar::fail(
            Error::Kind::Invalid, "--listen is ADDRESS:PORT, such as 0.0.0.0:8080 or [::]:8080.");
    return std::pair{host, static_cast<std::uint16_t>(*port)};
}

/// The addresses of this machine that an unspecified one stands for, as others would write them.
std::vector<std::string> ownAddresses()
{
    std::vector<std::string> addresses;
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0)
        return addresses;
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> owner(list, ::freeifaddrs);
    for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
        std::array<char, INET_ADDRSTRLEN> text{};
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET
            || (one->ifa_flags & static_cast<unsigned>(IFF_UP)) == 0)
            continue;
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): how interfaces are listed
        const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        if (::inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr)
            addresses.emplace_back(text.data());
    }
    return addresses;
}

std::vector<std::string> urlsOf(const std::string& host, std::uint16_t port, bool secure)
{
    std::vector<std::string> hosts{host};
    if (host == "0.0.0.0" || host == "::")
        hosts = ownAddresses();
    std::vector<std::string> urls;
    urls.reserve(hosts.size());
    for (const std::string& one : hosts)
        urls.push_back(audit::HttpUrl{secure, one, port, "/"}.text());
    return urls;
}

class Service
{
public:
    Service(Context& context, const Options& options) : m_context(context), m_options(options) { }

    Result<void> open()
    {
        const auto where = parseListen(m_options.listen);
        if (!where)
            return tl::unexpected(where.error());
        if (auto site = openSite(); !site)
            return site;
        audit::HttpServer::Options how;
        std::tie(how.host, how.port) = *where;
        how.certificate = m_options.certificate;
        how.key = m_options.key;
        how.maxBody = 0;
        auto server = audit::HttpServer::open(
            how, [this](const audit::HttpRequest& request) { return m_site->answer(request); });
        if (!server)
            return tl::unexpected(server.error());
        m_server = std::move(*server);
        m_urls = urlsOf(how.host, m_server->port(), !how.certificate.empty());
        return {};
    }

    /// Until SIGINT or SIGTERM.
    void run()
    {
        const Ending ending;
        const std::jthread serving([this] { m_server->run(); });
        announce();
        ending.wait();
        m_server->stop();
    }

private:
    Result<void> openSite()
    {
        const base::Path inner = base::Path(m_options.log) / "log";
        std::error_code ignored;
        audit::StaticSite::Options site;
        site.log = std::filesystem::exists(base::Path(m_options.log) / "checkpoint", ignored)
            ? base::Path(m_options.log)
            : inner;
        const auto checkpoint = base::readFile(site.log / "checkpoint", tlog::maxNoteSize);
        if (!checkpoint)
            return ikrar::fail(Error::Kind::Missing,
                m_options.log + ": no log here (a log has a file named checkpoint)");
        const std::string_view note = base::asText(*checkpoint);
        m_origin = note.substr(0, note.find('\n'));
        m_context.speakOf(m_origin);
        site.page = m_options.page;
        site.rehearsal = m_context.rehearsal;
        site.front = (m_context.rehearsal ? "GLADI\n" : "") + m_origin + "\n/log/checkpoint\n";
        site.pagePath = pagePath(site.log);
        auto opened = audit::StaticSite::open(std::move(site));
        if (!opened)
            return tl::unexpected(opened.error());
        m_site = std::move(*opened);
        return {};
    }

    /// The path of the address that this ceremony's receipts name, so that under its host's name
    /// they find the page here.
    static std::string pagePath(const base::Path& log)
    {
        const auto file = base::readFile(log / "ceremony.toml", pledge::maxCeremonySize);
        const auto ceremony
            = file ? pledge::parseCeremony(base::asText(*file)) : tl::unexpected(file.error());
        const auto url = ceremony ? audit::parseHttpUrl(ceremony->verifyUrl)
                                  : tl::unexpected(ceremony.error());
        return url ? url->path : std::string();
    }

    void announce()
    {
        std::string lines = "Log        " + m_origin;
        for (const std::string& url : m_urls) {
            lines += "\nServing    ";
            lines += url;
            lines += m_options.page.empty() ? "" : " (verify page)";
            lines += "\n           ";
            lines += url;
            lines += "log";
        }
        m_context.answer(lines + "\nUntil Ctrl+C.",
            {{QStringLiteral("origin"), text(m_origin)},
                {QStringLiteral("urls"), textArray(m_urls)},
                {QStringLiteral("log"), text(m_urls.empty() ? "" : m_urls.front() + "log")}});
        std::cout << std::flush;
    }

    Context& m_context;
    const Options& m_options;
    std::string m_origin;
    std::vector<std::string> m_urls;
    std::unique_ptr<audit::StaticSite> m_site;
    std::unique_ptr<audit::HttpServer> m_server;
};

} // namespace

void addServe(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "serve",
        "Serve a published log, and the verify page, on a local network until Ctrl+C",
        "ikrar serve --log /var/lib/ikrar/log --page page --listen 0.0.0.0:8080",
        [&context, options] {
            Service service(context, *options);
            if (const auto opened = service.open())
                service.run();
            else
                context.fail(opened.error());
        });
    command->add_option("--log", options->log, "Folder with the published log, or a DATA directory")
        ->required();
    command
        ->add_option("--listen", options->listen, "ADDRESS:PORT; 0.0.0.0 for all of this machine's")
        ->capture_default_str();
    command->add_option("--page", options->page, "Folder that `ikrar page` made")
        ->check(CLI::ExistingDirectory);
    CLI::Option* certificate = command->add_option(
        "--tls-cert", options->certificate, "For https, a PEM file: certificate and chain");
    CLI::Option* key = command->add_option("--tls-key", options->key, "Its key in PEM");
    certificate->needs(key);
    key->needs(certificate);
}

} // namespace ikrar::cli
