#include "cli/context.h"

#include "base/printable.h"

#include <QJsonDocument>

#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxSecretFile = 4096;

double secondsNow()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

void print(const QJsonObject& object, std::ostream& to)
{
    to << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() << '\n';
}

/// Names of files, origins and errors are part of what is said: none of them may write over it.
std::string forPeople(const std::string& text)
{
    return base::printable(text, base::Lines::Many);
}

constexpr const char* noPassphrase
    = "The key is encrypted: give its passphrase with --passphrase-file, as the systemd "
      "credential ikrar-passphrase, or on a terminal.";

} // namespace

Result<std::string> readSecret(const base::Path& file)
{
    const auto bytes = base::readFile(file, maxSecretFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    std::string secret(base::asText(*bytes));
    if (!secret.empty() && secret.back() == '\n')
        secret.pop_back();
    if (secret.empty())
        return fail(Error::Kind::Invalid, file.string() + " holds nothing.");
    return secret;
}

Result<std::string> askInSecret(const char* prompt, const char* otherwise)
{
    termios before{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &before) != 0)
        return fail(Error::Kind::Invalid, otherwise);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::cerr << prompt << std::flush;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::string secret;
    std::getline(std::cin, secret);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << '\n';
    if (secret.empty())
        return fail(Error::Kind::Invalid, "Nothing was typed.");
    return secret;
}

Exit exitFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Mismatch:
        return Exit::EvidenceFailed;
    case Error::Kind::Busy:
    case Error::Kind::Permission:
    case Error::Kind::NoSpace:
    case Error::Kind::ReadOnly:
    case Error::Kind::Io:
        return Exit::EnvironmentFailed;
    default:
        return Exit::WrongUse;
    }
}

void Context::speakOf(std::string_view origin)
{
    const auto parts = pledge::parseOrigin(origin);
    rehearsal = parts && parts->rehearsal;
}

void Context::answer(const std::string& text, QJsonObject object)
{
    if (json) {
        if (rehearsal)
            object.insert(QStringLiteral("rehearsal"), true);
        print(object, std::cout);
        return;
    }
    if (rehearsal && !headed)
        std::cout << "GLADI: a rehearsal, nothing here counts as a declaration\n";
    headed = true;
    std::cout << forPeople(text) << '\n';
}

void Context::fail(const Error& error)
{
    exit = exitFor(error.kind);
    if (json)
        print(errorObject(error), std::cerr);
    else
        std::cerr << "ikrar: " << forPeople(error.what) << '\n';
}

void Context::fail(Exit code, const std::string& sentence)
{
    exit = code;
    if (json)
        print({{QStringLiteral("error"), text(sentence)}}, std::cerr);
    else
        std::cerr << "ikrar: " << forPeople(sentence) << '\n';
}

void Context::warn(const std::string& sentence)
{
    std::cerr << "ikrar: warning: " << forPeople(sentence) << '\n';
}

CLI::App* addCommand(CLI::App& parent, Context& context, const std::string& name,
    const std::string& description, const std::string& example, std::function<void()> run)
{
    CLI::App* command = parent.add_subcommand(name, description);
    command->add_flag("--json", context.json, "Answer in JSON, one object a line");
    command->footer("Example:\n  " + example);
    if (run)
        command->callback(std::move(run));
    return command;
}

void addDataOption(CLI::App& command, std::string& data)
{
    const char* fromEnvironment
        = std::getenv("IKRAR_DATA"); // NOLINT(concurrency-mt-unsafe): before any thread
    data = fromEnvironment != nullptr ? fromEnvironment : "/var/lib/ikrar";
    command.add_option("--data", data, "Directory of the store")->capture_default_str();
}

void addPassphraseOption(CLI::App& command, std::string& file)
{
    command.add_option("--passphrase-file", file, "File whose first line is the key's passphrase")
        ->check(CLI::ExistingFile);
}

Result<pledge::Identity> identityFrom(const std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        return fail(
            Error::Kind::Invalid, "A person is KIND:VALUE, such as nip:198609262015051001.");
    return pledge::identityKindFromCode(text.substr(0, colon)).and_then([&](auto kind) {
        return pledge::parseIdentity(kind, text.substr(colon + 1));
    });
}

crypto::PassphraseSource passphraseFrom(std::string file, bool twice)
{
    return [file = std::move(file), twice]() -> Result<std::string> {
        if (!file.empty())
            return readSecret(file);
        // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment
        if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY")) {
            const base::Path credential = base::Path(credentials) / "ikrar-passphrase";
            if (std::filesystem::exists(credential))
                return readSecret(credential);
        }
        auto passphrase = askInSecret("Passphrase of the log's key: ", noPassphrase);
        if (passphrase && twice && passphrase != askInSecret("Once more: ", noPassphrase))
            return ikrar::fail(
                Error::Kind::Invalid, "The two passphrases differ; nothing was made.");
        return passphrase;
    };
}

crypto::PassphraseSource bundlePassphraseFrom(std::string file)
{
    return [file = std::move(file)]() -> Result<std::string> {
        if (!file.empty())
            return readSecret(file);
        return askInSecret("Passphrase of the bundle: ",
            "The bundle is sealed: give its passphrase with --passphrase-file, or on a terminal.");
    };
}

LocalStore::LocalStore(crypto::PassphraseSource passphrase)
    : m_environment{base::systemFiles(), m_clock, m_machine, std::move(passphrase)}
{
}

Result<std::unique_ptr<LocalStore>> LocalStore::open(Context& context, const std::string& data,
    ledger::Ledger::Mode mode, const std::string& passphraseFile)
{
    std::unique_ptr<LocalStore> store(new LocalStore(passphraseFrom(passphraseFile)));
    auto opened = ledger::Ledger::open(data, mode, store->m_environment);
    if (!opened)
        return tl::unexpected(opened.error());
    store->m_ledger = std::move(*opened);
    context.speakOf(store->m_ledger->logKey().name);
    return store;
}

Result<std::unique_ptr<LocalStore>> LocalStore::create(
    Context& context, const ledger::NewStore& store)
{
    std::unique_ptr<LocalStore> local(new LocalStore(
        [passphrase = store.passphrase]() -> Result<std::string> { return passphrase; }));
    auto created = ledger::Ledger::create(store, local->m_environment);
    if (!created)
        return tl::unexpected(created.error());
    local->m_ledger = std::move(*created);
    context.speakOf(local->m_ledger->logKey().name);
    return local;
}

void LocalStore::publish()
{
    const auto published = m_ledger->publish();
    if (!published && published.error().kind != Error::Kind::Busy)
        Context::warn(
            "The entry is kept, but the published copy is behind: " + published.error().what);
}

Progress::Progress(std::string what)
    : m_what(std::move(what))
    , m_terminal(isatty(STDERR_FILENO) != 0)
    , m_begin(secondsNow())
{
}

Progress::~Progress()
{
    if (m_shown)
        std::cerr << '\n';
}

void Progress::show(std::uint64_t done, std::uint64_t of)
{
    const double now = secondsNow();
    if (!m_terminal || (now - m_last < 0.2 && done != of) || now - m_begin < 0.5)
        return;
    m_last = now;
    m_shown = true;
    const double rate = static_cast<double>(done) / (now - m_begin);
    const double left = rate > 0 ? static_cast<double>(of - done) / rate : 0;
    std::ostringstream line; // whole, so that nothing comes between its parts
    line << '\r' << m_what << ' ' << done << " of " << of << ", " << std::llround(rate)
         << " a second, " << std::llround(left) << " s left \033[K";
    std::cerr << line.str() << std::flush;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonArray textArray(const std::vector<std::string>& texts)
{
    QJsonArray array;
    for (const std::string& one : texts)
        array.append(text(one));
    return array;
}

QJsonObject errorObject(const Error& error)
{
    return {{QStringLiteral("error"), text(error.what)},
        {QStringLiteral("kind"), text(base::name(error.kind))}};
}

} // namespace ikrar::cli
