#include "cli/describe.h"

#include "pledge/category.h"

#include <QDateTime>
#include <QJsonArray>

namespace ikrar::cli {

namespace {

/// UTC: the command may run anywhere, and says so.
std::string timeText(const base::Time& time)
{
    return QDateTime::fromSecsSinceEpoch(time.seconds, Qt::UTC).toString(Qt::ISODate).toStdString();
}

std::string_view trustText(base::ClockTrust trust)
{
    switch (trust) {
    case base::ClockTrust::SetByOperator:
        return "set by the operator";
    case base::ClockTrust::Synchronised:
        return "synchronised";
    case base::ClockTrust::Unknown:
        break;
    }
    return "not known to be right";
}

std::string_view methodText(pledge::Method method)
{
    switch (method) {
    case pledge::Method::Assisted:
        return "assisted";
    case pledge::Method::WetInk:
        return "wet ink on paper";
    case pledge::Method::Kiosk:
        break;
    }
    return "kiosk";
}

std::string_view kindName(const pledge::Body& body)
{
    constexpr std::array<std::string_view, 6> names{
        "opened", "signed", "voided", "session-start", "session-end", "closed"};
    return names.at(body.index());
}

void insertEntry(QJsonObject& object, const pledge::Entry& entry)
{
    object.insert(QStringLiteral("kind"), text(kindName(entry.body)));
    object.insert(QStringLiteral("time"), static_cast<qint64>(entry.time.seconds));
    object.insert(QStringLiteral("clock_trust"), text(trustText(entry.time.trust)));
    if (const auto* body = std::get_if<pledge::Signed>(&entry.body)) {
        object.insert(QStringLiteral("session"), static_cast<qint64>(body->session));
        object.insert(QStringLiteral("category"), text(pledge::code(body->category)));
        object.insert(QStringLiteral("method"), text(methodText(body->method)));
    }
}

std::string numberLine(const receipt::Receipt& receipt)
{
    return "\nNumber     " + std::to_string(receipt.index) + " (log of "
        + std::to_string(receipt.size) + ")";
}

std::string entryLines(const pledge::Entry& entry)
{
    std::string out = "\nEntry      " + std::string(kindName(entry.body)) + "\nTime       "
        + timeText(entry.time) + ", clock " + std::string(trustText(entry.time.trust));
    if (const auto* body = std::get_if<pledge::Signed>(&entry.body))
        out += "\nSession    " + std::to_string(body->session) + "\nCategory   "
            + std::string(pledge::label(body->category)) + "\nMethod     "
            + std::string(methodText(body->method));
    return out;
}

} // namespace

std::string describeFacts(const receipt::Receipt& receipt, const pledge::SealedEntry& entry)
{
    return numberLine(receipt) + entryLines(entry.entry);
}

QJsonObject describeUnverified(const receipt::Receipt& receipt, const pledge::SealedEntry& entry)
{
    QJsonObject object{{QStringLiteral("verified"), false},
        {QStringLiteral("index"), static_cast<qint64>(receipt.index)},
        {QStringLiteral("size"), static_cast<qint64>(receipt.size)}};
    insertEntry(object, entry.entry);
    return object;
}

std::string describe(const receipt::Finding& finding)
{
    std::string out = "Verdict    " + std::string(receipt::name(finding.verdict)) + "\n           "
        + finding.sentence(pledge::Language::Indonesian) + "\n           "
        + finding.sentence(pledge::Language::English);
    if (!finding.why.empty())
        out += "\nReason     " + finding.why;
    if (finding.logError)
        out += "\nNot held against the log: " + finding.logError->what;
    if (!finding.origin.empty())
        out += "\nLog        " + finding.origin;
    if (finding.receipt)
        out += numberLine(*finding.receipt);
    if (finding.entry)
        out += entryLines(finding.entry->entry);
    for (const std::string& witness : finding.witnesses)
        out += "\nWitness    " + witness;
    for (const std::string& witness : finding.laterWitnesses)
        out += "\nWitness    " + witness + " (of the log at hand, which continues this receipt)";
    return out;
}

QJsonObject describeAsObject(const receipt::Finding& finding)
{
    QJsonObject object{
        {QStringLiteral("verdict"), text(receipt::name(finding.verdict))},
        {QStringLiteral("headline"), text(finding.headline(pledge::Language::Indonesian))},
        {QStringLiteral("headline_en"), text(finding.headline(pledge::Language::English))},
        {QStringLiteral("sentence"), text(finding.sentence(pledge::Language::Indonesian))},
        {QStringLiteral("sentence_en"), text(finding.sentence(pledge::Language::English))},
        {QStringLiteral("checked_against_log"), finding.checkedAgainstLog},
    };
    if (!finding.why.empty())
        object.insert(QStringLiteral("why"), text(finding.why));
    if (finding.logError)
        object.insert(QStringLiteral("log_error"), text(finding.logError->what));
    if (!finding.origin.empty())
        object.insert(QStringLiteral("origin"), text(finding.origin));
    if (finding.receipt) {
        object.insert(QStringLiteral("index"), static_cast<qint64>(finding.receipt->index));
        object.insert(QStringLiteral("size"), static_cast<qint64>(finding.receipt->size));
    }
    if (finding.entry)
        insertEntry(object, finding.entry->entry);
    QJsonArray witnesses;
    for (const std::string& witness : finding.witnesses)
        witnesses.append(text(witness));
    object.insert(QStringLiteral("witnesses"), witnesses);
    if (!finding.laterWitnesses.empty()) {
        QJsonArray later;
        for (const std::string& witness : finding.laterWitnesses)
            later.append(text(witness));
        object.insert(QStringLiteral("later_witnesses"), later);
    }
    return object;
}

} // namespace ikrar::cli
