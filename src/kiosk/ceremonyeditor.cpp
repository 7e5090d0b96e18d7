#include "kiosk/ceremonyeditor.h"

#include "crypto/sha256.h"
#include "kiosk/phrases.h"
#include "pledge/ceremony_fields.h"
#include "pledge/ceremony_format.h"
#include "pledge/ceremony_rules.h"
#include "pledge/pledge_text.h"

#include <QDebug>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t mostUndone = 50;
constexpr std::size_t maxId = 32;

const QStringList& templateNames()
{
    static const QStringList names{QStringLiteral("takalar-2023"), QStringLiteral("kotim-2024"),
        QStringLiteral("sulbar-2024"), QStringLiteral("sulsel-2023"),
        QStringLiteral("batanghari-2024")};
    return names;
}

/// Those of assets/, which the program carries.
Result<pledge::Ceremony> builtIn(const QString& name)
{
    QFile file(QStringLiteral(":/ikrar/ceremonies/%1.toml").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Missing, "this template is not in the program");
    }
    return pledge::parseCeremony(file.readAll().toStdString());
}

/// What another day had.
void forgetDays(pledge::Ceremony& ceremony)
{
    ceremony.id.clear();
    ceremony.example = false;
    ceremony.source = {};
    for (auto& session : ceremony.sessions) {
        session.date.clear();
        session.time.clear();
    }
    for (auto& instrument : ceremony.instruments) {
        instrument.number.clear();
        instrument.date.clear();
        instrument.effective.clear();
    }
}

void forgetNames(std::vector<pledge::Person>& people)
{
    for (auto& person : people) {
        person.name.clear();
    }
    people.erase(std::remove_if(people.begin(), people.end(),
                     [](const pledge::Person& person) { return person.post.empty(); }),
        people.end());
}

/// What belongs to the agency that a template was taken from.
void forgetAgency(pledge::Ceremony& ceremony)
{
    ceremony.domain.clear();
    ceremony.verifyUrl.clear();
    ceremony.contact = {};
    for (auto& session : ceremony.sessions) {
        session.place.clear();
    }
    forgetNames(ceremony.leaders);
    forgetNames(ceremony.observers);
}

pledge::Ceremony emptyCeremony()
{
    pledge::Ceremony ceremony;
    ceremony.categories = {pledge::Category::Pns, pledge::Category::Cpns, pledge::Category::Pppk};
    ceremony.sessions.emplace_back();
    return ceremony;
}

bool isDateField(const QString& field)
{
    return field.endsWith(QLatin1String(".date")) || field.endsWith(QLatin1String(".effective"));
}

bool isTimeField(const QString& field)
{
    return field.startsWith(QLatin1String("sessions.")) && field.endsWith(QLatin1String(".time"));
}

bool mayHaveLines(const QString& field)
{
    return field.endsWith(QLatin1String(".full")) || field == QLatin1String("opening");
}

/// `2023-09-18` of `18-09-2023`, `18/9/2023` or itself; else as typed.
QString dateOf(const QString& typed)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4})\\s*$"));
    const auto match = form.match(typed);
    if (!match.hasMatch()) {
        return typed.trimmed();
    }
    const auto date = QStringLiteral("%1-%2-%3")
                          .arg(match.captured(3), match.captured(2).rightJustified(2, u'0'),
                              match.captured(1).rightJustified(2, u'0'));
    return pledge::isDate(date.toStdString()) ? date : typed;
}

/// `08:30` of `8.30` or `08:30`; else as typed.
QString timeOf(const QString& typed)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})[.:](\\d{2})\\s*$"));
    const auto match = form.match(typed);
    if (!match.hasMatch()) {
        return typed.trimmed();
    }
    const auto time
        = QStringLiteral("%1:%2").arg(match.captured(1).rightJustified(2, u'0'), match.captured(2));
    return pledge::isTime(time.toStdString()) ? time : typed;
}

QString plain(const QString& typed, bool lines)
{
    QString text = typed;
    text.replace(u'\t', u' ');
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (!lines) {
        text.replace(u'\n', u' ');
    }
    return text;
}

/// `dinas-kesehatan` of `Dinas Kesehatan`.
std::string slugOf(const QString& name)
{
    QString slug;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.unicode() < 128 && c.isLetterOrNumber()) { // NOLINT: ASCII
            slug += c;
        } else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-')) {
            slug += u'-';
        }
    }
    slug.truncate(static_cast<qsizetype>(maxId));
    while (slug.endsWith(u'-')) {
        slug.chop(1);
    }
    return slug.toStdString();
}

} // namespace

CeremonyEditor::CeremonyEditor(const Preferences& preferences, base::FileSystem& files,
    base::Path data, base::Path saveTo, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_files(files)
    , m_data(std::move(data))
    , m_saveTo(std::move(saveTo))
    , m_preview(preferences)
{
    for (const auto& name : templateNames()) {
        const auto ceremony = builtIn(name);
        m_templates << (ceremony ? QString::fromStdString(ceremony->title.id) : name);
    }
    m_templates << QString();
    connect(&preferences, &Preferences::languageChanged, this, &CeremonyEditor::edited);
}

void CeremonyEditor::take(pledge::Ceremony ceremony)
{
    m_draft = std::move(ceremony);
    m_history.clear();
    m_lastChange.clear();
    m_newUnits.clear();
    m_begun = true;
    m_saved = false;
    m_frozen = false;
    m_saveProblem = {};
    m_part = Part::Main;
    m_unit = -1;
    m_unitPage = 0;
    m_unitSearch.clear();
    edited();
}

void CeremonyEditor::begin()
{
    m_path.clear();
    take({});
    m_begun = false;
    emit changed();
}

void CeremonyEditor::useTemplate(int place)
{
    if (m_begun || place < 0 || place >= m_templates.size()) {
        return;
    }
    auto ceremony = place < templateNames().size() ? builtIn(templateNames()[place])
                                                   : Result<pledge::Ceremony>(emptyCeremony());
    if (!ceremony) {
        qWarning().noquote() << "ikrar-kiosk: template:" << ceremony.error().what.c_str();
        return;
    }
    forgetDays(*ceremony);
    forgetAgency(*ceremony);
    take(std::move(*ceremony));
}

void CeremonyEditor::copyOf(const pledge::Ceremony& ceremony)
{
    auto copy = ceremony;
    forgetDays(copy);
    m_path.clear();
    take(std::move(copy));
}

void CeremonyEditor::copyAsNew()
{
    copyOf(m_draft);
}

Result<void> CeremonyEditor::openFile(const base::Path& file)
{
    const auto bytes = base::readFile(file, pledge::maxCeremonySize);
    if (!bytes && bytes.error().kind == Error::Kind::Missing) {
        begin();
        m_path = file;
        emit changed();
        return {};
    }
    auto ceremony = bytes.and_then(
        [](const Bytes& toml) { return pledge::parseCeremony(base::asText(toml)); });
    if (!ceremony) {
        return tl::unexpected(ceremony.error());
    }
    const auto hash = ceremony->hash;
    take(std::move(*ceremony));
    m_path = file;
    m_frozen = isFrozen(*bytes);
    m_saved = true;
    m_hash = hash;
    emit changed();
    return {};
}

/// Whether the log in `data` was opened from these bytes.
bool CeremonyEditor::isFrozen(BytesView bytes) const
{
    const auto opened = base::readFile(m_data / "log" / "ceremony.toml", pledge::maxCeremonySize);
    return opened && crypto::sha256(*opened) == crypto::sha256(bytes);
}

QString CeremonyEditor::text(const QString& field) const
{
    auto draft = const_cast<pledge::Ceremony*>(&m_draft); // NOLINT: found, and only read
    const auto* found = pledge::ceremonyField(*draft, field.toStdString());
    if (found == nullptr) {
        return {};
    }
    const auto text = QString::fromStdString(*found);
    if (isDateField(field) && pledge::isDate(*found)) {
        return QStringLiteral("%1-%2-%3").arg(text.mid(8, 2), text.mid(5, 2), text.left(4));
    }
    return isTimeField(field) && pledge::isTime(*found) ? QString(text).replace(u':', u'.') : text;
}

void CeremonyEditor::setText(const QString& field, const QString& typed)
{
    const auto name = field.toStdString();
    const QString wanted = isDateField(field) ? dateOf(typed)
        : isTimeField(field)                  ? timeOf(typed)
                                              : plain(typed, mayHaveLines(field));
    const auto* now = pledge::ceremonyField(m_draft, name);
    if (m_frozen || now == nullptr || *now == wanted.toStdString()) {
        return;
    }
    remember(name);
    *pledge::ceremonyField(m_draft, name) = wanted.toStdString();
    if (auto* english = pledge::ceremonyField(m_draft, name + ".en")) {
        english->clear();
    }
    if (name.starts_with("units.") && name.ends_with(".name") && m_unit >= 0) {
        nameUnit(static_cast<std::size_t>(m_unit));
    }
    edited();
}

QString CeremonyEditor::problem(const QString& field) const
{
    const auto name = field.toStdString();
    const auto at = std::find_if(m_problems.begin(), m_problems.end(),
        [&](const pledge::CeremonyProblem& problem) { return problem.field == name; });
    return at == m_problems.end() ? QString() : QString::fromStdString(at->what);
}

CeremonyEditor::Part CeremonyEditor::partOf(const std::string& field)
{
    const auto head = field.substr(0, field.find('.'));
    if (head == "opening" || head == "clauses") {
        return Part::Pledge;
    }
    if (head == "sessions") {
        return Part::Sessions;
    }
    if (head == "units" || head == "code_edition") {
        return Part::Units;
    }
    if (head == "leaders" || head == "observers") {
        return Part::People;
    }
    return head == "instruments" ? Part::Basis : Part::Main;
}

int CeremonyEditor::problemsIn(Part part) const
{
    return static_cast<int>(std::count_if(m_problems.begin(), m_problems.end(),
        [part](const pledge::CeremonyProblem& problem) { return partOf(problem.field) == part; }));
}

CeremonyEditor::Part CeremonyEditor::firstProblem() const
{
    return m_problems.empty() ? m_part : partOf(m_problems.front().field);
}

int CeremonyEditor::count(const QString& list) const
{
    return static_cast<int>(pledge::ceremonyListSize(m_draft, list.toStdString()));
}

void CeremonyEditor::add(const QString& list)
{
    if (m_frozen) {
        return;
    }
    remember({});
    pledge::addToCeremonyList(m_draft, list.toStdString());
    edited();
}

void CeremonyEditor::remove(const QString& list, int place)
{
    if (m_frozen || place < 0 || place >= count(list)) {
        return;
    }
    remember({});
    pledge::removeFromCeremonyList(m_draft, list.toStdString(), static_cast<std::size_t>(place));
    if (list == QLatin1String("units")) {
        m_unit = -1;
    }
    edited();
}

void CeremonyEditor::pastePledge(const QString& pasted)
{
    auto text = pledge::splitPledge(pasted.toStdString());
    if (m_frozen || text.clauses.empty()) {
        return;
    }
    remember({});
    m_draft.clauses = std::move(text.clauses);
    if (!text.opening.empty()) {
        m_draft.opening = {text.opening, {}};
    }
    edited();
}

void CeremonyEditor::toggleCategory(int place)
{
    const auto all = pledge::allCategories();
    if (m_frozen || place < 0 || place >= static_cast<int>(all.size())) {
        return;
    }
    remember({});
    auto& chosen = m_draft.categories;
    const auto category = all[static_cast<std::size_t>(place)];
    const auto at = std::find(chosen.begin(), chosen.end(), category);
    if (at != chosen.end()) {
        chosen.erase(at);
    } else {
        chosen.push_back(category);
        std::sort(chosen.begin(), chosen.end());
    }
    edited();
}

void CeremonyEditor::chooseUnit(int place)
{
    m_unit = place >= 0 && place < static_cast<int>(m_draft.units.size()) ? place : -1;
    ++m_revision;
    emit changed();
}

/// Behind the last unit below it.
std::size_t CeremonyEditor::endOfUnit(std::size_t place) const
{
    std::set<std::string, std::less<>> within{m_draft.units[place].id};
    std::size_t end = place + 1;
    for (std::size_t at = place + 1; at < m_draft.units.size(); ++at) {
        if (within.contains(m_draft.units[at].parent)) {
            within.insert(m_draft.units[at].id);
            end = at + 1;
        }
    }
    return end;
}

void CeremonyEditor::insertUnit(const std::string& name)
{
    const bool below = m_unit >= 0;
    const auto above = static_cast<std::size_t>(std::max(m_unit, 0));
    pledge::Unit unit;
    unit.name = name;
    unit.parent = below ? m_draft.units[above].id : std::string();
    unit.id = freeUnitId(name.empty() ? "unit" : slugOf(QString::fromStdString(name)));
    m_newUnits.insert(unit.id);
    const auto place = below ? endOfUnit(above) : m_draft.units.size();
    m_draft.units.insert(
        m_draft.units.begin() + static_cast<std::ptrdiff_t>(place), std::move(unit));
    pledge::indexUnits(m_draft);
    if (name.empty()) {
        m_unit = static_cast<int>(place);
    }
}

void CeremonyEditor::addUnits(const QString& names)
{
    if (m_frozen) {
        return;
    }
    remember({});
    QStringList lines;
    for (const auto& name : names.split(u'\n')) {
        if (const auto words = name.simplified(); !words.isEmpty()) {
            lines << words;
        }
    }
    for (const auto& line : lines) {
        insertUnit(line.toStdString());
    }
    if (lines.isEmpty()) {
        m_unitSearch.clear();
        insertUnit({});
    }
    edited();
}

std::string CeremonyEditor::freeUnitId(const std::string& wanted) const
{
    const std::string stem = wanted.empty() ? "unit" : wanted;
    std::string id = stem;
    for (int number = 2; m_draft.unit(id) != nullptr; ++number) {
        const auto tail = "-" + std::to_string(number);
        id = stem.substr(0, maxId - tail.size()) + tail;
    }
    return id;
}

/// The id of a unit that was added here follows its name, with those below it.
void CeremonyEditor::nameUnit(std::size_t place)
{
    auto& unit = m_draft.units[place];
    const auto old = unit.id;
    if (m_newUnits.erase(old) == 0) {
        return;
    }
    m_draft.unitPositions.erase(old);
    unit.id = freeUnitId(slugOf(QString::fromStdString(unit.name)));
    m_newUnits.insert(unit.id);
    for (auto& other : m_draft.units) {
        if (other.parent == old) {
            other.parent = unit.id;
        }
    }
    pledge::indexUnits(m_draft);
}

void CeremonyEditor::turnUnits(int pages)
{
    m_unitPage = std::clamp(m_unitPage + pages, 0, unitPages() - 1);
    emit changed();
}

void CeremonyEditor::undo()
{
    if (m_history.empty() || m_frozen) {
        return;
    }
    m_draft = std::move(m_history.back());
    m_history.pop_back();
    m_lastChange.clear();
    if (m_unit >= static_cast<int>(m_draft.units.size())) {
        m_unit = -1;
    }
    edited();
}

void CeremonyEditor::save()
{
    if (m_frozen || !m_problems.empty() || !m_begun) {
        return;
    }
    const auto toml = pledge::formatCeremony(m_draft);
    const auto path = m_path.empty() ? freePath() : m_path;
    const auto written = pledge::parseCeremony(toml).and_then([&](const pledge::Ceremony& read) {
        m_hash = read.hash;
        return base::replaceFile(m_files, path, base::asBytes(toml));
    });
    m_saved = written.has_value();
    m_saveProblem = {};
    if (written) {
        m_path = path;
    } else {
        qWarning().noquote() << "ikrar-kiosk: ceremony:" << written.error().what.c_str();
        m_saveProblem = fileproblem::of(written.error(), path.parent_path());
    }
    emit changed();
}

base::Path CeremonyEditor::freePath() const
{
    std::error_code missing;
    base::Path path = m_saveTo / (m_draft.id + ".toml");
    for (int copy = 2; std::filesystem::exists(path, missing); ++copy) {
        path = m_saveTo / (m_draft.id + "-" + std::to_string(copy) + ".toml");
    }
    return path;
}

void CeremonyEditor::remember(const std::string& what)
{
    if (what.empty() || what != m_lastChange) {
        m_history.push_back(m_draft);
        if (m_history.size() > mostUndone) {
            m_history.erase(m_history.begin());
        }
    }
    m_lastChange = what;
    m_saved = false;
    m_saveProblem = {};
}

void CeremonyEditor::edited()
{
    check();
    findUnits();
    ++m_revision;
    m_preview.show(m_draft, {});
    emit changed();
}

void CeremonyEditor::check()
{
    m_problems = pledge::ceremonyProblems(m_draft, m_preferences.textLanguage());
}

void CeremonyEditor::findUnits()
{
    m_foundUnits.clear();
    for (std::size_t at = 0; at < m_draft.units.size(); ++at) {
        if (m_unitSearch.isEmpty()
            || QString::fromStdString(m_draft.units[at].name)
                   .contains(m_unitSearch, Qt::CaseInsensitive)) {
            m_foundUnits.push_back(at);
        }
    }
    m_unitPage = std::clamp(m_unitPage, 0, unitPages() - 1);
}

QString CeremonyEditor::hash() const
{
    return m_saved ? digestText(m_hash) : QString();
}

QString CeremonyEditor::path() const
{
    return QString::fromStdString(m_path.string());
}

void CeremonyEditor::setPart(Part part)
{
    if (part != m_part) {
        m_part = part;
        m_lastChange.clear();
        emit changed();
    }
}

void CeremonyEditor::setActivity(bool activity)
{
    if (!m_frozen && activity != m_draft.activity) {
        remember({});
        m_draft.activity = activity;
        edited();
    }
}

int CeremonyEditor::zone() const
{
    const auto& zones = pledge::ceremonyTimeZones;
    const auto* const at = std::find(zones.begin(), zones.end(), m_draft.timeZone);
    return at == zones.end() ? -1 : static_cast<int>(std::distance(zones.begin(), at));
}

void CeremonyEditor::setZone(int zone)
{
    const auto& zones = pledge::ceremonyTimeZones;
    if (m_frozen || zone < 0 || zone >= static_cast<int>(zones.size()) || zone == this->zone()) {
        return;
    }
    remember({});
    m_draft.timeZone = zones.at(static_cast<std::size_t>(zone));
    edited();
}

QVariantList CeremonyEditor::categories() const
{
    QVariantList list;
    for (const auto category : pledge::allCategories()) {
        const auto label = pledge::label(category);
        const bool on = std::find(m_draft.categories.begin(), m_draft.categories.end(), category)
            != m_draft.categories.end();
        list << QVariantMap{
            {QStringLiteral("name"),
                QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()))},
            {QStringLiteral("on"), on}};
    }
    return list;
}

void CeremonyEditor::setUnitSearch(const QString& typed)
{
    if (typed == m_unitSearch) {
        return;
    }
    m_unitSearch = typed;
    m_unitPage = 0;
    findUnits();
    emit changed();
}

void CeremonyEditor::setUnitRoom(int room)
{
    if (room < 1 || room == m_unitRoom) {
        return;
    }
    m_unitRoom = room;
    findUnits();
    emit changed();
}

int CeremonyEditor::unitPages() const
{
    const auto room = static_cast<std::size_t>(m_unitRoom);
    return std::max(1, static_cast<int>((m_foundUnits.size() + room - 1) / room));
}

QVariantList CeremonyEditor::units() const
{
    QVariantList list;
    const auto room = static_cast<std::size_t>(m_unitRoom);
    const auto from = static_cast<std::size_t>(m_unitPage) * room;
    for (std::size_t at = from; at < std::min(m_foundUnits.size(), from + room); ++at) {
        const auto place = m_foundUnits[at];
        const auto& unit = m_draft.units[place];
        const auto* above = m_draft.unit(unit.parent);
        const auto prefix = "units." + std::to_string(place) + ".";
        const bool wrong = std::any_of(m_problems.begin(), m_problems.end(),
            [&](const auto& problem) { return problem.field.starts_with(prefix); });
        list << QVariantMap{{QStringLiteral("place"), static_cast<int>(place)},
            {QStringLiteral("name"), QString::fromStdString(unit.name)},
            {QStringLiteral("above"),
                above != nullptr ? QString::fromStdString(above->name) : QString()},
            {QStringLiteral("wrong"), wrong}};
    }
    return list;
}

QString CeremonyEditor::unitAbove() const
{
    if (m_unit < 0) {
        return {};
    }
    const auto* above = m_draft.unit(m_draft.units[static_cast<std::size_t>(m_unit)].parent);
    return above != nullptr ? QString::fromStdString(above->name) : QString();
}

} // namespace ikrar::kiosk
