#include "kiosk/signingsession.h"

#include "kiosk/phrases.h"
#include "pledge/identity_doubt.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace ikrar::kiosk {

using namespace std::chrono_literals;
using Page = SigningSession::Page;

namespace {

// Pages on which nobody's way is under way.
bool atRest(Page page)
{
    return page == Page::Welcome || page == Page::Stopped || page == Page::Receipt
        || page == Page::AlreadySigned;
}

bool mayAskAssistance(Page page)
{
    switch (page) {
    case Page::Welcome:
    case Page::WhoAreYou:
    case Page::Search:
    case Page::NotListed:
    case Page::WalkIn:
    case Page::IsThisYou:
    case Page::Pledge:
        return true;
    default:
        return false;
    }
}

/// Pages with fields that a keyboard types into.
bool hasFields(Page page)
{
    return page == Page::Search || page == Page::WalkIn || page == Page::Assistance;
}

/// More than a card's text, with room to see that it is something else.
constexpr qsizetype longestScanned = 256;
/// Less is a hand that lay on a keyboard.
constexpr qsizetype shortestScanned = 8;

/// Whether this is the beginning of a text that codes held here have, or begins with one: what
/// tells a scanner from somebody who types letters.
bool beginsAsCode(const QString& text)
{
    constexpr std::array beginnings{"IKRAR-UNDANGAN:", "HTTPS:", "HTTP:"};
    return std::any_of(beginnings.begin(), beginnings.end(), [&text](const char* beginning) {
        const auto begins = QString::fromLatin1(beginning);
        return text.startsWith(begins.left(text.size()), Qt::CaseInsensitive);
    });
}

struct IdleTimes {
    IdleWatch::Milliseconds quiet;
    IdleWatch::Milliseconds countdown;
};

IdleTimes idleTimes(Page page)
{
    switch (page) {
    case Page::Welcome:
        return {30s, 0s};
    case Page::Pledge:
        return {60s, 15s};
    case Page::Receipt:
    case Page::AlreadySigned:
    case Page::Stopped:
        return {45s, 0s};
    default:
        return {30s, 15s};
    }
}

QString optionalText(
    const std::optional<ledger::RosterRow>& person, std::string ledger::RosterRow::*field)
{
    return person ? QString::fromStdString((*person).*field) : QString();
}

// A name alone does not say that somebody was here before: two people may bear it, and neither may
// be turned away, or shown the other's receipt.
bool isOnlyNamed(const ledger::RosterRow& person, bool walkIn)
{
    return walkIn && person.identity.kind == pledge::IdentityKind::Nama;
}

} // namespace

SigningSession::SigningSession(Preferences& preferences, StoreState& state, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_state(state)
    , m_identity(preferences)
    , m_scanner(longestScanned, [this](const QString& text) { takeScanned(text); })
    , m_walkIn(preferences)
    , m_assistance(preferences)
    , m_receipt(preferences)
    , m_logSummary(state)
{
    connect(&m_identity, &IdentityInput::accepted, this, &SigningSession::identify);
    connect(
        &m_identity, &IdentityInput::typedChanged, &m_invitation, &InvitationScan::clearProblem);
    connect(&m_invitation, &InvitationScan::taken, &m_idle, &IdleWatch::touch);
    connect(&m_invitation, &InvitationScan::recognised, this, &SigningSession::takeInvited);
    connect(&m_invitation, &InvitationScan::failed, this,
        [this](const Error& error) { m_state.halt(error); });
    connect(&m_search, &PersonSearch::taken, this, &SigningSession::takeMatch);
    connect(&m_walkIn, &WalkInForm::submitted, this, &SigningSession::takeWalkIn);
    connect(&m_assistance, &AssistanceForm::submitted, this, &SigningSession::takeAssistance);
    connect(&m_assistance, &AssistanceForm::changed, this, &SigningSession::assistedChanged);
    connect(&m_ink, &InkStrokes::changed, this, [this] { setInkQuestion(InkQuestion::None); });
    connect(&m_ink, &InkStrokes::drawingChanged, this, &SigningSession::holdIdle);
    connect(&m_logSummary, &LogSummary::taken, &m_idle, &IdleWatch::touch);
    connect(&m_idle, &IdleWatch::expired, this, &SigningSession::leaveIdle);
    connect(&state, &StoreState::changed, this, &SigningSession::storeChanged);
    connect(&preferences, &Preferences::languageChanged, this, &SigningSession::personChanged);
    watchIdle();
}

void SigningSession::setStore(Store* store)
{
    m_store = store;
    m_invitation.setStore(store);
    m_search.setStore(store);
    m_logSummary.setStore(store);
    m_walkIn.setCeremony(store != nullptr ? &store->ceremony() : nullptr);
    m_identity.setKinds(store != nullptr ? pledge::kindsFor(store->ceremony().categories)
                                         : std::vector<pledge::IdentityKind>{});
    emit canStartChanged();
    emit canShowLogChanged();
}

void SigningSession::start()
{
    if (m_page == Page::Welcome && canStart()) {
        m_notice = Notice::None;
        go(Page::WhoAreYou);
    }
}

void SigningSession::useSearch()
{
    if (m_page == Page::WhoAreYou || m_page == Page::NotListed) {
        go(Page::Search);
    }
}

void SigningSession::useNumber()
{
    if (m_page == Page::Search || m_page == Page::NotListed || m_page == Page::WalkIn) {
        go(Page::WhoAreYou);
    }
}

void SigningSession::useWalkIn()
{
    if (m_page == Page::WhoAreYou || m_page == Page::Search || m_page == Page::NotListed) {
        m_walkIn.begin(m_page == Page::Search ? std::nullopt : m_identity.identity());
        go(Page::WalkIn);
    }
}

void SigningSession::askAssistance()
{
    if (!mayAskAssistance(m_page) || !canStart()) {
        return;
    }
    m_notice = Notice::None;
    m_assistedFrom = m_page == Page::Welcome ? Page::WhoAreYou : m_page;
    setAssisted(true);
    go(Page::Assistance);
}

void SigningSession::confirmPerson()
{
    if (m_page == Page::IsThisYou) {
        go(Page::Pledge);
    }
}

void SigningSession::showPledge(bool fits, bool end)
{
    m_pledgeFits = fits;
    m_pledgeEndSeen = m_pledgeEndSeen || (!fits && end);
    emit pledgeReadChanged();
}

void SigningSession::acceptPledge()
{
    if (m_page == Page::Pledge && pledgeRead()) {
        go(Page::Sign);
    }
}

void SigningSession::finishInk()
{
    if (m_page != Page::Sign) {
        return;
    }
    m_ink.end();
    const auto judgement = pledge::judge(m_ink.ink());
    if (judgement == pledge::InkJudgement::Signature || m_inkAsked || thumbMark()) {
        setInkQuestion(InkQuestion::None);
        go(Page::Confirm);
        return;
    }
    m_inkAsked = true;
    setInkQuestion(
        judgement == pledge::InkJudgement::Blank ? InkQuestion::Blank : InkQuestion::Trivial);
}

void SigningSession::redoInk()
{
    if (m_page == Page::Sign) {
        m_ink.clear();
        setInkQuestion(InkQuestion::None);
    }
}

void SigningSession::declare()
{
    if (m_page != Page::Confirm || m_busy || m_store == nullptr || !m_person) {
        return;
    }
    if (!isOnlyNamed(*m_person, m_personIsWalkIn) && showCopy(m_person->identity)) {
        return; // entered from paper, or at another screen, while the pledge was read
    }
    setBusy(true);
    m_store->sign(declaration(), [this](const auto& issued) { signedOrNot(issued); });
}

void SigningSession::showLog()
{
    if (canShowLog()) {
        m_logStop = m_state.stop();
        m_logSummary.open();
        go(Page::LogSummary);
    }
}

void SigningSession::finish()
{
    if (m_page == Page::LogSummary) {
        leaveLog();
        return;
    }
    if (m_page == Page::Receipt || m_page == Page::AlreadySigned) {
        wipe(Notice::None);
    }
}

void SigningSession::back()
{
    switch (m_page) {
    case Page::WhoAreYou:
        wipe(Notice::None);
        break;
    case Page::Search:
    case Page::NotListed:
        go(Page::WhoAreYou);
        break;
    case Page::WalkIn:
        if (!m_walkIn.back()) {
            go(Page::WhoAreYou);
        }
        break;
    case Page::Assistance:
        m_assistance.clear();
        setAssisted(false);
        go(m_assistedFrom);
        break;
    case Page::IsThisYou:
        setPerson({}, false);
        go(m_cameFrom);
        break;
    case Page::Pledge:
        go(Page::IsThisYou);
        break;
    case Page::Sign:
        setInkQuestion(InkQuestion::None);
        go(Page::Pledge);
        break;
    case Page::Confirm:
        if (!m_busy) {
            go(Page::Sign);
        }
        break;
    case Page::Welcome:
    case Page::AlreadySigned:
    case Page::Receipt:
    case Page::LogSummary:
    case Page::Stopped:
        break;
    }
}

// From Stopped, a signer's way may go on when the cause is mended: nothing of it is wiped.
void SigningSession::leaveLog()
{
    if (m_logStop == StoreState::Stop::None) {
        wipe(Notice::None);
    } else {
        go(m_state.stop() == StoreState::Stop::None ? m_resumeAt : Page::Stopped);
    }
}

void SigningSession::cancel()
{
    if (!atRest(m_page) && !m_busy) {
        wipe(Notice::None);
    }
}

void SigningSession::advance(std::chrono::milliseconds elapsed)
{
    m_scanner.advance(elapsed);
    m_idle.advance(elapsed);
}

bool SigningSession::takeKey(const QKeyEvent& key)
{
    if (hasFields(m_page)) {
        return false;
    }
    const bool begins = m_scanner.pending().isEmpty();
    if (m_page == Page::WhoAreYou && !m_invitation.looking()) {
        if (m_identity.letters()) {
            return takeLetter(key);
        }
        // A number is typed by digits, by a person or by a scanner; no card begins with one.
        if (begins && !key.text().isEmpty() && key.text().front().isDigit()) {
            return false;
        }
    }
    if (begins) {
        m_scannedAt = m_page;
    }
    return m_scanner.take(key);
}

// Where letters belong to the number, keys are held back only as long as they may be a card's.
bool SigningSession::takeLetter(const QKeyEvent& key)
{
    const QString& pending = m_scanner.pending();
    const bool isText = !key.text().isEmpty() && key.text().front().isPrint();
    if (isText ? beginsAsCode(pending + key.text()) : pending.size() >= shortestScanned) {
        m_scannedAt = m_page;
        return m_scanner.take(key);
    }
    m_identity.type(m_scanner.release());
    return false;
}

void SigningSession::takeScanned(const QString& text)
{
    if (m_page != m_scannedAt) {
        return;
    }
    if (m_page == Page::WhoAreYou && m_identity.letters() && text.size() < shortestScanned) {
        m_identity.type(text);
        return;
    }
    if (text.size() < shortestScanned) {
        return;
    }
    start();
    if (m_page == Page::WhoAreYou) {
        m_invitation.hold(text);
    }
}

bool SigningSession::canStart() const
{
    return m_store != nullptr && m_state.stop() == StoreState::Stop::None && m_state.sessionOpen()
        && !m_state.closed();
}

bool SigningSession::canShowLog() const
{
    return (m_page == Page::Welcome || m_page == Page::Stopped) && m_state.readable();
}

QString SigningSession::personName() const
{
    return optionalText(m_person, &ledger::RosterRow::name);
}

QString SigningSession::personUnit() const
{
    const auto* unit = m_person ? m_store->ceremony().unit(m_person->unit) : nullptr;
    return unit != nullptr ? QString::fromStdString(unit->name) : QString();
}

QString SigningSession::personPost() const
{
    return optionalText(m_person, &ledger::RosterRow::post);
}

QString SigningSession::personCategory() const
{
    if (!m_person) {
        return {};
    }
    const auto label = pledge::label(m_person->category);
    return QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
}

QString SigningSession::personNumberKind() const
{
    return m_person ? numberLabel(m_person->identity) : QString();
}

QString SigningSession::personNumber() const
{
    return m_person && m_person->identity.kind != pledge::IdentityKind::Nama
        ? QString::fromStdString(pledge::mask(m_person->identity))
        : QString();
}

QString SigningSession::personDoubt() const
{
    const auto today = m_state.today();
    if (!m_person || !m_personIsWalkIn || !today) {
        return {};
    }
    const auto doubt = pledge::doubt(m_person->identity, *today);
    return doubt ? QString::fromStdString(pledge::sentence(*doubt, m_preferences.textLanguage()))
                 : QString();
}

void SigningSession::go(Page page)
{
    if (m_page == page) {
        return;
    }
    m_ink.end();
    if (m_page == Page::LogSummary) {
        m_logSummary.close();
    }
    if (page == Page::WhoAreYou) {
        m_invitation.open();
    } else {
        m_invitation.close();
    }
    m_page = page;
    watchIdle();
    emit pageChanged();
    emit canShowLogChanged();
}

void SigningSession::wipe(Notice notice)
{
    m_notice = notice;
    m_identity.setKinds(m_store != nullptr ? pledge::kindsFor(m_store->ceremony().categories)
                                           : std::vector<pledge::IdentityKind>{});
    m_search.clear();
    m_walkIn.clear();
    m_assistance.clear();
    setAssisted(false);
    setPerson({}, false);
    m_ink.clear();
    m_inkAsked = false;
    setInkQuestion(InkQuestion::None);
    m_receipt.clear();
    m_preferences.reset();
    m_resumeAt = Page::Welcome;
    go(m_state.stop() == StoreState::Stop::None ? Page::Welcome : Page::Stopped);
}

void SigningSession::watchIdle()
{
    auto times = idleTimes(m_page);
    if (m_assisted) {
        times.quiet *= 3;
        times.countdown *= 3;
    }
    m_idle.watch(times.quiet, times.countdown);
    holdIdle();
}

void SigningSession::holdIdle()
{
    m_idle.hold(m_busy || m_ink.drawing());
}

void SigningSession::leaveIdle()
{
    const bool unsent = !atRest(m_page) && m_page != Page::LogSummary;
    wipe(unsent ? Notice::TimedOut : Notice::None);
}

void SigningSession::identify(const pledge::Identity& identity)
{
    if (m_page != Page::WhoAreYou) {
        return;
    }
    const auto row = m_store->expected(identity);
    if (!row) {
        m_state.halt(row.error());
        return;
    }
    if (*row) {
        meet(**row, false);
    } else if (!showCopy(identity)) {
        go(Page::NotListed);
    }
}

// As if the number had been typed; but whoever is not expected any more has only a card that is
// worth nothing.
void SigningSession::takeInvited(const pledge::Identity& identity)
{
    const auto row = m_store->expected(identity);
    if (!row) {
        m_state.halt(row.error());
        return;
    }
    if (*row) {
        meet(**row, false);
    } else if (!showCopy(identity)) {
        m_invitation.refuse();
    }
}

void SigningSession::takeMatch(const ledger::RosterRow& person)
{
    if (m_page == Page::Search) {
        meet(person, false);
    }
}

// Whoever is on the roster after all comes in as the roster has them.
void SigningSession::takeWalkIn(const ledger::RosterRow& person)
{
    if (m_page != Page::WalkIn) {
        return;
    }
    const auto row = m_store->expected(person.identity);
    if (!row) {
        m_state.halt(row.error());
        return;
    }
    meet(row->value_or(person), !row->has_value());
}

void SigningSession::takeAssistance()
{
    if (m_page == Page::Assistance) {
        go(m_assistedFrom);
    }
}

void SigningSession::meet(const ledger::RosterRow& person, bool walkIn)
{
    m_cameFrom = m_page;
    if (isOnlyNamed(person, walkIn) || !showCopy(person.identity)) {
        setPerson(person, walkIn);
        go(Page::IsThisYou);
    }
}

// True when the person has signed before, or when the store could not say.
bool SigningSession::showCopy(const pledge::Identity& identity)
{
    const auto row = m_store->signedBy(identity);
    if (!row) {
        m_state.halt(row.error());
        return true;
    }
    if (!*row) {
        return false;
    }
    const auto receipt = m_store->receipt((*row)->index);
    const auto status = m_store->status();
    if (!receipt || !status) {
        m_state.halt(receipt ? status.error() : receipt.error());
        return true;
    }
    m_receipt.show(m_store->ceremony(), status->origin, *receipt, {});
    go(Page::AlreadySigned);
    return true;
}

void SigningSession::setPerson(std::optional<ledger::RosterRow> person, bool walkIn)
{
    m_person = std::move(person);
    m_personIsWalkIn = walkIn;
    m_pledgeFits = false;
    m_pledgeEndSeen = false;
    emit personChanged();
    emit pledgeReadChanged();
}

void SigningSession::setAssisted(bool assisted)
{
    if (m_assisted != assisted) {
        m_assisted = assisted;
        emit assistedChanged();
    }
}

void SigningSession::setInkQuestion(InkQuestion question)
{
    if (m_inkQuestion != question) {
        m_inkQuestion = question;
        emit inkQuestionChanged();
    }
}

void SigningSession::setBusy(bool busy)
{
    m_busy = busy;
    holdIdle();
    emit busyChanged();
}

pledge::Declaration SigningSession::declaration() const
{
    const auto ink = m_ink.empty() ? pledge::Ink{} : m_ink.ink();
    pledge::Declaration declaration;
    declaration.identity = m_person->identity;
    declaration.name = m_person->name;
    declaration.unit = m_person->unit;
    declaration.post = m_person->post;
    declaration.category = m_person->category;
    declaration.method = m_assisted ? pledge::Method::Assisted : pledge::Method::Kiosk;
    declaration.ink = pledge::encodeInk(ink);
    declaration.trivialInk = pledge::judge(ink) != pledge::InkJudgement::Signature;
    declaration.walkIn = m_personIsWalkIn;
    if (m_assisted) {
        declaration.assistance = m_assistance.assistance();
    }
    return declaration;
}

void SigningSession::signedOrNot(const Result<ledger::Issued>& issued)
{
    setBusy(false);
    if (issued) {
        const auto status = m_store->status();
        m_receipt.show(m_store->ceremony(), status ? status->origin : std::string(),
            issued->receipt, issued->salt);
        go(Page::Receipt);
        m_state.refresh();
        return;
    }
    m_state.refresh();
    // A stop that the store knows of, or a session that was ended, has been acted on by
    // storeChanged.
    if (m_page == Page::Confirm) {
        m_state.halt(issued.error());
    }
}

void SigningSession::storeChanged()
{
    emit canStartChanged();
    emit canShowLogChanged();
    renewReceipt();
    const bool stopped = m_state.stop() != StoreState::Stop::None;
    if (m_page == Page::LogSummary) {
        if (stopped && m_state.stop() != m_logStop) {
            go(Page::Stopped);
        }
        return;
    }
    if (m_page == Page::Stopped && !stopped) {
        go(m_resumeAt);
    } else if (stopped && !m_busy && (m_page == Page::Welcome || !atRest(m_page))) {
        m_resumeAt = m_page;
        go(Page::Stopped);
    } else if (!stopped && !m_busy && !atRest(m_page) && !m_state.sessionOpen()) {
        wipe(Notice::SessionEnded);
    }
}

// Quietly: whoever has photographed the first code holds a good receipt too.
void SigningSession::renewReceipt()
{
    const auto index = m_receipt.unwitnessed();
    if (!index || m_store == nullptr || !m_state.isCosigned(*index)) {
        return;
    }
    if (const auto receipt = m_store->receipt(*index)) {
        m_receipt.renew(*receipt);
    }
}

} // namespace ikrar::kiosk
