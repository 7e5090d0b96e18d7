#include "cli/ending.h"
#include "cli/witness.h"
#include "witness/routes.h"

#include <pthread.h>

#include <array>
#include <iostream>
#include <mutex>
#include <thread>

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::string listen;
    std::string certificate;
    std::string key;
    std::string passphraseFile;
};

/// `ADDR:PORT`, an IPv6 address in brackets. Errors: Invalid.
Result<audit::HttpServer::Options> addressOf(const Options& options)
{
    const std::size_t colon = options.listen.rfind(':');
    constexpr std::uint64_t maxPort = 65535;
    const auto port = colon == std::string::npos
        ? ikrar::fail(Error::Kind::Malformed, "no port")
        : base::parseDecimal(options.listen.substr(colon + 1));
    if (!port || *port > maxPort || colon == 0)
        return ikrar::fail(
            Error::Kind::Invalid, "--listen is ADDRESS:PORT, such as 0.0.0.0:8443 or [::]:8443.");
    if (options.certificate.empty() != options.key.empty())
        return ikrar::fail(Error::Kind::Invalid, "--tls-cert and --tls-key go together.");
    audit::HttpServer::Options server;
    server.host = options.listen.substr(0, colon);
    if (server.host.starts_with('[') && server.host.ends_with(']'))
        server.host = server.host.substr(1, server.host.size() - 2);
    server.port = static_cast<std::uint16_t>(*port);
    server.certificate = options.certificate;
    server.key = options.key;
    server.maxBody = witness::maxAddCheckpoint;
    return server;
}

Result<std::unique_ptr<witness::Service>> openService(
    const Options& options, const witness::Service::Environment& environment)
{
    const auto home = witness::Home::load(options.data);
    if (!home)
        return tl::unexpected(home.error());
    auto key = crypto::openKey(home->keyUri, passphraseFrom(options.passphraseFile));
    if (!key)
        return tl::unexpected(key.error());
    return witness::Service::open(options.data, std::move(*key), environment);
}

void announce(Context& context, const witness::Service& service, const audit::HttpServer& server,
    const audit::HttpServer::Options& address)
{
    const bool bracketed = address.host.find(':') != std::string::npos;
    const std::string url = std::string(address.certificate.empty() ? "http://" : "https://")
        + (bracketed ? "[" + address.host + "]" : address.host) + ":"
        + std::to_string(server.port());
    context.answer(service.key().name + " at " + url + " witnesses "
            + std::to_string(service.logs()) + (service.logs() == 1 ? " log" : " logs"),
        {{QStringLiteral("name"), text(service.key().name)},
            {QStringLiteral("vkey"), text(service.key().text())},
            {QStringLiteral("url"), text(url)}, {QStringLiteral("port"), server.port()},
            {QStringLiteral("logs"), static_cast<qint64>(service.logs())}});
    std::cout << std::flush;
}

void serve(Context& context, const Options& options)
{
    const auto address = addressOf(options);
    if (!address) {
        context.fail(address.error());
        return;
    }
    const Ending ending;
    const base::SystemClock clock;
    std::mutex speaking;
    auto service = openService(options, {base::systemFiles(), clock, [&](const Error& error) {
                                             const std::scoped_lock lock(speaking);
                                             Context::warn(error.what);
                                         }});
    if (!service) {
        context.fail(service.error());
        return;
    }
    auto server = audit::HttpServer::open(*address,
        [&](const audit::HttpRequest& request) { return witness::route(**service, request); });
    if (!server) {
        context.fail(server.error());
        return;
    }
    announce(context, **service, **server, *address);
    std::thread running([&] { (*server)->run(); });
    ending.wait();
    (*server)->stop();
    running.join();
}

} // namespace

void addWitnessServe(CLI::App& witness, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(witness, context, "serve", "Cosign what kiosks send",
        "ikrar witness serve --data /var/lib/ikrar-witness --listen 0.0.0.0:8443 --tls-cert "
        "saksi.pem --tls-key saksi.key",
        [&context, options] { serve(context, *options); });
    addWitnessData(*command, options->data);
    command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes any that is free")
        ->required();
    command->add_option("--tls-cert", options->certificate, "PEM file; with it, https only")
        ->check(CLI::ExistingFile);
    command->add_option("--tls-key", options->key, "PEM file of its key")->check(CLI::ExistingFile);
    addPassphraseOption(*command, options->passphraseFile);
}

} // namespace ikrar::cli
