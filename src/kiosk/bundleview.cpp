#include "kiosk/bundleview.h"

#include "audit/report_page.h"
#include "base/printable.h"
#include "crypto/wipe.h"

#include <algorithm>
#include <numeric>

namespace ikrar::kiosk {

namespace {

/// As many as stand on every screen.
constexpr std::size_t findingsShown = 4;

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

BundleView::BundleView(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &BundleView::changed);
}

void BundleView::begin(const QString& fileName)
{
    m_opened.reset();
    m_failure.clear();
    m_fileName = fileName;
    m_progress = 0;
    m_state = State::Reading;
    emit progressChanged();
    emit changed();
}

void BundleView::advance(std::uint64_t done, std::uint64_t size)
{
    m_progress = size == 0 ? 0 : static_cast<double>(done) / static_cast<double>(size);
    emit progressChanged();
}

// A bundle that is sealed is asked about, again and again, until its passphrase fits.
void BundleView::conclude(const BundleOutcome& outcome)
{
    const bool asks
        = !outcome.opened && outcome.sealed && outcome.error.kind == Error::Kind::Invalid;
    m_passphraseWrong = asks && m_passphraseWrong;
    m_opened = outcome.opened;
    m_failure = outcome.opened ? QString() : utf8(base::printable(outcome.error.what));
    m_state = outcome.opened ? State::Open : asks ? State::Asking : State::Failed;
    emit changed();
}

void BundleView::clear()
{
    setPassphrase({});
    m_passphraseWrong = false;
    m_opened.reset();
    m_failure.clear();
    m_fileName.clear();
    m_state = State::None;
    emit changed();
}

std::string BundleView::takePassphrase()
{
    std::string taken = m_passphrase.toStdString();
    m_passphraseWrong = true; // unless it opens
    setPassphrase({});
    return taken;
}

void BundleView::setPassphrase(const QString& typed)
{
    if (m_passphrase != typed) {
        m_passphrase.fill(u'\0');
        m_passphrase = typed;
        emit passphraseChanged();
    }
}

bool BundleView::holds() const
{
    return m_opened && m_opened->report.holds();
}

VerdictView::Tone BundleView::tone() const
{
    if (!m_opened) {
        return m_state == State::Failed ? VerdictView::Tone::Caution : VerdictView::Tone::Unread;
    }
    return holds() ? VerdictView::Tone::Good : VerdictView::Tone::Bad;
}

// Of the first log that does not hold, else of the first.
QString BundleView::sentence() const
{
    if (!m_opened) {
        return {};
    }
    const auto& logs = m_opened->report.logs;
    const auto bad = std::find_if(
        logs.begin(), logs.end(), [](const auto& log) { return !log.report.holds(); });
    const auto& told = bad == logs.end() ? logs.front() : *bad;
    return utf8(audit::sentenceFor(told.report, m_preferences.textLanguage()));
}

int BundleView::logs() const
{
    return m_opened ? static_cast<int>(m_opened->report.logs.size()) : 0;
}

QString BundleView::sum(std::uint64_t audit::Report::*count) const
{
    if (!m_opened) {
        return {};
    }
    const auto& logs = m_opened->report.logs;
    return QString::number(std::accumulate(logs.begin(), logs.end(), std::uint64_t{0},
        [count](std::uint64_t sum, const auto& log) { return sum + log.report.*count; }));
}

QString BundleView::entries() const
{
    return sum(&audit::Report::signedEntries);
}

QString BundleView::voided() const
{
    return sum(&audit::Report::voidedEntries);
}

QString BundleView::erased() const
{
    if (!m_opened) {
        return {};
    }
    const auto& logs = m_opened->report.logs;
    return QString::number(std::accumulate(
        logs.begin(), logs.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& log) {
            return sum + (log.report.attendance ? log.report.attendance->erased : 0);
        }));
}

bool BundleView::hasNames() const
{
    return m_opened && !isPublic() && m_opened->people;
}

bool BundleView::isPublic() const
{
    return m_opened && m_opened->bundle->kind() == audit::Bundle::Kind::Public;
}

bool BundleView::namesSealed() const
{
    return m_opened
        && std::all_of(m_opened->report.logs.begin(), m_opened->report.logs.end(),
            [this](const auto& log) { return m_opened->namesSealed(log.report.origin); });
}

std::vector<const audit::Finding*> BundleView::told() const
{
    std::vector<const audit::Finding*> told;
    if (!m_opened) {
        return told;
    }
    const auto severity
        = holds() ? audit::Finding::Severity::Note : audit::Finding::Severity::Failure;
    for (const auto& log : m_opened->report.logs) {
        for (const audit::Finding& finding : log.report.findings) {
            if (finding.severity == severity) {
                told.push_back(&finding);
            }
        }
    }
    return told;
}

QString BundleView::text(const audit::Finding& finding) const
{
    const bool english = m_preferences.textLanguage() == pledge::Language::English;
    const std::string_view indonesian = audit::indonesianFor(finding.kind);
    QStringList place;
    if (!finding.path.empty()) {
        place << utf8(base::printable(finding.path));
    }
    if (finding.line) {
        place << (english ? QStringLiteral("line %1") : QStringLiteral("baris %1"))
                     .arg(*finding.line);
    }
    if (finding.index) {
        place << (english ? QStringLiteral("entry %1") : QStringLiteral("catatan %1"))
                     .arg(*finding.index);
    }
    const QString what
        = english || indonesian.empty() ? utf8(base::printable(finding.what)) : utf8(indonesian);
    return place.isEmpty() ? what : place.join(QStringLiteral(", ")) + QStringLiteral(": ") + what;
}

QStringList BundleView::findings() const
{
    QStringList texts;
    for (const audit::Finding* finding : told()) {
        if (texts.size() == findingsShown) {
            break;
        }
        texts << text(*finding);
    }
    return texts;
}

int BundleView::moreFindings() const
{
    if (!m_opened) {
        return 0;
    }
    std::uint64_t more = 0;
    for (const auto& log : m_opened->report.logs) {
        more += log.report.more;
    }
    const std::size_t known = told().size();
    return static_cast<int>(more + known - std::min(known, findingsShown));
}

} // namespace ikrar::kiosk
