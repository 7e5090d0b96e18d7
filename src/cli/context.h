#pragma once

#include "base/file.h"
#include "ledger/ledger.h"

#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

namespace ikrar::cli {

/// Exit codes of design.md ("Commands").
enum class Exit : int { Done = 0, EvidenceFailed = 1, WrongUse = 2, EnvironmentFailed = 3 };

/// The exit code that an error of this kind leads to.
[[nodiscard]] Exit exitFor(Error::Kind kind);

class Application;

/// What every subcommand has at hand. One a process.
struct Context {
    Application* application = nullptr; ///< never null once a subcommand runs
    bool json = false;
    Exit exit = Exit::Done;
    bool rehearsal = false; ///< the log spoken of is a rehearsal's; unset where none is known
    bool headed = false; ///< text says GLADI once, above the first answer

    /// The log that is spoken of: after a rehearsal's origin every answer says GLADI.
    void speakOf(std::string_view origin);
    /// One answer: `text` for people, `object` under --json. To standard output.
    void answer(const std::string& text, QJsonObject object);
    /// One sentence to standard error (an object under --json), and the exit code of its kind.
    void fail(const Error& error);
    void fail(Exit code, const std::string& sentence);
    /// To standard error; never decides the exit code.
    static void warn(const std::string& sentence);
};

/// A subcommand with --json and an example below its help; `run` is called when it was chosen.
CLI::App* addCommand(CLI::App& parent, Context& context, const std::string& name,
    const std::string& description, const std::string& example, std::function<void()> run);

/// `--data`, by default $IKRAR_DATA, then /var/lib/ikrar.
void addDataOption(CLI::App& command, std::string& data);
/// `--passphrase-file`.
void addPassphraseOption(CLI::App& command, std::string& file);

/// `KIND:VALUE` as options and addresses of people write it. Errors: Invalid.
[[nodiscard]] Result<pledge::Identity> identityFrom(const std::string& text);

/// From the systemd credential `ikrar-passphrase`, `--passphrase-file`, or the terminal.
[[nodiscard]] crypto::PassphraseSource passphraseFrom(std::string file, bool twice = false);

/// Of a sealed bundle: the first line of `file`, or the terminal.
[[nodiscard]] crypto::PassphraseSource bundlePassphraseFrom(std::string file);
/// The one line of a file. Errors: Invalid where it is empty; those of reading.
[[nodiscard]] Result<std::string> readSecret(const base::Path& file);
/// A line typed on a terminal that does not show it. Errors: Invalid, with `otherwise` where there
/// is no terminal.
[[nodiscard]] Result<std::string> askInSecret(const char* prompt, const char* otherwise);

/// A store with the machine's own clock, files and identity.
class LocalStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LocalStore>> open(Context& context,
        const std::string& data, ledger::Ledger::Mode mode, const std::string& passphraseFile = {});
    [[nodiscard]] static Result<std::unique_ptr<LocalStore>> create(
        Context& context, const ledger::NewStore& store);

    [[nodiscard]] ledger::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] const ledger::Environment& environment() const { return m_environment; }
    /// Publication follows the database; where it must wait, a warning says so.
    void publish();

private:
    explicit LocalStore(crypto::PassphraseSource passphrase);
    base::SystemClock m_clock;
    ledger::LocalMachine m_machine;
    ledger::Environment m_environment;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

/// Work of known length, shown on a terminal only: share, rate and time left.
class Progress
{
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;

    void show(std::uint64_t done, std::uint64_t of);

private:
    std::string m_what;
    bool m_terminal = false;
    bool m_shown = false;
    double m_begin = 0;
    double m_last = 0;
};

[[nodiscard]] QString text(std::string_view utf8);
[[nodiscard]] QJsonArray textArray(const std::vector<std::string>& texts);
[[nodiscard]] QJsonObject errorObject(const Error& error);

// One function a subcommand, each in a file of its own.
void addAbsence(CLI::App& app, Context& context);
void addInit(CLI::App& app, Context& context);
void addSession(CLI::App& app, Context& context);
void addReview(CLI::App& app, Context& context);
void addRoster(CLI::App& app, Context& context);
void addSimulate(CLI::App& app, Context& context);
void addStatus(CLI::App& app, Context& context);
void addReceipt(CLI::App& app, Context& context);
void addVerify(CLI::App& app, Context& context);
void addVoid(CLI::App& app, Context& context);
void addBackup(CLI::App& app, Context& context);
void addClose(CLI::App& app, Context& context);
void addErase(CLI::App& app, Context& context);
void addAudit(CLI::App& app, Context& context);
void addPage(CLI::App& app, Context& context);
void addExport(CLI::App& app, Context& context);
void addOrganizer(CLI::App& app, Context& context);
void addServe(CLI::App& app, Context& context);
void addWitness(CLI::App& app, Context& context);
void addIncident(CLI::App& app, Context& context);
void addInvite(CLI::App& app, Context& context);
void addMerge(CLI::App& app, Context& context);
void addSync(CLI::App& app, Context& context);
void addWet(CLI::App& app, Context& context);

} // namespace ikrar::cli
