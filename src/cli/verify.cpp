#include "audit/bundle_views.h"
#include "audit/person_index.h"
#include "base/printable.h"
#include "cli/describe.h"
#include "cli/evidence.h"
#include "pledge/commitment.h"

#include <QJsonArray>

namespace ikrar::cli {

namespace {

struct Options {
    std::vector<std::string> receipts;
    std::string policy;
    std::string log;
    std::string passphraseFile; ///< of a sealed bundle
    std::string authorities;
    std::string revoked;
    std::string identity;
    std::string code;
    bool who = false;
};

struct Person {
    pledge::Identity identity;
    pledge::Salt salt{};
};

Result<std::optional<Person>> readPerson(const Options& options)
{
    if (options.identity.empty())
        return std::optional<Person>{};
    auto identity = identityFrom(options.identity);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto salt = pledge::parseMatchingCode(options.code);
    if (!salt)
        return tl::unexpected(salt.error());
    return std::optional(Person{std::move(*identity), *salt});
}

/// A file that is not there, or not ours to read, is no receipt that failed.
bool isNoEvidence(const Error& error)
{
    return error.kind == Error::Kind::Missing || exitFor(error.kind) == Exit::EnvironmentFailed;
}

/// Whom a bundle's row names, or why it names nobody.
struct Signer {
    QJsonValue object;
    std::string lines;
    bool failed = false; ///< the bundle's row is not that of the entry
};

Signer nobody(std::string_view why, bool failed)
{
    return {QJsonValue(), "\nSigner     " + std::string(why), failed};
}

Signer describeRow(const audit::AttendanceRow& row)
{
    const std::string_view status = row.voided ? "voided" : "signed";
    QJsonObject object{{QStringLiteral("kind"), text(code(row.identity.kind))},
        {QStringLiteral("number"), text(row.identity.value)},
        {QStringLiteral("name"), text(row.name)}, {QStringLiteral("unit"), text(row.unit)},
        {QStringLiteral("status"), text(status)}};
    if (row.voided)
        object.insert(QStringLiteral("reason"), text(audit::reasonWord(*row.voided)));
    return {object,
        "\nSigner     " + base::printable(row.name) + "\nNumber     "
            + std::string(code(row.identity.kind)) + ' ' + base::printable(row.identity.value)
            + "\nUnit       " + base::printable(row.unit) + "\nStatus     " + std::string(status)
            + "\nUnchecked  name and unit (and why it was voided) against the closing of the log: "
              "that takes ikrar audit",
        false};
}

Signer describeAnswer(const audit::PersonIndex::Answer& answer)
{
    using Kind = audit::PersonIndex::Answer::Kind;
    switch (answer.kind) {
    case Kind::Person:
        return describeRow(*answer.row);
    case Kind::NoNames:
        return nobody("not in a public bundle", false);
    case Kind::NoLog:
        return nobody("unknown: the bundle does not hold this log, or not one to rely on", false);
    case Kind::Erased:
        return nobody("erased from the bundle", false);
    case Kind::NoRow:
        return nobody("unknown: the bundle has no row for this entry, which it should", true);
    case Kind::OtherPerson:
        return nobody("unknown: the bundle's row is not of whoever signed this", true);
    case Kind::TextChanged:
        break;
    }
    return nobody("unknown: the bundle's row is not as it was recorded", true);
}

/// What a genuine receipt's verdict does not speak of, for want of evidence or because another
/// command looks at it; else empty.
std::string_view uncheckedIn(const receipt::Finding& finding)
{
    if (finding.verdict < receipt::Verdict::Rehearsal)
        return {};
    if (finding.checkedAgainstLog)
        return "the ceremony file of the copy, and the seals and order of its entries: that takes "
               "ikrar audit";
    return "whether the log was rewritten, and whether this was voided later: that takes a copy of "
           "the log (--log)";
}

/// Key IDs of the receipt's cosignatures that no witness of the policy has.
std::vector<std::string> strangersOf(const receipt::Finding& finding, const tlog::Policy& policy)
{
    std::vector<std::string> ids;
    if (!finding.receipt)
        return ids;
    const auto& signatures = finding.receipt->signatures;
    for (auto one = signatures.begin() + 1; one < signatures.end(); ++one) {
        if (!policy.witnessesById(one->id).empty())
            continue;
        const std::array<std::uint8_t, 4> id{static_cast<std::uint8_t>(one->id >> 24),
            static_cast<std::uint8_t>(one->id >> 16), static_cast<std::uint8_t>(one->id >> 8),
            static_cast<std::uint8_t>(one->id)};
        ids.push_back(base::toHex(id));
    }
    return ids;
}

class Checks
{
public:
    Checks(Context& context, const Options& options) : m_context(context), m_options(options) { }

    void run()
    {
        const auto policy = readPolicy(m_options.policy);
        const auto revoked = readRevocations(m_options.revoked);
        const auto person = readPerson(m_options);
        if (!policy || !revoked || !person) {
            m_context.fail(!policy ? policy.error() : !revoked ? revoked.error() : person.error());
            return;
        }
        const auto texts = readReceipts(policy->policy);
        if (!texts || !openLogs(policy->policy))
            return;
        if (!m_context.json)
            m_context.answer(describe(*policy), {});
        for (std::size_t i = 0; i < texts->size(); ++i)
            say(m_options.receipts[i], judge((*texts)[i], policy->policy, *revoked), *person,
                *policy);
    }

private:
    /// Each receipt's text, or why it is none; nothing where the answer has been given, since what
    /// was named is no evidence at all.
    std::optional<std::vector<Result<std::string>>> readReceipts(const tlog::Policy& policy)
    {
        std::vector<Result<std::string>> texts;
        for (const std::string& argument : m_options.receipts) {
            texts.push_back(readReceipt(argument, &policy));
            if (!texts.back() && isNoEvidence(texts.back().error())) {
                m_context.fail(texts.back().error());
                return std::nullopt;
            }
        }
        return texts;
    }

    /// The finding of one receipt: what was read and is none is malformed, with the reason.
    [[nodiscard]] receipt::Finding judge(const Result<std::string>& text,
        const tlog::Policy& policy, const std::vector<receipt::Revocation>& revoked) const
    {
        receipt::Finding finding;
        if (!text) {
            finding.why = text.error().what;
        } else if (m_views) {
            finding = m_views->verify(*text, policy, revoked);
        } else {
            finding = receipt::verify(*text, policy, revoked, m_view ? &*m_view : nullptr);
        }
        if (m_unusable)
            finding.logError = m_unusable;
        return finding;
    }

    /// False where the answer has been given.
    [[nodiscard]] bool openLogs(const tlog::Policy& policy)
    {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(m_options.log, ignored))
            return openBundle(policy);
        if (m_options.who) {
            m_context.fail(Exit::WrongUse,
                "--person needs a bundle (--log BUNDLE.zip): a log alone holds no names.");
            return false;
        }
        return m_options.log.empty() || openView(policy);
    }

    /// A log of it that contradicts itself is told with each receipt of it, which is judged as
    /// without one.
    [[nodiscard]] bool openBundle(const tlog::Policy& policy)
    {
        auto bundle
            = audit::Bundle::open(m_options.log, bundlePassphraseFrom(m_options.passphraseFile));
        if (!bundle) {
            m_context.fail(bundle.error());
            return false;
        }
        const std::shared_ptr<const audit::Bundle> opened = std::move(*bundle);
        m_views = audit::BundleViews::of(*opened, policy);
        if (const auto ended = m_views->interruption()) {
            m_context.fail(*ended);
            return false;
        }
        if (!m_options.who)
            return true;
        auto people = audit::PersonIndex::read(opened, *m_views);
        if (!people) {
            m_context.fail(people.error());
            return false;
        }
        m_people = std::move(*people);
        return true;
    }

    /// A copy that contradicts itself is told with each receipt, which is judged as without one.
    [[nodiscard]] bool openView(const tlog::Policy& policy)
    {
        warnIfInside(m_options.policy, m_options.log);
        auto source = openLog(m_options.log, m_options.authorities);
        if (!source) {
            m_context.fail(source.error());
            return false;
        }
        m_source = std::move(*source);
        auto opened = audit::viewOf(m_source, policy);
        if (const auto ended = m_source->interruption()) {
            m_context.fail(*ended);
            return false;
        }
        if (opened) {
            m_view = std::move(*opened);
            return true;
        }
        m_unusable = Error{opened.error().kind,
            "The copy of the log cannot be relied on: " + opened.error().what
                + " `ikrar audit` tells more."};
        Context::warn(m_unusable->what);
        return true;
    }

    /// Who signed, by the bundle; nothing where that was not asked, or the receipt proves nothing.
    [[nodiscard]] std::optional<Signer> signerOf(const receipt::Finding& finding) const
    {
        if (!m_people || finding.verdict < receipt::Verdict::Inconsistent || !finding.entry)
            return std::nullopt;
        const auto* entry = std::get_if<pledge::Signed>(&finding.entry->entry.body);
        if (entry == nullptr)
            return std::nullopt;
        return describeAnswer(m_people->find(finding.origin, finding.receipt->index, *entry));
    }

    [[nodiscard]] bool wasInterrupted() const
    {
        return m_views ? m_views->interruption().has_value()
                       : m_source && m_source->interruption().has_value();
    }

    void say(const std::string& argument, const receipt::Finding& finding,
        const std::optional<Person>& person, const PolicyFile& policy)
    {
        QJsonObject object = describeAsObject(finding);
        object.insert(QStringLiteral("receipt"), text(argument));
        object.insert(QStringLiteral("policy"), describeAsObject(policy));
        std::string paragraph = describe(finding);
        int exit = finding.exitCode();
        if (person && finding.entry) {
            const bool same
                = receipt::matches(finding.entry->entry, person->identity, person->salt);
            paragraph += same ? "\nPerson     this receipt is that person's"
                              : "\nPerson     this receipt is not that person's, or the code is "
                                "another receipt's";
            object.insert(QStringLiteral("person_matches"), same);
            exit = same ? exit : static_cast<int>(Exit::EvidenceFailed);
        }
        if (const auto signer = signerOf(finding)) {
            paragraph += signer->lines;
            object.insert(QStringLiteral("person"), signer->object);
            exit = signer->failed ? static_cast<int>(Exit::EvidenceFailed) : exit;
        }
        const std::string_view unchecked = uncheckedIn(finding);
        if (!unchecked.empty()) {
            paragraph += "\nUnchecked  " + std::string(unchecked);
            object.insert(QStringLiteral("unchecked"), text(unchecked));
        }
        const auto strangers = strangersOf(finding, policy.policy);
        for (const std::string& id : strangers)
            paragraph += "\nUnchecked  cosignature by key " + id
                + ", which the policy does not name: is there a newer policy?";
        object.insert(QStringLiteral("unknown_cosigners"), textArray(strangers));
        if (exit != 0)
            m_context.exit = Exit::EvidenceFailed;
        if (finding.logError && wasInterrupted())
            m_context.exit = Exit::EnvironmentFailed;
        const std::string head
            = m_options.receipts.size() > 1 ? argument.substr(0, 60) + '\n' : std::string();
        m_context.answer('\n' + head + paragraph, object);
    }

    Context& m_context;
    const Options& m_options;
    std::shared_ptr<const audit::Source> m_source;
    std::optional<receipt::LogView> m_view;
    std::optional<Error> m_unusable; ///< why the copy counts for nothing
    std::optional<audit::BundleViews> m_views;
    std::unique_ptr<const audit::PersonIndex> m_people; ///< where names were asked for
};

} // namespace

void addVerify(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command
        = addCommand(app, context, "verify", "Check receipts against the keys you trust",
            "ikrar verify photo.png --policy bawaslu.policy --log /media/usb/log\n"
            "  ikrar verify photo.png --policy bawaslu.policy --log berkas-bukti.zip --person",
            [&context, options] { Checks(context, *options).run(); });
    command
        ->add_option(
            "receipt", options->receipts, "Receipt text, picture of its QR, or .tlog-proof file")
        ->required();
    command->add_option("--policy", options->policy, "File of trusted log and witness keys")
        ->required();
    command->add_option("--log", options->log,
        "A copy of the log, a folder, a bundle (ZIP) or an http(s) address: then voiding and "
        "rewriting are checked too");
    command
        ->add_option("--passphrase-file", options->passphraseFile,
            "File whose first line is the passphrase of a sealed bundle")
        ->check(CLI::ExistingFile);
    command->add_flag(
        "--person", options->who, "Print who signed, by a bundle that holds personal data");
    addAuthoritiesOption(*command, options->authorities);
    command->add_option("--revoked", options->revoked, "File of revoked log keys");
    CLI::Option* id = command->add_option(
        "--id", options->identity, "KIND:VALUE: whether the receipt is this person's");
    CLI::Option* code = command->add_option("--code", options->code, "The signer's matching code");
    id->needs(code);
    code->needs(id);
}

} // namespace ikrar::cli
