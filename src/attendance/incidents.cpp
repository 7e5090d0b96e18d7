#include "attendance/incidents.h"

#include "attendance/letter_dates.h"
#include "base/utf8.h"
#include "ledger/attendance_table.h"
#include "ledger/file_lock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxFile = std::size_t{1024} * 1024;
constexpr std::size_t maxText = 512;
constexpr std::size_t maxIncidents = 1000;
// A day before the year 9999 ends: later ones have, in some zone, a longer date.
constexpr std::int64_t lastTime = 253402214399;
constexpr mode_t ownerOnly = 0600;
constexpr std::size_t dateLength = 10;
constexpr std::size_t clockLength = 5;

base::Path pathIn(const base::Path& data)
{
    return data / "incidents.json";
}

bool isOneLine(const std::string& text)
{
    const bool controls = std::any_of(text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return text.find_first_not_of(' ') != std::string::npos && text.size() <= maxText && !controls
        && base::isUtf8(text);
}

bool isTime(std::int64_t time)
{
    return time >= 0 && time <= lastTime;
}

Result<Incident> incidentFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    constexpr qint64 none = -1;
    Incident incident{object.value(QLatin1String("time")).toInteger(none),
        object.value(QLatin1String("text")).toString().toStdString()};
    if (!isTime(incident.time) || !isOneLine(incident.text))
        return fail(Error::Kind::Malformed,
            "DATA/incidents.json is damaged: mend it, or move it away and note the incidents "
            "again.");
    return incident;
}

Result<void> write(
    base::FileSystem& files, const base::Path& data, const std::vector<Incident>& incidents)
{
    QJsonArray list;
    for (const Incident& incident : incidents)
        list.append(QJsonObject{{QStringLiteral("time"), static_cast<qint64>(incident.time)},
            {QStringLiteral("text"), QString::fromStdString(incident.text)}});
    const std::string text = QJsonDocument(list).toJson(QJsonDocument::Indented).toStdString();
    if (text.size() > maxFile)
        return fail(Error::Kind::Invalid,
            "The list of incidents would be longer than 1 MiB, which is not read again: take one "
            "back, or say it shorter.");
    return base::replaceFile(files, pathIn(data), base::asBytes(text), ownerOnly);
}

/// Reads, changes and writes the list, while no other process does.
template <typename Change>
Result<void> change(base::FileSystem& files, const base::Path& data, Change change)
{
    const auto lock = ledger::FileLock::take(files, data / "incidents.lock");
    if (!lock)
        return tl::unexpected(lock.error());
    auto incidents = readIncidents(data);
    if (!incidents)
        return tl::unexpected(incidents.error());
    Result<void> changed = change(*incidents);
    return changed.and_then([&] { return write(files, data, *incidents); });
}

tl::unexpected<Error> noTime()
{
    return fail(
        Error::Kind::Invalid, "The time is such as 08:05, or 2023-09-18T08:05 of another day.");
}

} // namespace

Result<std::vector<Incident>> readIncidents(const base::Path& data)
{
    std::vector<Incident> incidents;
    const auto bytes = base::readFile(pathIn(data), maxFile);
    if (!bytes && bytes.error().kind == Error::Kind::Missing)
        return incidents;
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto text = base::asText(*bytes);
    const auto json
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!json.isArray())
        return fail(Error::Kind::Malformed,
            pathIn(data).string() + " is no JSON array: mend it, or move it away.");
    for (const QJsonValue value : json.array()) {
        auto incident = incidentFrom(value);
        if (!incident)
            return tl::unexpected(incident.error());
        incidents.push_back(std::move(*incident));
    }
    return incidents;
}

Result<void> addIncident(base::FileSystem& files, const base::Path& data, const Incident& incident)
{
    if (!isTime(incident.time))
        return noTime();
    if (!isOneLine(incident.text))
        return fail(Error::Kind::Invalid, "An incident is one line of at most 512 bytes.");
    return change(files, data, [&](std::vector<Incident>& incidents) -> Result<void> {
        if (incidents.size() >= maxIncidents)
            return fail(Error::Kind::Invalid, "There are 1,000 incidents already.");
        const auto after = std::upper_bound(incidents.begin(), incidents.end(), incident,
            [](const Incident& a, const Incident& b) { return a.time < b.time; });
        incidents.insert(after, incident);
        return {};
    });
}

Result<void> removeIncident(
    base::FileSystem& files, const base::Path& data, const Incident& incident)
{
    return change(files, data, [&](std::vector<Incident>& incidents) -> Result<void> {
        const auto found = std::find(incidents.begin(), incidents.end(), incident);
        if (found == incidents.end())
            return fail(Error::Kind::Missing, "That incident is not in the list any more.");
        incidents.erase(found);
        return {};
    });
}

Result<bool> removeIncidents(base::FileSystem& files, const base::Path& data)
{
    const auto lock = ledger::FileLock::take(files, data / "incidents.lock");
    if (!lock)
        return tl::unexpected(lock.error());
    std::error_code missing;
    if (!std::filesystem::exists(pathIn(data), missing))
        return false;
    return files.remove(pathIn(data)).map([] { return true; });
}

bool hasIncidents(const base::Path& data)
{
    const auto incidents = readIncidents(data);
    return !incidents || !incidents->empty();
}

std::string incidentLine(const Incident& incident, const std::string& timeZone)
{
    const std::string local = ledger::localTime(incident.time, timeZone);
    return (dateText(dayOf(local.substr(0, dateLength))) + QStringLiteral(", ")
               + timeText(local.substr(dateLength + 1, clockLength), timeZone)
               + QStringLiteral(": "))
               .toStdString()
        + incident.text;
}

Result<std::vector<std::string>> incidentLines(const base::Path& data, const std::string& timeZone)
{
    return readIncidents(data).map([&](const std::vector<Incident>& noted) {
        std::vector<std::string> lines;
        lines.reserve(noted.size());
        for (const Incident& incident : noted)
            lines.push_back(incidentLine(incident, timeZone));
        return lines;
    });
}

Result<std::int64_t> incidentTime(
    const std::string& text, const std::string& timeZone, std::int64_t now)
{
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    if (!zone.isValid())
        return fail(Error::Kind::Io, "This machine does not know the time zone " + timeZone + ".");
    const std::size_t between = text.find('T');
    const bool dated = between != std::string::npos;
    const std::string day
        = dated ? text.substr(0, between) : ledger::localTime(now, timeZone).substr(0, dateLength);
    QString clock = QString::fromStdString(dated ? text.substr(between + 1) : text);
    const QTime time = QTime::fromString(clock.replace(u'.', u':'), QStringLiteral("H:mm"));
    const QDate date = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
    if (!time.isValid() || !date.isValid())
        return noTime();
    return QDateTime(date, time, zone).toSecsSinceEpoch();
}

} // namespace ikrar::attendance
