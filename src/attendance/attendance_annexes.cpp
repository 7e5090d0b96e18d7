#include "attendance/attendance_annexes.h"

#include "attendance/list_cells.h"
#include "attendance/paper_facts.h"
#include "attendance/paper_table.h"

namespace ikrar::attendance {

namespace {

void startAnnex(Pages& pages, const QString& title, const pledge::Ceremony& ceremony)
{
    pages.startPage();
    pages.paragraph(title, letters(13, Weight::Bold), Qt::AlignHCenter);
    pages.paragraph(fromUtf8(ceremony.title.id), letters(10), Qt::AlignHCenter);
    pages.advance(3 * mm);
}

std::vector<QString> recapCells(const QString& number, const QString& unit, const UnitRecap& recap)
{
    return {number, unit, figures(recap.expected), figures(recap.present), figures(recap.walkIns),
        figures(recap.permission), figures(recap.sick), figures(recap.leave), figures(recap.duty),
        figures(recap.unexplained()), percentText(recap.present, recap.expected)};
}

void add(UnitRecap& sum, const UnitRecap& one)
{
    sum.expected += one.expected;
    sum.present += one.present;
    sum.walkIns += one.walkIns;
    sum.permission += one.permission;
    sum.sick += one.sick;
    sum.leave += one.leave;
    sum.duty += one.duty;
}

void composeRecap(
    Pages& pages, const pledge::Ceremony& ceremony, const std::vector<UnitRecap>& units)
{
    startAnnex(pages, QStringLiteral("REKAP PER UNIT KERJA"), ceremony);
    const auto number = [](const char* title, double width) {
        return PaperTable::Column{QString::fromUtf8(title), width, Qt::AlignRight};
    };
    PaperTable table(pages,
        {{QStringLiteral("No"), 11, Qt::AlignHCenter}, {QStringLiteral("Unit"), 90},
            number("Jumlah pegawai", 21), number("Hadir & tanda tangan", 23),
            number("Di luar daftar", 19), number("Izin", 15), number("Sakit", 15),
            number("Cuti", 15), number("Dinas luar", 16), number("Tanpa keterangan", 24),
            number("%", 17)},
        {8.5, 6.5 * mm});
    table.start(7 * mm);
    UnitRecap sum;
    std::uint64_t position = 0;
    for (const UnitRecap& unit : units) {
        add(sum, unit);
        ++position;
        const auto row
            = table.row(recapCells(QString::number(position), unitText(ceremony, unit.unit), unit));
        table.place(row, position == units.size() ? 7 * mm : 0); // the totals stand with a unit
    }
    table.place(table.row(recapCells({}, QStringLiteral("Jumlah"), sum), Weight::Bold));
}

Result<void> composeAbsent(Pages& pages, const Records& records)
{
    const pledge::Ceremony& ceremony = records.ceremony();
    startAnnex(pages, QStringLiteral("DAFTAR TIDAK HADIR"), ceremony);
    PaperTable table(pages,
        {{QStringLiteral("No"), 12, Qt::AlignHCenter}, {QStringLiteral("Nama"), 70},
            {QStringLiteral("NIP / NI PPPK / NIK"), 40, Qt::AlignHCenter},
            {QStringLiteral("Pangkat/Gol."), 40}, {QStringLiteral("Jabatan"), 56},
            {QStringLiteral("Keterangan"), 55}},
        {8.5, 6.5 * mm});
    table.start(14 * mm);
    std::string unit;
    std::uint64_t position = 0;
    auto walked = records.eachAbsent([&](const AbsentRecord& absent) -> Result<void> {
        const ledger::RosterRow& person = absent.person;
        const auto row = table.row({QString::number(++position), fromUtf8(person.name),
            numberText(person.identity), fromUtf8(person.rank), fromUtf8(person.post),
            fromUtf8(absenceCell(absent.stated))});
        if (person.unit != unit)
            table.setBand(unitText(ceremony, person.unit), row.height);
        unit = person.unit;
        table.place(row);
        return {};
    });
    if (walked && position == 0)
        table.place(table.row({{}, QStringLiteral("Tidak ada."), {}, {}, {}, {}}));
    return walked;
}

} // namespace

QString percentText(std::uint64_t present, std::uint64_t expected)
{
    if (expected == 0)
        return QStringLiteral("–");
    // Cut, not rounded: 100,0 % is said when nobody is missing.
    const std::uint64_t tenths = present * 1000 / expected;
    return QString::number(tenths / 10) + u',' + QString::number(tenths % 10);
}

Result<void> composeAnnexes(Pages& pages, const Records& records)
{
    const auto units = records.units();
    if (!units)
        return tl::unexpected(units.error());
    composeRecap(pages, records.ceremony(), *units);
    return composeAbsent(pages, records);
}

} // namespace ikrar::attendance
