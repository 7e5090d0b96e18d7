#include "attendance/roster_person.h"

#include "attendance/roster_category.h"
#include "attendance/wording.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace ikrar::attendance {

namespace {

using pledge::Category;
using pledge::Identity;
using pledge::IdentityKind;

constexpr std::size_t maxField = 256;

bool isPlain(const std::string& text)
{
    const bool printable
        = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return printable && text.find("  ") == std::string::npos && !text.starts_with(' ')
        && !text.ends_with(' ');
}

/// On one line, without what has no shape: people type Alt+Enter in cells, and paste.
std::string onOneLine(const std::string& text)
{
    if (isPlain(text))
        return text;
    QString kept;
    for (const QChar c : QString::fromStdString(text)) {
        if (c.category() != QChar::Other_Format)
            kept += c;
    }
    return kept.simplified().toStdString();
}

/// `'=1+1`: the apostrophe makes harmless what a spreadsheet would take for a formula.
std::string withoutGuard(std::string text)
{
    constexpr std::string_view dangerous = "=+-@";
    if (text.size() > 1 && text.front() == '\'' && dangerous.find(text[1]) != std::string::npos)
        text.erase(0, 1);
    return text;
}

std::string contents(const Cell& cell)
{
    return cell.kind == Cell::Kind::Number ? digitsOf(cell.text)
                                           : withoutGuard(onOneLine(cell.text));
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20U;
}

bool isDash(const std::string& text)
{
    return text.empty() || text == "-" || text == "\u2013" || text == "\u2014";
}

const Cell* cellAt(const TableRow& row, std::size_t position)
{
    return position < row.cells.size() ? &row.cells[position] : nullptr;
}

std::string listed(const std::vector<std::string>& ids)
{
    constexpr std::size_t shown = 5;
    std::string list;
    for (std::size_t i = 0; i < std::min(ids.size(), shown); ++i)
        list += (i == 0 ? "" : ", ") + ids[i];
    return ids.size() > shown ? list + ", ..." : list;
}

bool isAsn(Category category)
{
    return category == Category::Pns || category == Category::Cpns || category == Category::Pppk
        || category == Category::PppkParuhWaktu;
}

/// `1`, `(2)`: how papers number their columns, below the header.
bool isOrdinal(const std::string& text, std::size_t number)
{
    const std::string digits = std::to_string(number);
    return text == digits || text == "(" + digits + ")" || text == digits + ".";
}

} // namespace

PersonReader::PersonReader(const pledge::Ceremony& ceremony, RosterColumns columns, How how)
    : m_ceremony(ceremony)
    , m_columns(std::move(columns))
    , m_how(how)
    , m_units(ceremony)
    , m_numbers(m_columns.of(RosterField::Number))
    , m_unitColumns(m_columns.of(RosterField::Unit))
{
    for (const RosterColumn& column : m_columns.all()) {
        m_width = std::max(m_width, column.position + 1);
        if (!column.field)
            continue;
        m_read.push_back(column.position);
        m_single.emplace(*column.field, &column);
    }
}

bool PersonReader::isEmpty(const TableRow& row) const
{
    bool nothing = true;
    bool header = true;
    bool ordinals = true;
    std::size_t number = 0;
    for (const RosterColumn& column : m_columns.all()) {
        const Cell* cell = cellAt(row, column.position);
        const std::string text = cell == nullptr ? std::string() : onOneLine(cell->text);
        nothing = nothing && (text.empty() || !column.field);
        header = header && text == column.header;
        ordinals = ordinals && isOrdinal(text, ++number);
    }
    return nothing || header || ordinals;
}

tl::expected<ledger::RosterRow, std::vector<std::string>> PersonReader::read(const TableRow& row)
{
    m_wrong.clear();
    if (isShifted(row)) // what stands in which column is then anybody's guess
        return tl::unexpected(m_wrong);
    ledger::RosterRow person;
    person.name = nameOf(row);
    person.post = textOf(row, RosterField::Post);
    person.rank = rankOf(row);
    person.unit = unitOf(row);
    const Stated stated = statedCategory(row);
    const auto identity = identityOf(row, person.name, stated.category);
    if (identity) {
        person.identity = *identity;
        checkNew(row.number, *identity);
    }
    if (identity || stated.category || stated.unknown)
        readCategory(stated, person);
    if (!m_wrong.empty())
        return tl::unexpected(m_wrong);
    return person;
}

void PersonReader::wrong(std::string_view indonesian, std::string_view english)
{
    m_wrong.push_back(said(m_how.language, indonesian, english));
}

bool PersonReader::isShifted(const TableRow& row)
{
    if (!m_how.refusesLongRows || row.cells.size() <= m_width)
        return false;
    const bool filled = std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(m_width),
        row.cells.end(), [](const Cell& cell) { return !cell.text.empty(); });
    if (!filled)
        return false;
    const std::string found = std::to_string(row.cells.size());
    const std::string expected = std::to_string(m_width);
    wrong("Baris ini punya " + found + " kolom, sedangkan baris judul " + expected
            + "; apit isi yang memuat tanda pemisah dengan tanda kutip.",
        "This row has " + found + " columns and the header " + expected
            + "; put what contains the separator in quotes.");
    return true;
}

std::string PersonReader::textOf(const TableRow& row, const RosterColumn& column)
{
    const Cell* cell = cellAt(row, column.position);
    if (cell == nullptr)
        return {};
    if (cell->kind == Cell::Kind::Broken) {
        wrong("Kolom " + column.letter() + " (" + column.header
                + ") berisi rumus tanpa hasil atau galat; isi dengan teksnya.",
            "Column " + column.letter() + " (" + column.header
                + ") holds a formula without a result, or an error; enter the text itself.");
        return {};
    }
    std::string text = contents(*cell);
    if (text.size() <= maxField && std::none_of(text.begin(), text.end(), isControl))
        return text;
    wrong("Kolom " + column.letter() + " (" + column.header
            + ") harus teks biasa, paling banyak 256 byte; ringkas isinya.",
        "Column " + column.letter() + " (" + column.header
            + ") must be plain text of at most 256 bytes; shorten it.");
    return {};
}

std::string PersonReader::textOf(const TableRow& row, RosterField field)
{
    const auto column = m_single.find(field);
    return column == m_single.end() ? std::string() : textOf(row, *column->second);
}

/// With the titles of their own columns where they have some: `Dr. Siti Aminah, S.Pd.`
std::string PersonReader::nameOf(const TableRow& row)
{
    std::string name = textOf(row, RosterField::Name);
    if (name.empty()) {
        if (m_wrong.empty())
            wrong("Nama kosong; tuliskan nama lengkap, atau hapus baris ini.",
                "The name is empty; write it in full, or remove this row.");
        return name;
    }
    const std::string front = textOf(row, RosterField::FrontTitle);
    const std::string back = textOf(row, RosterField::BackTitle);
    if (!isDash(front))
        name.insert(0, front + " ");
    if (!isDash(back))
        name += ", " + back;
    if (name.size() > maxField)
        wrong("Nama dengan gelar paling banyak 256 byte; ringkas gelarnya.",
            "A name with its titles has at most 256 bytes; shorten the titles.");
    return name;
}

/// `Penata (III/c)`, also out of two columns.
std::string PersonReader::rankOf(const TableRow& row)
{
    std::string rank = textOf(row, RosterField::Rank);
    std::string grade = textOf(row, RosterField::Grade);
    if (isDash(grade))
        return isDash(rank) ? std::string() : rank;
    if (isDash(rank))
        return grade;
    std::string both = rank;
    if (rank.find(grade) == std::string::npos)
        both += " (" + grade + ")";
    if (both.size() > maxField)
        wrong("Pangkat dan golongan paling banyak 256 byte; ringkas isinya.",
            "Rank and grade have at most 256 bytes; shorten them.");
    return both;
}

/// The first column that names a unit of the ceremony: rosters name a unit and what it belongs to.
std::string PersonReader::unitOf(const TableRow& row)
{
    std::string first;
    for (const RosterColumn* column : m_unitColumns) {
        const std::string text = textOf(row, *column);
        if (isDash(text))
            continue;
        const auto& ids = m_units.find(text);
        if (ids.size() == 1)
            return ids.front();
        if (first.empty())
            first = text;
    }
    if (first.empty() && m_unitColumns.empty() && m_units.all().size() == 1)
        return m_units.all().front().id;
    if (first.empty() && m_units.all().empty())
        return {};
    if (first.empty())
        wrong("Unit kerja kosong; isi dengan nama unit dari berkas ikrar.",
            "The unit is empty; enter the name of one from the ceremony file.");
    else if (const auto& ids = m_units.find(first); ids.empty())
        unknownUnit(first);
    else
        ambiguousUnit(first, ids);
    return {};
}

void PersonReader::unknownUnit(const std::string& text)
{
    const pledge::Unit* near = m_units.nearest(text);
    if (near == nullptr)
        wrong("Unit '" + text
                + "' tidak ada pada berkas ikrar ini; pakai kode atau nama unit dari berkas itu.",
            "This ceremony has no unit '" + text
                + "'; use the id or the name of one from the ceremony file.");
    else
        wrong("Unit '" + text + "' tidak ada pada berkas ikrar ini; yang paling mirip '"
                + near->name + "'. Tulis nama unit seperti pada berkas itu.",
            "This ceremony has no unit '" + text + "'; the nearest is '" + near->name
                + "'. Write the unit as the ceremony file does.");
}

void PersonReader::ambiguousUnit(const std::string& text, const std::vector<std::string>& ids)
{
    const std::string count = std::to_string(ids.size());
    wrong("Nama unit '" + text + "' dipakai oleh " + count + " unit; pakai kodenya: " + listed(ids)
            + ".",
        count + " units are named '" + text + "'; use the id of one: " + listed(ids) + ".");
}

PersonReader::Stated PersonReader::statedCategory(const TableRow& row)
{
    const auto column = m_single.find(RosterField::Category);
    if (column == m_single.end())
        return {};
    Stated stated;
    stated.words = textOf(row, *column->second);
    if (isDash(stated.words) || stated.words == "ASN") // which the number tells apart
        return {};
    stated.category = categoryFromWords(stated.words);
    stated.unknown = !stated.category && !column->second->vague;
    return stated;
}

std::optional<Category> PersonReader::impliedCategory(const Identity& identity) const
{
    const auto given = m_how.category;
    if (identity.kind != IdentityKind::Nip)
        return given;
    const bool pppk = pledge::isPppkNumber(identity);
    // --category tells CPNS from PNS, and part-time PPPK from the others, which no number does.
    if (given == Category::Cpns && !pppk)
        return given;
    if (given == Category::PppkParuhWaktu && pppk)
        return given;
    return pppk ? Category::Pppk : Category::Pns;
}

void PersonReader::readCategory(const Stated& stated, ledger::RosterRow& person)
{
    std::string codes;
    for (const Category each : m_ceremony.categories)
        codes += (codes.empty() ? "" : ", ") + std::string(code(each));
    const auto category
        = stated.category || stated.unknown ? stated.category : impliedCategory(person.identity);
    const auto& known = m_ceremony.categories;
    if (!category && stated.words.empty()) {
        wrong("Kategori tidak dapat ditentukan dari nomor ini; isi kolom Kategori dengan salah "
              "satu: "
                + codes + ".",
            "The number does not tell the category; give a column Kategori with one of: " + codes
                + " (or --category, for all such rows).");
    } else if (!category || std::find(known.begin(), known.end(), *category) == known.end()) {
        const std::string name = category ? std::string(code(*category)) : stated.words;
        wrong("Kategori '" + name + "' tidak ada pada berkas ikrar ini; pilih salah satu: " + codes
                + ".",
            "This ceremony has no category '" + name + "'; use one of: " + codes + ".");
    } else {
        person.category = *category;
        checkCategory(*category, person.identity);
    }
}

/// Digits 13 and 14 of a NIP say what its bearer is.
void PersonReader::checkCategory(Category category, const Identity& identity)
{
    if (identity.kind != IdentityKind::Nip || !isAsn(category) || identity.value.empty())
        return;
    const bool isContract = category == Category::Pppk || category == Category::PppkParuhWaktu;
    if (isContract == pledge::isPppkNumber(identity))
        return;
    const std::string name(label(category));
    const std::string other = isContract ? "PNS" : "PPPK";
    wrong("Kategori " + name + " tidak cocok dengan nomor ini: angka ke-13–14 menandai " + other
            + "; periksa keduanya.",
        "The category " + name + " does not go with this number: its digits 13–14 are those of "
            + other + "; check both.");
}

std::optional<IdentityKind> PersonReader::statedKind(const TableRow& row)
{
    const std::string words = textOf(row, RosterField::NumberKind);
    if (words.empty())
        return std::nullopt;
    const std::string lower = QString::fromStdString(words).toLower().toStdString();
    if (const auto kind = pledge::identityKindFromCode(lower))
        return *kind;
    wrong("Jenis nomor '" + words + "' tidak dikenal; pilih nip, nik, nrp, nipd, atau nama.",
        "There is no kind of number '" + words + "'; use nip, nik, nrp, nipd or nama.");
    return std::nullopt;
}

/// The number in this column, if it holds one that somebody of this category may be known by.
std::optional<PersonReader::Chosen> PersonReader::numberFrom(const TableRow& row,
    const RosterColumn& column, std::optional<Category> category,
    const std::vector<IdentityKind>& usual)
{
    const Cell* cell = cellAt(row, column.position);
    if (cell == nullptr)
        return std::nullopt;
    Chosen chosen{&column, numberIn(*cell), {}, {}};
    if (chosen.number.text.empty())
        return std::nullopt;
    chosen.kind = chosen.number.damaged ? column.kind.value_or(usual.front())
                                        : kindOfNumber(chosen.number.text, column.kind, category);
    chosen.place = usual.size();
    if (chosen.kind)
        chosen.place = static_cast<std::size_t>(
            std::find(usual.begin(), usual.end(), *chosen.kind) - usual.begin());
    // Who is an ASN has a NIP; a NIK beside the empty place of a NIP is no way to know them.
    const bool unusual = chosen.kind && chosen.place == usual.size();
    if (unusual && category && isAsn(*category))
        return std::nullopt;
    return chosen;
}

/// Of several numbers the one that people of this category are known by.
std::optional<PersonReader::Chosen> PersonReader::chooseNumber(
    const TableRow& row, std::optional<Category> category) const
{
    const std::vector<IdentityKind> usual = category
        ? pledge::kindsFor({&*category, 1})
        : std::vector{IdentityKind::Nip, IdentityKind::Nik, IdentityKind::Nipd, IdentityKind::Nrp};
    std::optional<Chosen> best;
    for (const RosterColumn* column : m_numbers) {
        auto chosen = numberFrom(row, *column, category, usual);
        if (chosen && (!best || chosen->place < best->place))
            best = std::move(chosen);
    }
    return best;
}

std::optional<Identity> PersonReader::identityOf(
    const TableRow& row, const std::string& name, std::optional<Category> category)
{
    const std::size_t before = m_wrong.size();
    const auto stated = statedKind(row);
    if (m_wrong.size() > before)
        return std::nullopt;
    const auto chosen = stated ? chooseNumber(row, std::nullopt) : chooseNumber(row, category);
    if (stated == IdentityKind::Nama)
        return checked(IdentityKind::Nama, chosen ? chosen->number.text : name);
    if (!chosen) {
        if (!stated && category && pledge::mayLackNumber(*category) && !name.empty())
            return checked(IdentityKind::Nama, name);
        missingNumber(category);
        return std::nullopt;
    }
    const std::string& text = chosen->number.text;
    const auto kind = stated ? stated : chosen->kind;
    if (chosen->number.damaged || isDamaged(text, kind.value_or(IdentityKind::Nip))) {
        damagedNumber(*chosen->column);
        return std::nullopt;
    }
    if (!kind) {
        wrong(
            "Nomor '" + text + "' bukan NIP (18 angka) dan bukan NIK (16 angka); periksa angkanya.",
            "The number '" + text
                + "' is neither a NIP (18 digits) nor a NIK (16 digits); check its digits.");
        return std::nullopt;
    }
    return checked(*kind, text);
}

std::optional<Identity> PersonReader::checked(IdentityKind kind, const std::string& text)
{
    if (const auto problem = pledge::check(kind, text)) {
        m_wrong.push_back(problem->sentence(kind, m_how.language));
        return std::nullopt;
    }
    auto identity = pledge::parseIdentity(kind, text);
    if (!identity) {
        m_wrong.push_back(identity.error().what);
        return std::nullopt;
    }
    return *identity;
}

void PersonReader::missingNumber(std::optional<Category> category)
{
    const bool nip = category && isAsn(*category);
    wrong(nip ? "NIP kosong; isi 18 angkanya." : "Nomor kosong; isi NIP, NIK, NRP, atau NIPD.",
        nip ? "The NIP is empty; enter its 18 digits."
            : "The number is empty; enter a NIP, NIK, NRP or NIPD.");
}

/// Without the number, so that a damaged column is one thing to mend.
void PersonReader::damagedNumber(const RosterColumn& column)
{
    const std::string where = column.letter() + " (" + column.header + ")";
    wrong("Kolom " + where
            + ": nomor ini disimpan lembar kerja sebagai bilangan, angka terakhirnya hilang; "
              "jadikan kolom ini teks dan isi ulang semua angkanya.",
        "Column " + where
            + ": a spreadsheet kept this number as a figure and its last digits are lost; make "
              "this column text and enter all digits again (jadikan kolom ini teks dan isi "
              "ulang).");
}

void PersonReader::checkNew(std::size_t row, const Identity& identity)
{
    const auto [known, isNew] = m_rows.emplace(identity, row);
    if (isNew)
        return;
    ++m_repeated;
    const std::string first = std::to_string(known->second);
    if (identity.kind == IdentityKind::Nama)
        wrong("Nama ini tanpa nomor sudah ada di baris " + first
                + "; hapus salah satu, atau isi nomor keduanya.",
            "Row " + first
                + " has the same name without a number; remove one of the two, or give both "
                  "their numbers.");
    else
        wrong("Nomor ini sudah ada di baris " + first + "; hapus salah satu.",
            "Row " + first + " has the same number; remove one of the two.");
}

} // namespace ikrar::attendance
