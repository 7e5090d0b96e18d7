#include "kiosk/verdictview.h"

#include "base/printable.h"
#include "kiosk/phrases.h"
#include "pledge/category.h"

#include <QDateTime>

namespace ikrar::kiosk {

namespace {

static_assert(
    static_cast<int>(VerdictView::Verdict::Valid) == static_cast<int>(receipt::Verdict::Valid));
static_assert(static_cast<int>(VerdictView::ClockTrust::Synchronised)
    == static_cast<int>(base::ClockTrust::Synchronised));

QString utf8(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

VerdictView::VerdictView(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &VerdictView::changed);
}

void VerdictView::show(const receipt::Finding& finding, std::shared_ptr<const Evidence> evidence,
    std::optional<std::int64_t> seenBefore)
{
    m_finding = finding;
    m_evidence = std::move(evidence);
    m_seenBefore = seenBefore;
    emit changed();
}

void VerdictView::clear()
{
    m_finding.reset();
    m_evidence.reset();
    emit changed();
}

VerdictView::Tone VerdictView::toneOf(const receipt::Finding& finding)
{
    switch (finding.verdict) {
    case receipt::Verdict::Malformed:
        return Tone::Unread;
    case receipt::Verdict::BadSignature:
    case receipt::Verdict::Inconsistent:
        return Tone::Bad;
    case receipt::Verdict::Valid:
        // A log was given and could not be asked: what the auditor wanted to know is not known.
        return finding.logError ? Tone::Caution : Tone::Good;
    case receipt::Verdict::ValidUnwitnessed:
        return finding.quorumAsked || finding.logError ? Tone::Caution : Tone::Good;
    default:
        return Tone::Caution;
    }
}

VerdictView::Verdict VerdictView::verdict() const
{
    return m_finding ? static_cast<Verdict>(m_finding->verdict) : Verdict::Malformed;
}

VerdictView::Tone VerdictView::tone() const
{
    return m_finding ? toneOf(*m_finding) : Tone::Unread;
}

QString VerdictView::headline() const
{
    return m_finding ? utf8(m_finding->headline(m_preferences.textLanguage())) : QString();
}

QString VerdictView::sentence() const
{
    return m_finding ? utf8(m_finding->sentence(m_preferences.textLanguage())) : QString();
}

QString VerdictView::why() const
{
    return m_finding ? utf8(base::printable(m_finding->why)) : QString();
}

QString VerdictView::logError() const
{
    return m_finding && m_finding->logError ? utf8(base::printable(m_finding->logError->what))
                                            : QString();
}

QString VerdictView::ceremony() const
{
    if (!m_finding) {
        return {};
    }
    if (const auto* ceremony = file()) {
        return utf8(ceremony->title.in(m_preferences.textLanguage()));
    }
    const auto parts = pledge::parseOrigin(m_finding->origin);
    return parts ? utf8(parts->ceremony + " · " + parts->domain) : QString();
}

QString VerdictView::kioskId() const
{
    const auto parts = pledge::parseOrigin(m_finding ? m_finding->origin : std::string());
    return parts ? utf8(parts->kiosk) : QString();
}

const pledge::Signed* VerdictView::signedEntry() const
{
    return m_finding && m_finding->entry
        ? std::get_if<pledge::Signed>(&m_finding->entry->entry.body)
        : nullptr;
}

const pledge::Ceremony* VerdictView::file() const
{
    return m_finding ? m_evidence->ceremonyOf(m_finding->origin) : nullptr;
}

std::string VerdictView::zone() const
{
    const auto* ceremony = file();
    return ceremony == nullptr ? std::string() : ceremony->timeZone;
}

QString VerdictView::moment(std::int64_t seconds) const
{
    if (zone().empty()) {
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    }
    const auto language = m_preferences.textLanguage();
    return dateAt(seconds, zone(), language) + QStringLiteral(", ")
        + timeAt(seconds, zone(), language);
}

QString VerdictView::session() const
{
    const auto* entry = signedEntry();
    return entry == nullptr ? QString() : QString::number(entry->session);
}

QString VerdictView::number() const
{
    return m_finding && m_finding->receipt ? QString::number(m_finding->receipt->index) : QString();
}

QString VerdictView::time() const
{
    return m_finding && m_finding->entry ? moment(m_finding->entry->entry.time.seconds) : QString();
}

VerdictView::ClockTrust VerdictView::clockTrust() const
{
    return m_finding && m_finding->entry
        ? static_cast<ClockTrust>(m_finding->entry->entry.time.trust)
        : ClockTrust::Unknown;
}

QString VerdictView::category() const
{
    const auto* entry = signedEntry();
    return entry == nullptr ? QString() : utf8(std::string(pledge::label(entry->category)));
}

VerdictView::Method VerdictView::method() const
{
    const auto* entry = signedEntry();
    if (entry == nullptr) {
        return Method::None;
    }
    switch (entry->method) {
    case pledge::Method::Assisted:
        return Method::Assisted;
    case pledge::Method::WetInk:
        return Method::WetInk;
    case pledge::Method::Kiosk:
        break;
    }
    return Method::Kiosk;
}

QString VerdictView::witnesses() const
{
    QStringList names;
    if (m_finding) {
        for (const std::string& name : m_finding->witnesses) {
            names << utf8(name);
        }
    }
    return names.join(QStringLiteral(", "));
}

bool VerdictView::proven() const
{
    const Verdict of = verdict();
    return of != Verdict::BadSignature && of != Verdict::UnknownLog && of != Verdict::Malformed;
}

bool VerdictView::checkedAgainstLog() const
{
    return m_finding && m_finding->checkedAgainstLog;
}

QString VerdictView::logSize() const
{
    const auto* log = checkedAgainstLog() ? m_evidence->logOf(m_finding->origin) : nullptr;
    return log != nullptr ? QString::number(log->size) : QString();
}

QString VerdictView::logTime() const
{
    return checkedAgainstLog() ? moment(m_evidence->timeOf(m_finding->origin)) : QString();
}

QString VerdictView::seenBefore() const
{
    return m_finding && m_seenBefore ? moment(*m_seenBefore) : QString();
}

} // namespace ikrar::kiosk
