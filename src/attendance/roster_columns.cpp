#include "attendance/roster_columns.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

using pledge::IdentityKind;

struct Meaning {
    RosterField field{};
    /// Of two columns of one field the one with less is read; units are looked at in this order.
    unsigned weakness = 0;
    std::optional<IdentityKind> kind = std::nullopt;
};

struct Header {
    std::string_view words;
    Meaning meaning;
};

constexpr unsigned bareNumber = 1;
constexpr unsigned vagueCategory = 2;

// Columns whose headers are words of their own; those of numbers and ranks are put together from
// few words in many ways, see numberOf and rankOf.
constexpr std::array headers{
    Header{"nama", {RosterField::Name}},
    Header{"nama lengkap", {RosterField::Name}},
    Header{"nama pegawai", {RosterField::Name}},
    Header{"nama asn", {RosterField::Name}},
    Header{"nama pns", {RosterField::Name}},
    Header{"nama pppk", {RosterField::Name}},
    Header{"nama peserta", {RosterField::Name}},
    Header{"nama gelar", {RosterField::Name}},
    Header{"nama dan gelar", {RosterField::Name}},
    Header{"nama dengan gelar", {RosterField::Name}},
    Header{"nama beserta gelar", {RosterField::Name}},
    Header{"nama lengkap gelar", {RosterField::Name}},
    Header{"nama lengkap dan gelar", {RosterField::Name}},
    Header{"nama lengkap dengan gelar", {RosterField::Name}},
    Header{"nama lengkap beserta gelar", {RosterField::Name}},
    Header{"gelar depan", {RosterField::FrontTitle}},
    Header{"gelar belakang", {RosterField::BackTitle}},
    Header{"nomor", {RosterField::Number, bareNumber}},
    Header{"nomor identitas", {RosterField::Number}},
    Header{"no identitas", {RosterField::Number}},
    Header{"nomor induk", {RosterField::Number}},
    Header{"no induk", {RosterField::Number}},
    Header{"nomor induk pegawai", {RosterField::Number, 0, IdentityKind::Nip}},
    Header{"nomor induk kependudukan", {RosterField::Number, 0, IdentityKind::Nik}},
    Header{"jenis nomor", {RosterField::NumberKind}},
    Header{"jenis identitas", {RosterField::NumberKind}},
    Header{"kategori", {RosterField::Category}},
    Header{"kategori pegawai", {RosterField::Category}},
    Header{"kategori peserta", {RosterField::Category}},
    Header{"status kepegawaian", {RosterField::Category, 1}},
    Header{"status pegawai", {RosterField::Category, 1}},
    Header{"status asn", {RosterField::Category, 1}},
    Header{"jenis asn", {RosterField::Category, 1}},
    Header{"jenis pegawai", {RosterField::Category, 2}},
    Header{"jenis kepegawaian", {RosterField::Category, 2}},
    Header{"status", {RosterField::Category, 3}},
    Header{"unit kerja", {RosterField::Unit}},
    Header{"unit", {RosterField::Unit}},
    Header{"nama unit", {RosterField::Unit}},
    Header{"nama unit kerja", {RosterField::Unit}},
    Header{"unor", {RosterField::Unit}},
    Header{"unor nama", {RosterField::Unit}},
    Header{"nama unor", {RosterField::Unit}},
    Header{"unit organisasi", {RosterField::Unit}},
    Header{"satuan kerja", {RosterField::Unit}},
    Header{"satker", {RosterField::Unit}},
    Header{"tempat tugas", {RosterField::Unit}},
    Header{"desa", {RosterField::Unit}},
    Header{"kelurahan", {RosterField::Unit}},
    Header{"desa kelurahan", {RosterField::Unit}},
    Header{"opd", {RosterField::Unit, 1}},
    Header{"skpd", {RosterField::Unit, 1}},
    Header{"nama opd", {RosterField::Unit, 1}},
    Header{"nama skpd", {RosterField::Unit, 1}},
    Header{"perangkat daerah", {RosterField::Unit, 1}},
    Header{"unit kerja induk", {RosterField::Unit, 2}},
    Header{"unor induk", {RosterField::Unit, 2}},
    Header{"unor induk nama", {RosterField::Unit, 2}},
    Header{"kecamatan", {RosterField::Unit, 2}},
    Header{"instansi", {RosterField::Unit, 3}},
    Header{"instansi kerja", {RosterField::Unit, 3}},
    Header{"instansi induk", {RosterField::Unit, 4}},
    Header{"jabatan", {RosterField::Post}},
    Header{"nama jabatan", {RosterField::Post}},
    Header{"jabatan nama", {RosterField::Post}},
    Header{"jabatan terakhir", {RosterField::Post}},
    Header{"jabatan saat ini", {RosterField::Post}},
};

constexpr std::array<std::string_view, 16> needlessHeaders{"no", "no urut", "nomor urut", "urut",
    "waktu", "jam", "tanda tangan", "ttd", "paraf", "keterangan", "ket", "nip lama", "catatan",
    "lp", "jenis kelamin", "jk"};

constexpr std::array<std::string_view, 10> fieldCodes{"name", "front-title", "back-title", "number",
    "number-kind", "category", "unit", "post", "rank", "grade"};

/// In small letters and digits, words parted by single spaces; `N A M A` is one word.
QString wordsOf(const QString& text)
{
    QString spaced;
    for (const QChar c : text.toCaseFolded())
        spaced += c.isLetterOrNumber() ? c : QChar(u' ');
    const QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    const bool letterspaced = std::all_of(
        words.begin(), words.end(), [](const QString& word) { return word.size() == 1; });
    return words.join(letterspaced ? QString() : QStringLiteral(" "));
}

QString withoutParentheses(QString text)
{
    const qsizetype open = text.indexOf(u'(');
    const qsizetype close = text.indexOf(u')', open + 1);
    return open > 0 && close > open ? text.remove(open, close - open + 1) : text;
}

/// NIP, `NIP / NI PPPK / NIK`, `No. KTP` and all between: words that name kinds of number, and
/// others that go with them.
std::optional<Meaning> numberOf(const QStringList& words)
{
    struct Word {
        const char* word = nullptr;
        std::optional<IdentityKind> kind;
    };
    static const std::array known{Word{"nip", IdentityKind::Nip}, Word{"nipppk", IdentityKind::Nip},
        Word{"ni", IdentityKind::Nip}, Word{"nik", IdentityKind::Nik},
        Word{"ktp", IdentityKind::Nik}, Word{"nrp", IdentityKind::Nrp},
        Word{"nipd", IdentityKind::Nipd}, Word{"niap", IdentityKind::Nipd},
        Word{"pppk", std::nullopt}, Word{"p3k", std::nullopt}, Word{"pns", std::nullopt},
        Word{"asn", std::nullopt}, Word{"no", std::nullopt}, Word{"nomor", std::nullopt},
        Word{"baru", std::nullopt}, Word{"pegawai", std::nullopt}, Word{"atau", std::nullopt},
        Word{"dan", std::nullopt}};
    std::vector<IdentityKind> kinds;
    for (const QString& word : words) {
        const auto* const found = std::find_if(known.begin(), known.end(),
            [&](const Word& each) { return word == QLatin1String(each.word); });
        if (found == known.end())
            return std::nullopt;
        if (found->kind && std::find(kinds.begin(), kinds.end(), *found->kind) == kinds.end())
            kinds.push_back(*found->kind);
    }
    if (kinds.empty())
        return std::nullopt;
    return Meaning{
        RosterField::Number, 0, kinds.size() == 1 ? std::optional(kinds.front()) : std::nullopt};
}

/// Pangkat/Gol., Golongan Ruang, `GOL AKHIR NAMA` and all between.
std::optional<Meaning> rankOf(const QStringList& words)
{
    static const QStringList grade{QStringLiteral("gol"), QStringLiteral("golongan")};
    static const QStringList others{QStringLiteral("ruang"), QStringLiteral("rg"),
        QStringLiteral("dan"), QStringLiteral("akhir"), QStringLiteral("terakhir"),
        QStringLiteral("nama"), QStringLiteral("pppk")};
    bool hasRank = false;
    bool hasGrade = false;
    for (const QString& word : words) {
        if (word == QLatin1String("pangkat"))
            hasRank = true;
        else if (grade.contains(word))
            hasGrade = true;
        else if (!others.contains(word))
            return std::nullopt;
    }
    if (!hasRank && !hasGrade)
        return std::nullopt;
    return Meaning{hasRank ? RosterField::Rank : RosterField::Grade};
}

std::optional<Meaning> meaningOf(const QString& words)
{
    const std::string key = words.toStdString();
    const auto* const found = std::find_if(
        headers.begin(), headers.end(), [&](const Header& header) { return header.words == key; });
    if (found != headers.end())
        return found->meaning;
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    const auto number = numberOf(list);
    return number ? number : rankOf(list);
}

bool isNeedless(const QString& words)
{
    const std::string key = words.toStdString();
    return std::find(needlessHeaders.begin(), needlessHeaders.end(), key) != needlessHeaders.end();
}

bool mayHaveSeveral(RosterField field)
{
    return field == RosterField::Number || field == RosterField::Unit;
}

} // namespace

std::string_view code(RosterField field)
{
    return fieldCodes.at(static_cast<std::size_t>(field));
}

std::string RosterColumn::letter() const
{
    constexpr std::size_t letters = 26;
    std::string text;
    for (std::size_t left = position + 1; left > 0; left = (left - 1) / letters)
        text.insert(text.begin(), static_cast<char>('A' + (left - 1) % letters));
    return text;
}

RosterColumns::RosterColumns(const TableRow& header)
{
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const QString text = QString::fromStdString(header.cells[i].text).simplified();
        const QString words = wordsOf(withoutParentheses(text));
        if (text.isEmpty())
            continue;
        RosterColumn column;
        column.position = i;
        column.header = text.toStdString();
        const auto meaning = meaningOf(words);
        if (meaning) {
            column.field = meaning->field;
            column.kind = meaning->kind;
            column.vague
                = meaning->field == RosterField::Category && meaning->weakness >= vagueCategory;
        }
        column.needless = !meaning && isNeedless(words);
        m_all.push_back(std::move(column));
        m_weakness.push_back(meaning ? meaning->weakness : 0);
    }
    dropOrdinal();
    dropWeaker();
}

bool RosterColumns::isHeader() const
{
    const bool named = !of(RosterField::Name).empty();
    return named && std::any_of(m_all.begin(), m_all.end(), [](const RosterColumn& column) {
        return column.field && *column.field != RosterField::Name;
    });
}

std::size_t RosterColumns::known() const
{
    return static_cast<std::size_t>(std::count_if(m_all.begin(), m_all.end(),
        [](const RosterColumn& column) { return column.field || column.needless; }));
}

std::vector<const RosterColumn*> RosterColumns::of(RosterField field) const
{
    std::vector<std::pair<unsigned, const RosterColumn*>> found;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].field == field)
            found.emplace_back(m_weakness[i], &m_all[i]);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const RosterColumn*> columns;
    columns.reserve(found.size());
    for (const auto& [weakness, column] : found)
        columns.push_back(column);
    return columns;
}

void RosterColumns::dropWeaker()
{
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const bool weaker = m_all[i].field && !mayHaveSeveral(*m_all[i].field)
            && std::any_of(m_all.begin(), m_all.end(), [&](const RosterColumn& other) {
                   return other.field == m_all[i].field
                       && m_weakness[static_cast<std::size_t>(&other - m_all.data())]
                       < m_weakness[i];
               });
        if (weaker) {
            m_all[i].field.reset();
            m_all[i].needless = true;
        }
    }
}

/// `Nomor` beside a NIP only numbers the rows, unless `jenis_nomor` says what it is.
void RosterColumns::dropOrdinal()
{
    if (!of(RosterField::NumberKind).empty() || of(RosterField::Number).size() < 2)
        return;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].field == RosterField::Number && m_weakness[i] == bareNumber) {
            m_all[i].field.reset();
            m_all[i].needless = true;
        }
    }
}

} // namespace ikrar::attendance
