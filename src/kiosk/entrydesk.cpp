#include "kiosk/entrydesk.h"

#include "kiosk/phrases.h"
#include "print/receipt_slip.h"

#include <QDebug>

namespace ikrar::kiosk {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

EntryDesk::EntryDesk(const Preferences& preferences, SlipDesk& slips, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_slips(slips)
{
    connect(&preferences, &Preferences::languageChanged, this, &EntryDesk::changed);
}

void EntryDesk::setOfficial(std::optional<ledger::Official> official)
{
    m_official = std::move(official);
    clear();
}

void EntryDesk::show(std::uint64_t index, const std::string& identifiedBy)
{
    clear();
    const auto row = m_store->registeredAt(index);
    if (!row || !*row) {
        conclude(Outcome::NotDone, row ? nullptr : &row.error());
        return;
    }
    m_row = **row;
    m_identifiedBy = QString::fromStdString(identifiedBy);
    emit changed();
}

void EntryDesk::clear()
{
    m_row.reset();
    m_identifiedBy.clear();
    m_reason = 0;
    m_asking = false;
    m_outcome = Outcome::None;
    m_slips.clear();
    emit changed();
}

void EntryDesk::chooseReason(int reason)
{
    if (!shown() || m_busy || voided() != 0 || reason < 1
        || reason > static_cast<int>(pledge::Reason::Other)) {
        return;
    }
    m_reason = reason;
    m_asking = false;
    m_outcome = Outcome::None;
    emit changed();
}

void EntryDesk::voidEntry()
{
    if (m_reason == 0 || m_busy || !m_official) {
        return;
    }
    if (!m_asking) {
        m_asking = true;
        emit changed();
        return;
    }
    m_busy = true;
    m_asking = false;
    const auto reason = static_cast<pledge::Reason>(m_reason);
    m_store->append(
        [index = m_row->index, reason, by = *m_official](
            ledger::Ledger& ledger) { return ledger.voidEntry(index, reason, std::span(&by, 1)); },
        [this, index = m_row->index, reason](const Result<ledger::Issued>& issued) {
            m_busy = false;
            if (issued && m_row && m_row->index == index) {
                m_row->voided = reason;
            }
            m_reason = 0;
            conclude(
                issued ? Outcome::Voided : Outcome::NotDone, issued ? nullptr : &issued.error());
            emit done();
        });
    emit changed();
}

void EntryDesk::cancel()
{
    m_asking = false;
    m_reason = 0;
    emit changed();
}

void EntryDesk::identify()
{
    if (!unidentified() || m_busy || !m_official) {
        return;
    }
    m_busy = true;
    m_store->amend([index = m_row->index, by = *m_official](
                       ledger::Ledger& ledger) { return ledger.officials().identified(index, by); },
        [this, index = m_row->index, by = m_official->name](const Result<void>& amended) {
            m_busy = false;
            if (amended && m_row && m_row->index == index) {
                m_identifiedBy = QString::fromStdString(by);
            }
            conclude(amended ? Outcome::Identified : Outcome::NotDone,
                amended ? nullptr : &amended.error());
            emit done();
        });
    emit changed();
}

void EntryDesk::saveReceipt()
{
    if (!shown() || m_busy) {
        return;
    }
    m_slips.save([this](print::Paper paper) { return slip(paper); },
        "salinan-tanda-terima-" + std::to_string(m_row->index) + ".pdf");
}

void EntryDesk::printReceipt()
{
    if (!shown() || m_busy) {
        return;
    }
    m_slips.print([this](print::Paper paper) { return slip(paper); });
}

Result<print::Slip> EntryDesk::slip(print::Paper paper) const
{
    return m_store->receipt(m_row->index).and_then([&](const receipt::Receipt& receipt) {
        const auto& ceremony = m_store->ceremony();
        const auto status = m_store->status();
        print::ReceiptSlip slip;
        slip.title = ceremony.title.id;
        slip.organizer = ceremony.organizer;
        slip.index = m_row->index;
        slip.date
            = dateAt(m_row->time, ceremony.timeZone, pledge::Language::Indonesian).toStdString();
        slip.time
            = timeAt(m_row->time, ceremony.timeZone, pledge::Language::Indonesian).toStdString();
        slip.kiosk = status ? status->origin : std::string();
        slip.rehearsal = status && status->rehearsal;
        slip.copy = true;
        slip.voided = m_row->voided.has_value();
        slip.receipt = receipt;
        slip.verifyUrl = ceremony.verifyUrl;
        return print::slipOf(slip, paper);
    });
}

void EntryDesk::conclude(Outcome outcome, const Error* error)
{
    m_outcome = outcome;
    if (error != nullptr) {
        qWarning().noquote() << "ikrar-kiosk: organizer:" << error->what.c_str();
    }
    emit changed();
}

QString EntryDesk::number() const
{
    return m_row ? QString::number(m_row->index) : QString();
}

QString EntryDesk::name() const
{
    return m_row ? text(m_row->declaration.name) : QString();
}

QString EntryDesk::identityKind() const
{
    return m_row ? kindLabel(m_row->declaration.identity.kind) : QString();
}

QString EntryDesk::identity() const
{
    const bool named = m_row && m_row->declaration.identity.kind == pledge::IdentityKind::Nama;
    return m_row && !named ? text(pledge::format(m_row->declaration.identity)) : QString();
}

QString EntryDesk::unit() const
{
    const auto* unit = m_row ? m_store->ceremony().unit(m_row->declaration.unit) : nullptr;
    return unit != nullptr ? text(unit->name) : QString();
}

QString EntryDesk::post() const
{
    return m_row ? text(m_row->declaration.post) : QString();
}

QString EntryDesk::category() const
{
    return m_row ? text(pledge::label(m_row->declaration.category)) : QString();
}

QString EntryDesk::session() const
{
    return m_row ? QString::number(m_row->session) : QString();
}

QString EntryDesk::date() const
{
    return m_row ? dateAt(m_row->time, m_store->ceremony().timeZone, m_preferences.textLanguage())
                 : QString();
}

QString EntryDesk::time() const
{
    return m_row ? timeAt(m_row->time, m_store->ceremony().timeZone, m_preferences.textLanguage())
                 : QString();
}

bool EntryDesk::assisted() const
{
    return m_row && m_row->declaration.method == pledge::Method::Assisted;
}

QString EntryDesk::sheetRow() const
{
    return m_row ? text(m_row->declaration.paper.row) : QString();
}

QString EntryDesk::observer() const
{
    if (!m_row) {
        return {};
    }
    const auto& paper = m_row->declaration.paper;
    return personText({paper.observerName, paper.observerPost, {}});
}

bool EntryDesk::unidentified() const
{
    return walkIn() && voided() == 0 && m_identifiedBy.isEmpty();
}

int EntryDesk::voided() const
{
    return m_row && m_row->voided ? static_cast<int>(*m_row->voided) : 0;
}

} // namespace ikrar::kiosk
