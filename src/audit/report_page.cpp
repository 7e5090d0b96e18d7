#include "audit/report_page.h"

#include "base/base64.h"
#include "base/printable.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

using pledge::Language;

constexpr std::size_t maxValue = 300; ///< bytes of anything that came from outside
constexpr std::size_t maxKeys = 6;
constexpr std::size_t maxKindsShown = 10;
constexpr std::size_t maxPlaces = 6; ///< of findings of one kind

/// The page before it is text or HTML.
struct Row {
    std::string label;
    std::string value;
    bool code = false; ///< a key, a hash or a path
};
struct Section {
    std::string heading;
    std::vector<Row> rows;
    std::vector<std::string> points;
};
struct Document {
    std::string title;
    std::string banner; ///< for a rehearsal
    bool good = false;
    std::string verdict;
    std::vector<Section> sections;
    std::string footer;
};

/// At most `maxValue` bytes, cut between characters.
std::string clipped(std::string text)
{
    if (text.size() <= maxValue)
        return text;
    std::size_t end = maxValue;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "...";
}

std::string twoDigits(unsigned value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

constexpr std::array<std::array<std::string_view, 12>, 2> months{{
    {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December"},
}};

/// `18 September 2023, pukul 10.02 WITA` or `18 September 2023, 10:02 WITA`: the zones that a
/// ceremony may have know no summer time. What a log states past the year 9999 is no date but a
/// number.
std::string timeText(std::int64_t seconds, const std::string& zone, Language language)
{
    struct Zone {
        std::string_view name;
        std::string_view sign;
        int hours;
    };
    constexpr std::array zones{Zone{"Asia/Jakarta", "WIB", 7}, Zone{"Asia/Makassar", "WITA", 8},
        Zone{"Asia/Jayapura", "WIT", 9}, Zone{"", "UTC", 0}};
    const auto* const found = std::find_if(
        zones.begin(), zones.end() - 1, [&](const Zone& one) { return one.name == zone; });
    constexpr std::int64_t pastLastDate = 253'402'300'800 - 86'400;
    if (seconds >= pastLastDate)
        return std::to_string(seconds) + " s";
    using namespace std::chrono;
    const sys_seconds local{std::chrono::seconds(seconds) + hours(found->hours)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    const bool english = language == Language::English;
    return std::to_string(static_cast<unsigned>(date.day())) + ' '
        + std::string(months.at(english ? 1 : 0).at(static_cast<unsigned>(date.month()) - 1)) + ' '
        + std::to_string(static_cast<int>(date.year())) + (english ? ", " : ", pukul ")
        + twoDigits(static_cast<unsigned>(clock.hours().count())) + (english ? ':' : '.')
        + twoDigits(static_cast<unsigned>(clock.minutes().count())) + ' '
        + std::string(found->sign);
}

/// What a report comes to, as whoever reads it must act.
enum class Outcome : std::uint8_t {
    Holds,
    NotInPolicy, ///< nothing was checked
    Unwitnessed,
    OtherWitnesses, ///< cosigned, by keys that the policy does not name
    Incomplete, ///< files are missing or damaged; nothing else was found
    Failed,
    AttendanceFailed, ///< the log holds; the list that came with it does not agree with it
    BadBundle, ///< nothing of it was read
    CutOff,
};

bool isOfAttendance(const Finding& finding)
{
    const std::string& kind = finding.kind;
    return kind.starts_with("row-") || kind.starts_with("tie-") || kind == "entry-without-row"
        || kind == "table-differs" || kind == "units-differ" || kind == "unreadable-table";
}

bool isOfMembers(const Finding& finding)
{
    return finding.kind == "bad-member-name" || finding.kind == "member-twice";
}

bool isOfDamage(const Finding& finding)
{
    return finding.kind.starts_with("unreadable-") || finding.kind == "root-unknown"
        || finding.kind == "missing-file" || finding.kind == "bad-bundle"
        || finding.kind == "tile-size";
}

Outcome outcomeOf(const Report& report)
{
    const auto failuresAre = [&report](const auto& kind) {
        return std::all_of(
            report.findings.begin(), report.findings.end(), [&kind](const Finding& one) {
                return one.severity == Finding::Severity::Note || kind(one);
            });
    };
    const auto named = [](std::string_view kind) {
        return [kind](const Finding& one) { return one.kind == kind; };
    };
    if (failuresAre([](const Finding&) { return false; }))
        return report.interruption ? Outcome::CutOff : Outcome::Holds;
    if (failuresAre(named("unknown-log")))
        return Outcome::NotInPolicy;
    if (failuresAre(named("quorum-not-met")) && report.interruption)
        return Outcome::CutOff;
    if (failuresAre(named("quorum-not-met")))
        return report.strangers.empty() ? Outcome::Unwitnessed : Outcome::OtherWitnesses;
    if (failuresAre(isOfMembers))
        return Outcome::BadBundle;
    if (failuresAre(isOfDamage))
        return Outcome::Incomplete;
    return failuresAre(isOfAttendance) ? Outcome::AttendanceFailed : Outcome::Failed;
}

class Writer
{
public:
    Writer(const ReportPage& page, Language language)
        : m_page(page)
        , m_report(page.report)
        , m_language(language)
    {
    }

    [[nodiscard]] Document write() const;

private:
    [[nodiscard]] std::string say(const char* id, const char* en) const
    {
        return m_language == Language::English ? en : id;
    }
    [[nodiscard]] std::string number(std::uint64_t value) const;
    [[nodiscard]] std::string joined(const std::vector<std::string>& names) const;
    [[nodiscard]] Section subject() const;
    [[nodiscard]] Section policy() const;
    [[nodiscard]] Section content() const;
    void addAttendance(Section& section, const Attendance& attendance) const;
    [[nodiscard]] Section findings() const;
    [[nodiscard]] Section method() const;
    [[nodiscard]] Section limits() const;
    /// Findings of one kind, in the order they were found.
    using Group = std::vector<const Finding*>;
    [[nodiscard]] std::vector<Group> groups() const;
    [[nodiscard]] std::string describe(const Group& group) const;
    [[nodiscard]] std::string placeOf(const Finding& finding) const;
    [[nodiscard]] std::string quorum() const;

    const ReportPage& m_page;
    const Report& m_report;
    Language m_language;
};

/// Thousands apart, by a point or a comma as the language has it.
std::string Writer::number(std::uint64_t value) const
{
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, say(".", ","));
    return digits;
}

std::string Writer::joined(const std::vector<std::string>& names) const
{
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), maxKeys); ++i)
        out += (i == 0 ? "" : ", ") + clipped(names[i]);
    if (names.size() > maxKeys)
        out += say(" dan ", " and ") + number(names.size() - maxKeys) + say(" lainnya", " more");
    return out.empty() ? say("tidak ada", "none") : out;
}

Section Writer::subject() const
{
    Section section{say("Yang diperiksa", "What was checked"), {}, {}};
    const std::string zone = m_report.ceremony ? m_report.ceremony->timeZone : std::string();
    if (m_report.ceremony) {
        section.rows.push_back(
            {say("Ikrar", "Pledge"), clipped(m_report.ceremony->title.in(m_language))});
        section.rows.push_back(
            {say("Penyelenggara", "Organizer"), clipped(m_report.ceremony->organizer)});
    }
    section.rows.push_back({"Log", clipped(m_report.origin), true});
    section.rows.push_back({say("Dibaca dari", "Read from"), clipped(m_page.source), true});
    if (m_report.size != 0)
        section.rows.push_back({say("Ringkasan log", "Checkpoint"),
            number(m_report.size) + say(" catatan, akar ", " entries, root ")
                + base::toBase64(m_report.root.view()),
            true});
    if (m_report.lastTime != 0)
        section.rows.push_back(
            {say("Catatan terakhir", "Last entry"), timeText(m_report.lastTime, zone, m_language)});
    section.rows.push_back(
        {say("Diperiksa pada", "Checked at"), timeText(m_page.madeAt, zone, m_language)});
    return section;
}

Section Writer::policy() const
{
    Section section{say("Kebijakan pemeriksaan", "Policy"), {}, {}};
    section.rows.push_back({say("SHA-256 berkas", "SHA-256 of file"), m_page.policySha256, true});
    if (const auto* log = m_page.policy.logByOrigin(m_report.origin))
        section.rows.push_back(
            {say("Kunci log", "Key of the log"), clipped(log->key.text()), true});
    std::size_t shown = 0;
    for (const tlog::Policy::Witness& witness : m_page.policy.witnesses()) {
        if (++shown > maxKeys)
            break;
        section.rows.push_back({say("Saksi log ", "Witness ") + clipped(witness.name),
            clipped(witness.key.text()), true});
    }
    if (shown > maxKeys)
        section.rows.push_back({say("Saksi log lain", "More witnesses"),
            number(m_page.policy.witnesses().size() - maxKeys)});
    section.rows.push_back(
        {say("Pengesahan yang disyaratkan", "Cosignatures asked for"), quorum()});
    return section;
}

Section Writer::content() const
{
    Section section{say("Isi log dan saksinya", "The log and its witnesses"), {}, {}};
    section.rows.push_back({say("Pernyataan", "Declarations"),
        number(m_report.signedEntries) + say(", dibatalkan kemudian: ", ", voided later: ")
            + number(m_report.voidedEntries)});
    section.rows.push_back({say("Sesi", "Sessions"),
        number(m_report.sessions)
            + (m_report.closed ? say("; log sudah ditutup", "; the log is closed")
                               : say("; log belum ditutup", "; the log is still open"))});
    if (m_report.attendance)
        addAttendance(section, *m_report.attendance);
    section.rows.push_back({say("Disahkan oleh", "Cosigned by"), joined(m_report.witnesses)});
    if (!m_report.silent.empty())
        section.rows.push_back(
            {say("Belum disahkan oleh", "Not cosigned by"), joined(m_report.silent)});
    if (!m_report.strangers.empty())
        section.rows.push_back(
            {say("Pengesah tidak dikenal", "Unknown cosigners"), joined(m_report.strangers)});
    return section;
}

void Writer::addAttendance(Section& section, const Attendance& attendance) const
{
    std::string rows = number(attendance.rows) + say(" baris, dibatalkan: ", " rows, voided: ")
        + number(attendance.voided);
    if (attendance.erased != 0)
        rows += say(", dihapus: ", ", erased: ") + number(attendance.erased);
    if (attendance.repeated != 0)
        rows += say(", ganda: ", ", signed again: ") + number(attendance.repeated);
    section.rows.push_back({say("Daftar hadir", "Attendance"), rows});
    switch (attendance.digest) {
    case Attendance::Digest::NotClosed:
        rows = say("belum ada: log belum ditutup", "none yet: the log is not closed");
        break;
    case Attendance::Digest::Agrees:
        rows = say("cocok dengan yang disegel sewaktu log ditutup",
            "the one that was sealed when the log was closed");
        break;
    case Attendance::Digest::Differs:
        rows = say("TIDAK cocok dengan yang disegel sewaktu log ditutup",
            "NOT the one that was sealed when the log was closed");
        break;
    }
    section.rows.push_back({say("Sidik daftar hadir", "Digest of the attendance"), rows});
}

std::string Writer::placeOf(const Finding& finding) const
{
    if (finding.line) {
        const std::string line = say("baris ", "line ") + number(*finding.line);
        return finding.index ? line + say(", catatan nomor ", ", entry ") + number(*finding.index)
                             : line + " (" + clipped(finding.path) + ')';
    }
    if (!finding.index)
        return clipped(finding.path);
    const std::string entry = say("catatan nomor ", "entry ") + number(*finding.index);
    return finding.path.empty() ? entry : entry + " (" + clipped(finding.path) + ')';
}

std::vector<Writer::Group> Writer::groups() const
{
    std::vector<Group> groups;
    for (const auto severity : {Finding::Severity::Failure, Finding::Severity::Note})
        for (const Finding& finding : m_report.findings) {
            if (finding.severity != severity)
                continue;
            const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
                return group.front()->kind == finding.kind && group.front()->severity == severity;
            });
            if (same == groups.end())
                groups.push_back({&finding});
            else
                same->push_back(&finding);
        }
    return groups;
}

std::string Writer::describe(const Group& group) const
{
    const Finding& first = *group.front();
    std::string out = first.severity == Finding::Severity::Failure ? say("TIDAK SESUAI", "FAILURE")
                                                                   : say("Keterangan", "Note");
    std::size_t shown = 0;
    for (const Finding* finding : group) {
        if (shown == maxPlaces)
            break;
        const std::string place = placeOf(*finding);
        if (!place.empty())
            out += (shown++ == 0 ? ": " : ", ") + place;
    }
    if (shown != 0 && group.size() > shown)
        out += say(" dan ", " and ") + number(group.size() - shown) + say(" lainnya", " more");
    const std::string_view plain = indonesianFor(first.kind);
    const bool own = m_language == Language::Indonesian && !plain.empty();
    return out + ": " + (own ? std::string(plain) : clipped(first.what)) + " [" + first.kind + ']';
}

Section Writer::findings() const
{
    Section section{say("Temuan", "Findings"), {}, {}};
    const auto all = groups();
    for (std::size_t i = 0; i < std::min(all.size(), maxKindsShown); ++i)
        section.points.push_back(describe(all[i]));
    if (all.size() > maxKindsShown || m_report.more != 0)
        section.points.push_back(say("Masih ada temuan lain; daftar lengkapnya diberikan oleh "
                                     "perintah audit.",
            "There are more; the audit command lists them."));
    if (m_report.interruption)
        section.points.push_back(say("Pembacaan terputus: ", "Reading was cut off: ")
            + clipped(m_report.interruption->what));
    if (section.points.empty())
        section.points.push_back(say("Tidak ada.", "None."));
    return section;
}

/// The group that the quorum names, with what it takes.
std::string Writer::quorum() const
{
    const auto& name = m_page.policy.quorum();
    if (!name)
        return say("tidak ada", "none");
    const auto& groups = m_page.policy.groups();
    const auto found = std::find_if(
        groups.begin(), groups.end(), [&](const auto& group) { return group.name == *name; });
    if (found == groups.end())
        return clipped(*name);
    return clipped(*name) + ": " + number(found->threshold) + say(" dari ", " of ")
        + joined(found->members);
}

Section Writer::method() const
{
    Section section{say("Cara pemeriksaan", "How it was checked"), {}, {}};
    if (m_report.size == 0) {
        section.points.push_back(say("Isi log tidak dibaca, karena ringkasannya tidak dapat "
                                     "diperiksa.",
            "Nothing else of the log was read, as its checkpoint could not be checked."));
        return section;
    }
    const bool all = !m_report.interruption
        && std::none_of(m_report.findings.begin(), m_report.findings.end(), isOfDamage);
    std::string whole
        = (all ? say("Setiap catatan dibaca", "Every entry was read")
               : say("Catatan yang terbaca diperiksa", "What could be read was checked"))
        + say(": segelnya dicocokkan dengan kunci log, pohon hash dihitung ulang sampai akar yang "
              "disegel, dan urutan catatan ditelusuri.",
            ": its seal held against the log's key, the hash tree computed again up to the sealed "
            "root, and the order of entries followed.");
    if (m_report.resumedFrom != 0)
        whole += say(" Catatan sebelum nomor ", " Entries before ") + number(m_report.resumedFrom)
            + say(" diperiksa pada pemeriksaan terdahulu; terbukti bahwa log melanjutkannya.",
                " were checked at an earlier audit, which the log is proved to continue.");
    section.points.push_back(std::move(whole));
    if (m_report.since)
        section.points.push_back(say("Log dibandingkan dengan ringkasan terdahulu berukuran ",
                                     "The log was held against an earlier checkpoint of size ")
            + number(*m_report.since) + '.');
    else if (m_report.resumedFrom == 0)
        section.points.push_back(say("Ringkasan terdahulu tidak diberikan, jadi tidak diperiksa "
                                     "apakah log ditulis ulang atau dipotong sebelum disalin.",
            "No earlier checkpoint was given, so it was not checked whether the log was rewritten "
            "or cut off before it was copied."));
    if (!m_report.filesListed)
        section.points.push_back(say("Adanya berkas lain di samping berkas log tidak dapat "
                                     "diketahui dari tempat log dibaca.",
            "Whether other files lie beside those of the log cannot be told from where it was "
            "read."));
    return section;
}

Section Writer::limits() const
{
    Section section{say("Yang tidak dibuktikan", "What this does not prove"), {}, {}};
    section.points = {
        say("Tangan siapa yang memegang pena: log membuktikan apa yang dicatat kios. Nama "
            "dan nomor tidak ada di dalamnya; pencocokannya memerlukan daftar hadir atau tanda "
            "terima.",
            "Whose hand held the pen: the log proves what the kiosk recorded. It holds no name and "
            "no number; to match them, the attendance list or a receipt is needed."),
        say("Bahwa tidak ada riwayat lain: itu terlihat bila ringkasan ini dibandingkan dengan "
            "tanda terima, pengesahan saksi log, atau ringkasan dalam berita acara.",
            "That no other history exists: compare this checkpoint with receipts, with "
            "cosignatures, or with the one printed in the official record."),
        say("Ketepatan jam kios, dan siapa pemilik kunci: kunci di atas harus berasal dari "
            "sumber di luar log.",
            "That the kiosk's clock was right, and whose the keys are: the keys above must come "
            "from outside the log."),
    };
    return section;
}

Document Writer::write() const
{
    Document document;
    document.title = m_page.bundle
        ? say("Laporan pemeriksaan berkas bukti ikrar", "Report on the audit of a pledge bundle")
        : say("Laporan pemeriksaan log ikrar", "Report on the audit of a pledge log");
    if (m_report.rehearsal)
        document.banner = say("GLADI: log ini latihan; tidak satu pun catatannya pernyataan resmi",
            "GLADI: this log is a rehearsal; nothing in it is an official declaration");
    document.good = m_report.holds();
    document.verdict = sentenceFor(m_report, m_language);
    document.sections = {subject(), policy()};
    if (m_report.size != 0)
        document.sections.push_back(content());
    for (Section& section : std::array{findings(), method(), limits()})
        document.sections.push_back(std::move(section));
    document.footer = m_page.program
        + say(": laporan ini dibuat oleh mesin. Segel yang dimaksud adalah segel perangkat, bukan "
              "tanda tangan elektronik tersertifikasi.",
            ": this report was made by a machine. A seal is a device seal here, not a certified "
            "electronic signature.");
    return document;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : base::printable(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// `text` in lines of at most `width` bytes, broken at spaces, each after the first indented.
std::string wrapped(const std::string& text, std::size_t indent)
{
    constexpr std::size_t width = 100;
    std::string out;
    std::size_t column = indent;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        if (column > indent && column + 1 + word.size() > width) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

constexpr const char* style = R"(
@page { size: A4; margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { font: 9pt/1.32 "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #111; max-width: 182mm; margin: 6mm auto; }
@media print { body { margin: 0; } }
main + main { break-before: page; }
h1 { font-size: 15pt; margin: 0 0 2mm; }
h2 { font-size: 10pt; margin: 2.6mm 0 0.8mm; border-bottom: 0.3mm solid #888; }
.gladi { border: 0.8mm dashed #8a4b00; padding: 1.2mm 3mm; font-weight: bold; margin-bottom: 2mm; }
.verdict { border: 0.8mm solid; border-radius: 1.5mm; padding: 2mm 3mm; font-size: 11pt; font-weight: bold; display: flex; gap: 3mm; align-items: center; }
.good { border-color: #14532d; color: #14532d; }
.bad { border-color: #8b0000; color: #8b0000; }
.verdict span { font-size: 20pt; line-height: 1; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: normal; color: #444; width: 42mm; vertical-align: top; padding: 0.3mm 3mm 0.3mm 0; }
td { vertical-align: top; padding: 0.3mm 0; }
code { font: 8pt "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 5mm; }
li { overflow-wrap: anywhere; }
footer { margin-top: 3mm; border-top: 0.3mm solid #888; padding-top: 1mm; font-size: 7.5pt; color: #444; }
)";

std::string htmlOf(const Section& section)
{
    std::string out = "<h2>" + escaped(section.heading) + "</h2>\n";
    if (!section.rows.empty()) {
        out += "<table>\n";
        for (const Row& row : section.rows)
            out += "<tr><th scope=\"row\">" + escaped(row.label) + "</th><td>"
                + (row.code ? "<code>" + escaped(row.value) + "</code>" : escaped(row.value))
                + "</td></tr>\n";
        out += "</table>\n";
    }
    if (!section.points.empty()) {
        out += "<ul>\n";
        for (const std::string& point : section.points)
            out += "<li>" + escaped(point) + "</li>\n";
        out += "</ul>\n";
    }
    return out;
}

std::string bodyOf(const Document& document)
{
    std::string out = "<h1>" + escaped(document.title) + "</h1>\n";
    if (!document.banner.empty())
        out += "<div class=\"gladi\">" + escaped(document.banner) + "</div>\n";
    out += document.good ? "<div class=\"verdict good\"><span>&#10004;</span><div>"
                         : "<div class=\"verdict bad\"><span>&#10008;</span><div>";
    out += escaped(document.verdict) + "</div></div>\n";
    for (const Section& section : document.sections)
        out += htmlOf(section);
    return out + "<footer>" + escaped(document.footer) + "</footer>\n";
}

} // namespace

std::string sentenceFor(const Report& report, Language language)
{
    const auto say = [language](const char* id, const char* en) {
        return std::string(language == Language::English ? en : id);
    };
    switch (outcomeOf(report)) {
    case Outcome::NotInPolicy:
        return say("Log ini tidak tercantum dalam kebijakan pemeriksaan ini, sehingga BELUM "
                   "diperiksa; mintalah kebijakan yang memuatnya kepada penyelenggara atau "
                   "Bawaslu, lalu ulangi pemeriksaan.",
            "This log is not in the policy used here, so it was NOT checked; ask the organizer or "
            "Bawaslu for the policy that names it, and repeat the audit.");
    case Outcome::Unwitnessed:
        return say("Isi log cocok seluruhnya, tetapi ringkasannya BELUM disahkan oleh cukup saksi "
                   "log; mintalah pengesahan itu, lalu ulangi pemeriksaan.",
            "The whole content of the log holds, but NOT enough witnesses have cosigned it yet; "
            "ask for their cosignatures and repeat the audit.");
    case Outcome::OtherWitnesses:
        return say("Isi log cocok seluruhnya, tetapi ringkasannya disahkan dengan kunci yang TIDAK "
                   "disebut kebijakan ini; mintalah kebijakan terbaru, lalu ulangi pemeriksaan.",
            "The whole content of the log holds, but it was cosigned by keys that this policy does "
            "NOT name; ask for the newest policy and repeat the audit.");
    case Outcome::Incomplete:
        return say("Salinan log ini TIDAK lengkap atau rusak, sehingga belum dapat dinilai; salin "
                   "ulang log seluruhnya, lalu ulangi pemeriksaan. Bila hasilnya tetap sama, "
                   "simpan salinan dan laporan ini sebagai bukti.",
            "This copy of the log is NOT complete or is damaged, so it cannot be judged yet; copy "
            "the whole log again and repeat the audit. If the result stays the same, keep the copy "
            "and this report as evidence.");
    case Outcome::Failed:
        return say("Log ini TIDAK lolos pemeriksaan; simpan salinan log dan laporan ini sebagai "
                   "bukti, lalu laporkan kepada Bawaslu atau inspektorat.",
            "This log did NOT pass the audit; keep the copy of the log and this report as "
            "evidence, and report it to Bawaslu or the inspectorate.");
    case Outcome::AttendanceFailed:
        return say("Log ini sendiri utuh, tetapi daftar hadir yang menyertainya TIDAK cocok "
                   "dengannya; simpan berkas bukti dan laporan ini, lalu mintalah penjelasan "
                   "penyelenggara atas baris-baris yang disebut di bawah.",
            "The log itself is whole, but the attendance that came with it does NOT agree with it; "
            "keep the bundle and this report, and ask the organizer about the rows named.");
    case Outcome::BadBundle:
        return say("Berkas bukti ini TIDAK diperiksa: susunannya dapat menyesatkan; simpan "
                   "sebagai bukti dan mintalah yang asli kepada penyelenggara.",
            "This bundle was NOT checked: the way it is packed can mislead; keep it as evidence "
            "and ask the organizer for the original.");
    case Outcome::CutOff:
        return say("Pemeriksaan TIDAK selesai karena berkas log tidak dapat dibaca sampai akhir; "
                   "ini bukan penilaian atas log, ulangilah pemeriksaan.",
            "The audit was NOT completed, as the files of the log could not be read to the end; "
            "this says nothing of the log, so repeat the audit.");
    case Outcome::Holds:
        break;
    }
    const std::string attendance = !report.attendance
        ? std::string()
        : say(", setiap baris daftar hadir ada catatannya dan setiap pernyataan ada barisnya",
            ", each row of the attendance has its entry and each signature its row");
    return say("Semua yang diperiksa cocok: log utuh, setiap catatannya bersegel sah dan menurut "
               "urutan",
               "Everything checked holds: the log is whole, every entry is sealed and in its place")
        + attendance
        + (report.quorumAsked ? say(", dan saksi log yang disyaratkan telah mengesahkannya.",
               ", and the witnesses that the policy asks for have cosigned it.")
                              : say("; kebijakan ini tidak mensyaratkan saksi log.",
                                  "; this policy asks for no witness."));
}

std::string asText(const ReportPage& page, Language language)
{
    constexpr std::size_t labelWidth = 30;
    const Document document = Writer(page, language).write();
    std::string out = document.title + '\n' + std::string(document.title.size(), '=') + "\n\n";
    if (!document.banner.empty())
        out += document.banner + "\n\n";
    out += (document.good ? "[ OK ] " : "[ !! ] ") + wrapped(document.verdict, 7) + '\n';
    for (const Section& section : document.sections) {
        out += '\n' + section.heading + '\n' + std::string(section.heading.size(), '-') + '\n';
        for (const Row& row : section.rows) {
            std::string label = base::printable(row.label);
            label.resize(std::max(label.size() + 1, labelWidth), ' ');
            out += label + wrapped(base::printable(row.value), labelWidth) + '\n';
        }
        for (const std::string& point : section.points)
            out += "- " + wrapped(base::printable(point), 2) + '\n';
    }
    return out + '\n' + wrapped(document.footer, 0) + '\n';
}

std::string asText(std::span<const ReportPage> pages, Language language)
{
    std::string out;
    for (const ReportPage& page : pages)
        out += (out.empty() ? "" : "\n\f\n") + asText(page, language);
    return out;
}

std::string asHtml(const ReportPage& page, Language language)
{
    return asHtml(std::span(&page, 1), language);
}

std::string asHtml(std::span<const ReportPage> pages, Language language)
{
    std::string body;
    std::string title;
    for (const ReportPage& page : pages) {
        const Document document = Writer(page, language).write();
        title = escaped(document.title);
        body += "<main>\n" + bodyOf(document) + "</main>\n";
    }
    return "<!DOCTYPE html>\n<html lang=\""
        + std::string(language == Language::English ? "en" : "id")
        + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
          "content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>"
        + title + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n" + body
        + "</body>\n</html>\n";
}

} // namespace ikrar::audit
