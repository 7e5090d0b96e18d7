#include "attendance/records_json.h"

#include "attendance/list_cells.h"
#include "base/base64.h"
#include "ledger/attendance_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ikrar::attendance {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonValue orNull(const std::optional<std::uint64_t>& value)
{
    return value ? number(*value) : QJsonValue();
}

std::string written(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject ceremonyObject(const pledge::Ceremony& ceremony)
{
    return {{QStringLiteral("id"), text(ceremony.id)},
        {QStringLiteral("title"), text(ceremony.title.id)},
        {QStringLiteral("organizer"), text(ceremony.organizer)},
        {QStringLiteral("time_zone"), text(ceremony.timeZone)},
        {QStringLiteral("code_edition"), text(ceremony.codeEdition)},
        {QStringLiteral("sha256"), text(base::toHex(ceremony.hash.view()))}};
}

QJsonObject logObject(const LogRecord& log)
{
    QJsonArray sessions;
    for (const std::uint64_t session : log.sessions)
        sessions.append(number(session));
    return {{QStringLiteral("kiosk"), text(log.kiosk)},
        {QStringLiteral("origin"), text(log.key.name)},
        {QStringLiteral("vkey"), text(log.key.text())}, {QStringLiteral("size"), number(log.size)},
        {QStringLiteral("root"), text(base::toBase64(log.root.view()))},
        {QStringLiteral("checkpoint"), text(log.checkpoint)},
        {QStringLiteral("signed"), number(log.signedEntries)},
        {QStringLiteral("voided"), number(log.voidedEntries)},
        {QStringLiteral("first_signed"), orNull(log.firstSigned)},
        {QStringLiteral("last_signed"), orNull(log.lastSigned)},
        {QStringLiteral("sessions"), sessions}, {QStringLiteral("closed"), log.closed}};
}

QJsonObject totalsObject(const Totals& totals)
{
    return {{QStringLiteral("expected"), number(totals.expected)},
        {QStringLiteral("present"), number(totals.present)},
        {QStringLiteral("walk_ins"), number(totals.walkIns)},
        {QStringLiteral("repeated"), number(totals.repeated)},
        {QStringLiteral("voided"), number(totals.voided)},
        {QStringLiteral("absent"), number(totals.absent)},
        {QStringLiteral("assisted"), number(totals.assisted)},
        {QStringLiteral("wet"), number(totals.onPaper)}};
}

QJsonObject unitObject(const UnitRecap& unit, const pledge::Ceremony& ceremony)
{
    const pledge::Unit* known = ceremony.unit(unit.unit);
    return {{QStringLiteral("id"), text(unit.unit)},
        {QStringLiteral("name"), text(unitCell(ceremony, unit.unit))},
        {QStringLiteral("code"), text(known == nullptr ? std::string() : known->code)},
        {QStringLiteral("expected"), number(unit.expected)},
        {QStringLiteral("present"), number(unit.present)},
        {QStringLiteral("walk_ins"), number(unit.walkIns)},
        {QStringLiteral("izin"), number(unit.permission)},
        {QStringLiteral("sakit"), number(unit.sick)}, {QStringLiteral("cuti"), number(unit.leave)},
        {QStringLiteral("dinas_luar"), number(unit.duty)},
        {QStringLiteral("tanpa_keterangan"), number(unit.unexplained())}};
}

QJsonObject signedObject(const SignedRecord& record, const pledge::Ceremony& ceremony)
{
    const pledge::Declaration& person = record.row.declaration;
    QJsonObject object{{QStringLiteral("kiosk"), text(record.kiosk)},
        {QStringLiteral("index"), number(record.row.index)},
        {QStringLiteral("leaf_hash"), text(base::toHex(record.leaf.view()))},
        {QStringLiteral("time"), text(ledger::localTime(record.row.time, ceremony.timeZone))},
        {QStringLiteral("time_trust"),
            record.row.clockTrust ? QJsonValue(text(clockTrustCode(record))) : QJsonValue()},
        {QStringLiteral("receipt_code"), text(receiptCode(record))},
        {QStringLiteral("session"), number(record.row.session)},
        {QStringLiteral("kind"), text(code(person.identity.kind))},
        {QStringLiteral("number"), text(person.identity.value)},
        {QStringLiteral("name"), text(person.name)},
        {QStringLiteral("category"), text(code(person.category))},
        {QStringLiteral("rank"), text(record.rank)}, {QStringLiteral("post"), text(person.post)},
        {QStringLiteral("unit"), text(person.unit)},
        {QStringLiteral("method"), text(ledger::methodCode(person.method))},
        {QStringLiteral("status"), text(statusCode(record))},
        {QStringLiteral("reason"),
            record.row.voided ? QJsonValue(text(ledger::reasonCode(*record.row.voided)))
                              : QJsonValue()},
        {QStringLiteral("listed"), record.listed}};
    if (person.method == pledge::Method::WetInk) {
        object.insert(QStringLiteral("sheet_row"), text(person.paper.row));
        object.insert(QStringLiteral("observer"), text(person.paper.observerName));
        object.insert(QStringLiteral("observer_post"), text(person.paper.observerPost));
    }
    return object;
}

QJsonObject absentObject(const AbsentRecord& absent)
{
    const ledger::RosterRow& person = absent.person;
    QJsonObject object{{QStringLiteral("kind"), text(code(person.identity.kind))},
        {QStringLiteral("number"), text(person.identity.value)},
        {QStringLiteral("name"), text(person.name)},
        {QStringLiteral("category"), text(code(person.category))},
        {QStringLiteral("rank"), text(person.rank)}, {QStringLiteral("post"), text(person.post)},
        {QStringLiteral("unit"), text(person.unit)},
        {QStringLiteral("reason"),
            absent.stated ? QJsonValue(text(code(absent.stated->reason))) : QJsonValue()}};
    if (absent.stated && !absent.stated->note.empty())
        object.insert(QStringLiteral("note"), text(absent.stated->note));
    return object;
}

/// A list that is written while it is read.
class List
{
public:
    List(Sink& sink, std::string_view key) : m_sink(sink), m_head(key) { }

    [[nodiscard]] Result<void> add(const QJsonObject& object)
    {
        const std::string before = m_begun ? ",\n" : ",\n\"" + m_head + "\":[\n";
        m_begun = true;
        return m_sink.write(before + written(object));
    }
    [[nodiscard]] Result<void> end()
    {
        return m_sink.write(m_begun ? "\n]" : ",\n\"" + m_head + "\":[]");
    }

private:
    Sink& m_sink;
    std::string m_head;
    bool m_begun = false;
};

/// All but the lists of people.
Result<QJsonObject> summary(const Records& records)
{
    const auto logs = records.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    const auto totals = records.totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const auto units = records.units();
    if (!units)
        return tl::unexpected(units.error());
    QJsonArray logList;
    for (const LogRecord& log : *logs)
        logList.append(logObject(log));
    QJsonArray unitList;
    for (const UnitRecap& unit : *units)
        unitList.append(unitObject(unit, records.ceremony()));
    return QJsonObject{{QStringLiteral("schema"), 1},
        {QStringLiteral("ceremony"), ceremonyObject(records.ceremony())},
        {QStringLiteral("rehearsal"), records.rehearsal()}, {QStringLiteral("logs"), logList},
        {QStringLiteral("totals"), totalsObject(*totals)}, {QStringLiteral("units"), unitList}};
}

} // namespace

Result<std::uint64_t> writeJson(
    const Records& records, Records::Order order, Sink& sink, const RowsDone& done)
{
    const auto head = summary(records);
    if (!head)
        return tl::unexpected(head.error());
    std::string opening = written(*head);
    opening.pop_back(); // its brace: the lists follow within
    List entries(sink, "signed");
    List absentees(sink, "absent");
    std::uint64_t rows = 0;
    return sink.write(opening)
        .and_then([&] {
            return eachSignedBeside(
                records, order,
                [&](const SignedRecord& record) {
                    return entries.add(signedObject(record, records.ceremony()));
                },
                done);
        })
        .and_then([&](std::uint64_t taken) {
            rows = taken;
            return entries.end();
        })
        .and_then([&] {
            return records.eachAbsent(
                [&](const AbsentRecord& absent) { return absentees.add(absentObject(absent)); });
        })
        .and_then([&] { return absentees.end(); })
        .and_then([&] { return sink.write("}\n"); })
        .map([&] { return rows; });
}

} // namespace ikrar::attendance
