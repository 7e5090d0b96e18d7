#include "kiosk/gatherer.h"

#include "kiosk/input.h"
#include "kiosk/phrases.h"
#include "kiosk/unlocked.h"

#include <QDebug>
#include <QEvent>

#include <algorithm>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto readEvery = 30s;

/// Of the kiosks, each once, in the order of the entries.
std::string kiosksOf(const attendance::SignedTwice& person)
{
    std::vector<std::string> names;
    for (const auto& entry : person.entries) {
        if (std::find(names.begin(), names.end(), entry.kiosk) == names.end()) {
            names.push_back(entry.kiosk);
        }
    }
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace

Gatherer::Gatherer(const Around& around, QObject* parent)
    : QObject(parent)
    , m_clock(around.clock)
    , m_facts(m_preferences)
    , m_keeper(around.files, around.pins)
    , m_gate(m_keeper)
    , m_twice(m_preferences)
    , m_decision(m_preferences, around.clock)
    , m_store(around.store)
{
    m_gate.reset();
    m_decision.setStore(&m_store);
    connect(&m_gate, &PinGate::opened, this, &Gatherer::entered);
    connect(&m_idle, &IdleWatch::expired, this, &Gatherer::lock);
    connect(&m_decision, &DecisionDesk::done, this, &Gatherer::read);
    connect(&m_preferences, &Preferences::languageChanged, this, &Gatherer::changed);
}

void Gatherer::entered()
{
    m_sinceEntered = 0ms;
    m_idle.watch(unlockedQuiet, unlockedCountdown);
    m_decision.setOfficial(m_gate.official());
    show(Page::Home);
    read();
}

void Gatherer::lock()
{
    m_idle.watch(0ms, 0ms);
    forget();
    m_gate.lock();
    show(Page::Gate);
}

/// What was read of people does not outlast the lock.
void Gatherer::forget()
{
    m_survey.twice.clear();
    m_twice.clear();
    m_decision.setOfficial({});
    m_decision.clear();
    m_readTime.clear();
    emit changed();
}

void Gatherer::go(Page page)
{
    if (!m_gate.isOpen() || page == Page::Gate || page == Page::Decision || page == m_page) {
        return;
    }
    if (page == Page::Twice) {
        m_twice.setSearch({});
    }
    read();
    show(page);
}

void Gatherer::back()
{
    if (m_page == Page::Decision) {
        m_decision.clear();
        show(Page::Twice);
    } else if (m_page != Page::Gate) {
        show(Page::Home);
    }
}

void Gatherer::showTwice(int row)
{
    const auto* line = m_twice.line(row);
    if (m_page != Page::Twice || line == nullptr || !line->index) {
        return;
    }
    m_decision.show(m_survey.twice[static_cast<std::size_t>(*line->index)], m_ceremony->ceremony);
    show(Page::Decision);
}

void Gatherer::choose(int ceremony)
{
    if (ceremony < 0 || ceremony >= static_cast<int>(m_survey.ceremonies.size())) {
        return;
    }
    m_wanted = m_survey.ceremonies[static_cast<std::size_t>(ceremony)].number;
    read();
    show(Page::Home);
}

void Gatherer::show(Page page)
{
    if (m_page != page) {
        m_page = page;
        emit pageChanged();
    }
}

void Gatherer::read()
{
    if (!m_gate.isOpen()) {
        return;
    }
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_sinceRead = 0ms;
    m_store.survey(m_wanted, [this](const Result<GatheredSurvey>& survey) {
        m_reading = false;
        take(survey);
        if (std::exchange(m_readAgain, false)) {
            read();
        }
    });
    emit changed();
}

void Gatherer::take(const Result<GatheredSurvey>& survey)
{
    m_failed = !survey;
    if (!survey) {
        qWarning().noquote() << "ikrar-kiosk: merged store:" << survey.error().what.c_str();
    } else if (m_gate.isOpen()) {
        m_survey = *survey;
        showCeremony(m_survey);
        m_tally.update(m_survey.units);
        m_twice.setLines(twiceLines());
        m_readTime = timeAt(
            m_clock.now().seconds, m_ceremony->ceremony.timeZone, m_preferences.textLanguage());
    }
    emit changed();
}

void Gatherer::showCeremony(const GatheredSurvey& survey)
{
    if (m_ceremony && m_ceremony->number == survey.ceremony) {
        return;
    }
    const auto found = std::find_if(survey.ceremonies.begin(), survey.ceremonies.end(),
        [&](const auto& each) { return each.number == survey.ceremony; });
    auto next = std::make_unique<attendance::GatheredCeremony>(*found);
    // The origin of any of its logs says whether it is a rehearsal.
    m_facts.show(next->ceremony, survey.logs.empty() ? std::string() : survey.logs.front().origin);
    m_tally.setTree(next->ceremony);
    m_twice.setCeremony(next->ceremony);
    m_decision.clear();
    m_ceremony = std::move(next);
}

std::vector<PersonLine> Gatherer::twiceLines() const
{
    std::vector<PersonLine> lines;
    lines.reserve(m_survey.twice.size());
    for (std::size_t i = 0; i < m_survey.twice.size(); ++i) {
        const auto& person = m_survey.twice[i];
        const auto& first = person.entries.front();
        PersonLine line;
        line.identity = person.identity;
        line.name = first.name;
        line.post = kiosksOf(person);
        line.unit = first.unit;
        line.index = i;
        line.time = first.time;
        line.identifiedBy = person.decidedBy;
        lines.push_back(std::move(line));
    }
    return lines;
}

void Gatherer::advance(std::chrono::milliseconds elapsed)
{
    m_keeper.advance(elapsed);
    m_gate.tick();
    m_idle.advance(elapsed);
    if (!m_gate.isOpen()) {
        return;
    }
    m_sinceEntered += elapsed;
    m_sinceRead += elapsed;
    if (m_sinceEntered >= unlockedLongest) {
        lock();
    } else if (m_page == Page::Home && m_sinceRead >= readEvery && !m_reading) {
        read();
    }
}

QStringList Gatherer::ceremonies() const
{
    QStringList names;
    for (const auto& each : m_survey.ceremonies) {
        const auto& title = each.ceremony.title.in(m_preferences.textLanguage());
        names += (each.rehearsal ? QStringLiteral("GLADI · ") : QString())
            + QString::fromStdString(title);
    }
    return names;
}

int Gatherer::chosen() const
{
    const auto found = std::find_if(m_survey.ceremonies.begin(), m_survey.ceremonies.end(),
        [&](const auto& each) { return each.number == m_survey.ceremony; });
    return found == m_survey.ceremonies.end()
        ? -1
        : static_cast<int>(found - m_survey.ceremonies.begin());
}

int Gatherer::expected() const
{
    return static_cast<int>(m_survey.totals.expected);
}

int Gatherer::present() const
{
    return static_cast<int>(m_survey.totals.present);
}

int Gatherer::walkIns() const
{
    return static_cast<int>(m_survey.totals.walkIns);
}

int Gatherer::voided() const
{
    return static_cast<int>(m_survey.totals.voided);
}

int Gatherer::undecided() const
{
    return static_cast<int>(std::count_if(m_survey.twice.begin(), m_survey.twice.end(),
        [](const attendance::SignedTwice& person) { return person.decidedBy.empty(); }));
}

int Gatherer::inconsistent() const
{
    return static_cast<int>(std::count_if(m_survey.logs.begin(), m_survey.logs.end(),
        [](const GatheredSurvey::Log& log) { return log.inconsistent; }));
}

QVariantList Gatherer::kiosks() const
{
    QVariantList list;
    for (const auto& log : m_survey.logs) {
        QStringList sessions;
        for (const auto number : log.sessions) {
            sessions += QString::number(number);
        }
        list.append(QVariantMap{{QStringLiteral("kiosk"), QString::fromStdString(log.kiosk)},
            {QStringLiteral("signed"),
                static_cast<qlonglong>(log.signedEntries - log.voidedEntries)},
            {QStringLiteral("voided"), static_cast<qlonglong>(log.voidedEntries)},
            {QStringLiteral("sessions"), sessions.join(QStringLiteral(", "))},
            {QStringLiteral("closed"), log.closed},
            {QStringLiteral("inconsistent"), log.inconsistent}});
    }
    return list;
}

QVariantList Gatherer::sessions() const
{
    QVariantList list;
    for (const auto& session : m_survey.sessions) {
        const auto& planned = m_ceremony->ceremony.sessions;
        const bool known = session.number >= 1 && session.number <= planned.size();
        const auto& name = known ? planned[session.number - 1].name : std::string();
        const auto& place = known ? planned[session.number - 1].place : std::string();
        list.append(QVariantMap{{QStringLiteral("number"), static_cast<qlonglong>(session.number)},
            {QStringLiteral("name"), QString::fromStdString(name.empty() ? place : name)},
            {QStringLiteral("signed"), static_cast<qlonglong>(session.signedEntries)}});
    }
    return list;
}

void Gatherer::watchInput(QObject* object)
{
    object->installEventFilter(this);
}

bool Gatherer::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        m_idle.touch();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ikrar::kiosk
