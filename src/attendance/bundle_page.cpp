#include "attendance/bundle_page.h"

#include "base/base64.h"
#include "base/printable.h"
#include "ledger/attendance_table.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

constexpr std::uint64_t smallestPublished = 5;

constexpr const char* style = R"(
@page { size: A4; margin: 14mm 16mm; }
* { box-sizing: border-box; }
html { background: #e9edf2; }
body { font: 16px/1.55 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #14202e; margin: 0; }
main { max-width: 880px; margin: 28px auto; background: #fff; border-radius: 10px; overflow: hidden; box-shadow: 0 2px 18px rgba(20, 32, 46, .16); }
header { background: #12365b; color: #fff; padding: 30px 40px 26px; }
header p { margin: 0; color: #cfe0f2; }
h1 { font-size: 30px; line-height: 1.2; margin: 6px 0 10px; }
.kicker { letter-spacing: .12em; text-transform: uppercase; font-size: 13px; }
.gladi { background: #8a4b00; color: #fff; font-weight: bold; padding: 12px 40px; }
section { padding: 4px 40px 10px; break-inside: avoid; }
h2 { font-size: 20px; color: #12365b; margin: 26px 0 8px; }
.figures { display: flex; flex-wrap: wrap; gap: 14px; margin: 16px 0 4px; }
.figures div { flex: 1 1 130px; border: 1px solid #c6d2df; border-radius: 8px; padding: 12px 16px; }
.figures b { display: block; font-size: 28px; line-height: 1.1; color: #12365b; }
ol, ul { padding-left: 24px; margin: 8px 0; }
li { margin: 7px 0; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 14px; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px 7px 0; border-bottom: 1px solid #dde4ec; }
th { font-weight: 600; width: 190px; color: #3c4b5c; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 14px/1.5 "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
pre { background: #14202e; color: #f2f6fa; border-radius: 8px; padding: 12px 16px; margin: 8px 0; white-space: pre-wrap; }
.warning { border-left: 6px solid #a33a00; background: #fdf1ea; padding: 12px 18px; margin: 14px 0; border-radius: 0 8px 8px 0; }
.note { border-left: 6px solid #12365b; background: #eef4fa; padding: 12px 18px; margin: 14px 0; border-radius: 0 8px 8px 0; }
.warning p, .note p { margin: 4px 0; }
footer { padding: 14px 40px 26px; font-size: 13px; color: #4a5867; }
@media (max-width: 600px) { header, section, footer, .gladi { padding-left: 20px; padding-right: 20px; } main { margin: 0; border-radius: 0; } th { width: auto; } }
@media print {
html { background: #fff; } body { font-size: 10.5pt; } main { box-shadow: none; margin: 0; max-width: none; border-radius: 0; }
header { background: none; color: #000; border-bottom: 2pt solid #12365b; padding: 0 0 8pt; } header p { color: #333; }
.gladi { background: none; color: #000; border: 2pt dashed #000; padding: 4pt 8pt; margin: 6pt 0; }
section, footer { padding-left: 0; padding-right: 0; } h1 { font-size: 20pt; } h2 { font-size: 13pt; margin-top: 12pt; }
pre { background: none; color: #000; border: 1pt solid #888; } .figures b { font-size: 18pt; }
}
)";

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

std::string number(std::uint64_t value)
{
    constexpr std::size_t group = 3;
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > group; at -= group)
        digits.insert(at - group, ".");
    return digits;
}

/// `Senin, 18 September 2023` of `2023-09-18`.
std::string dateText(const std::string& iso)
{
    constexpr std::array days{"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};
    constexpr std::array months{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
        "Agustus", "September", "Oktober", "November", "Desember"};
    const QDate date = QDate::fromString(QString::fromStdString(iso), Qt::ISODate);
    if (!date.isValid())
        return {};
    return std::string(days.at(static_cast<std::size_t>(date.dayOfWeek()) - 1)) + ", "
        + std::to_string(date.day()) + ' ' + months.at(static_cast<std::size_t>(date.month()) - 1)
        + ' ' + std::to_string(date.year());
}

std::string zoneSign(const std::string& timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return "WIT";
    return timeZone == "Asia/Makassar" ? "WITA" : "WIB";
}

/// `pukul 08.05 WITA` of `08:05`.
std::string clockText(std::string time, const std::string& timeZone)
{
    std::replace(time.begin(), time.end(), ':', '.');
    return "pukul " + time + ' ' + zoneSign(timeZone);
}

std::string momentText(std::int64_t seconds, const std::string& timeZone)
{
    constexpr std::size_t dateSize = 10;
    constexpr std::size_t minuteSize = 5;
    const std::string iso = ledger::localTime(seconds, timeZone);
    return dateText(iso.substr(0, dateSize)) + ", "
        + clockText(iso.substr(dateSize + 1, minuteSize), timeZone);
}

std::string row(const std::string& label, const std::string& valueHtml)
{
    return "<tr><th scope=\"row\">" + escaped(label) + "</th><td>" + valueHtml + "</td></tr>\n";
}

std::string codeHtml(std::string_view text)
{
    return "<code>" + escaped(text) + "</code>";
}

std::string figure(const std::string& value, const char* label)
{
    return "<div><b>" + escaped(value) + "</b>" + label + "</div>\n";
}

std::string sessionText(const pledge::Session& session, const std::string& timeZone)
{
    std::string out;
    const auto add = [&out](const std::string& part) {
        if (!part.empty())
            out += (out.empty() ? "" : ", ") + part;
    };
    add(session.name);
    add(session.place);
    add(dateText(session.date));
    if (!session.time.empty())
        add(clockText(session.time, timeZone));
    return out.empty() ? "belum diisi" : out;
}

class Writer
{
public:
    explicit Writer(const BundlePage& page) : m_page(page) { }

    [[nodiscard]] std::string write() const;

private:
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string figures() const;
    [[nodiscard]] std::string what() const;
    [[nodiscard]] std::string ceremony() const;
    [[nodiscard]] std::string units() const;
    [[nodiscard]] std::string personalData() const;
    [[nodiscard]] std::string howToCheck() const;
    [[nodiscard]] std::string logs() const;
    [[nodiscard]] std::string leftOut() const;
    [[nodiscard]] std::string contents() const;
    [[nodiscard]] std::string contact() const;
    [[nodiscard]] static std::string numbersHint();

    const BundlePage& m_page;
};

std::string Writer::head() const
{
    std::string out = "<header>\n<p class=\"kicker\">Berkas bukti"
        + std::string(m_page.personal ? "" : " untuk diumumkan") + "</p>\n<h1>"
        + escaped(m_page.ceremony.title.id) + "</h1>\n<p>" + escaped(m_page.ceremony.organizer)
        + "</p>\n</header>\n";
    if (m_page.rehearsal)
        out += "<div class=\"gladi\">GLADI &ndash; berkas ini berasal dari latihan; tidak satu "
               "pun isinya pernyataan resmi.</div>\n";
    return out;
}

std::string Writer::figures() const
{
    std::uint64_t all = 0;
    std::uint64_t voided = 0;
    for (const BundlePage::Log& log : m_page.logs) {
        all += log.facts.signedEntries;
        voided += log.facts.voidedEntries;
    }
    return "<div class=\"figures\">\n" + figure(number(all - voided), "pernyataan sah")
        + figure(number(voided), "dibatalkan")
        + figure(number(m_page.ceremony.sessions.size()), "sesi menurut rencana")
        + figure(number(m_page.logs.size()), "kios") + "</div>\n";
}

std::string Writer::what() const
{
    std::string out = "<section>\n<h2>Apa isi berkas ini</h2>\n";
    if (m_page.personal)
        out += "<p>Daftar hadir ikrar beserta buktinya. Setiap pernyataan dicatat oleh kios dalam "
               "sebuah <em>log</em> yang hanya dapat bertambah dan disegel pada saat itu juga. "
               "Dengan berkas ini Anda dapat memeriksa sendiri, tanpa jaringan dan tanpa perlu "
               "mempercayai penyelenggara, bahwa setiap baris daftar hadir mempunyai catatannya "
               "dalam log dan setiap catatan mempunyai barisnya.</p>\n";
    else
        out += "<p>Log ikrar dan jumlah pernyataan menurut unit kerja, untuk diumumkan. Nama, "
               "nomor "
               "identitas, dan goresan tanda tangan tidak ada di dalamnya. Siapa pun dapat "
               "memeriksa bahwa log ini utuh dan jumlahnya benar.</p>\n";
    return out + figures() + "</section>\n";
}

std::string Writer::ceremony() const
{
    const pledge::Ceremony& ceremony = m_page.ceremony;
    std::string out = "<section>\n<h2>Kegiatan</h2>\n<table>\n";
    for (std::size_t i = 0; i < ceremony.sessions.size(); ++i)
        out += row(ceremony.sessions.size() == 1 ? "Sesi" : "Sesi " + std::to_string(i + 1),
            escaped(sessionText(ceremony.sessions[i], ceremony.timeZone)));
    for (const pledge::Instrument& instrument : ceremony.instruments) {
        std::string text = instrument.type;
        if (!instrument.issuer.empty())
            text += ' ' + instrument.issuer;
        text += " Nomor " + (instrument.number.empty() ? "(belum diisi)" : instrument.number);
        if (!instrument.date.empty())
            text += ", " + dateText(instrument.date);
        out += row("Dasar", escaped(text));
    }
    return out + row("Berkas dibuat", escaped(momentText(m_page.madeAt, ceremony.timeZone)))
        + "</table>\n</section>\n";
}

std::string Writer::units() const
{
    if (m_page.personal)
        return {};
    std::string out = "<section>\n<h2>Pernyataan sah menurut unit kerja</h2>\n<table>\n";
    for (const PublicCount& count : m_page.units)
        out += "<tr><td>" + escaped(count.name) + "</td><td class=\"number\">"
            + number(count.signedEntries) + "</td></tr>\n";
    return out
        + "</table>\n<p>Unit kerja dengan kurang dari lima pernyataan digabungkan, agar tidak "
          "menunjuk orang tertentu.</p>\n</section>\n";
}

std::string Writer::personalData() const
{
    if (!m_page.personal)
        return {};
    std::string out
        = "<section>\n<div class=\"warning\">\n<p><b>Memuat data pribadi.</b> Nama, nomor "
          "identitas, dan goresan tanda tangan dilindungi Undang-Undang Nomor 27 Tahun 2022. "
          "Simpanlah terkunci, jangan diunggah atau diteruskan tanpa dasar hukum, dan hapuslah "
          "bila masa simpannya berakhir.</p>\n";
    if (m_page.sealed)
        out += "<p><b>Berkas ini dikunci dengan sandi</b>; hanya halaman ini yang terbuka. "
               "Mintalah sandinya kepada pengirim melalui telepon, jangan lewat surat yang sama. "
               "Untuk membukanya sendiri pakailah 7-Zip; pembuka ZIP bawaan Windows tidak "
               "mengenal kunci ini.</p>\n";
    return out + "</div>\n</section>\n";
}

std::string Writer::howToCheck() const
{
    return "<section>\n<h2>Cara memeriksa</h2>\n<div class=\"note\"><p>Halaman ini hanya "
           "penjelasan dan bukan bukti: siapa pun dapat menulisnya. Yang membuktikan ialah "
           "pemeriksaan di bawah ini.</p></div>\n<ol>\n<li>Pasang program <code>ikrar</code> pada "
           "komputer Anda sendiri. Jangan memakai program yang dikirim bersama berkas "
           "ini.</li>\n<li>Siapkan <em>kebijakan pemeriksaan</em>, yaitu berkas kecil berisi kunci "
           "log dan saksi log yang dipercaya. Ambillah dari Bawaslu, inspektorat, atau berita "
           "acara, bukan dari dalam berkas ini.</li>\n<li>Jalankan:\n<pre><code>ikrar audit "
        + escaped(m_page.fileName) + " --policy KEBIJAKAN --report hasil.html</code></pre>\n"
        + (m_page.sealed ? "Program menanyakan sandi berkas ini.\n" : "")
        + "</li>\n<li>Bacalah <code>hasil.html</code>. Bila ada baris yang tidak cocok, nomor "
          "baris dan nomor catatannya disebut satu per satu.</li>\n<li>Bandingkan jumlah catatan "
          "dan akar log di bawah ini dengan yang tercetak dalam berita acara, dan tanda terima "
          "peserta dengan log ini: <code>ikrar verify</code>.</li>\n</ol>\n</section>\n";
}

std::string Writer::logs() const
{
    std::string out = "<section>\n<h2>Log kios</h2>\n";
    for (const BundlePage::Log& log : m_page.logs) {
        const BundleLog::Facts& facts = log.facts;
        out += "<table>\n" + row("Folder", codeHtml(log.folder + '/'))
            + row("Nama log", codeHtml(facts.key.name))
            + row("Kunci log", codeHtml(facts.key.text()))
            + row("Catatan",
                escaped(number(facts.size) + ": " + number(facts.signedEntries) + " pernyataan, "
                    + number(facts.voidedEntries) + " di antaranya dibatalkan"))
            + row("Akar log", codeHtml(base::toBase64(facts.root.view())))
            + row("Keadaan",
                facts.closedAt ? "sudah ditutup; daftar hadir tersegel"
                               : "<b>belum ditutup</b>; nama dan unit kerja belum tersegel")
            + "</table>\n";
    }
    return out + leftOut() + "</section>\n";
}

std::string Writer::leftOut() const
{
    if (m_page.leftOut.empty())
        return {};
    std::string out
        = "<div class=\"warning\">\n<p><b>Tidak semua log kegiatan ini ada di sini.</b> "
          "Log berikut tidak disertakan karena tidak dapat dipertanggungjawabkan sebagai "
          "satu riwayat yang utuh; tanyakanlah kepada pengirim.</p>\n";
    for (const std::string& origin : m_page.leftOut)
        out += "<p>" + codeHtml(origin) + "</p>\n";
    return out + "</div>\n";
}

std::string Writer::numbersHint()
{
    return "<p>Bila <code>attendance.csv</code> dibuka dengan Excel atau LibreOffice, impor kolom "
           "<code>id</code> sebagai <b>teks</b>; sebagai angka, NIP kehilangan tiga digit "
           "terakhirnya.</p>\n";
}

std::string Writer::contents() const
{
    std::string out = "<section>\n<h2>Daftar isi</h2>\n<table>\n" + row("index.html", "halaman ini")
        + row("ikrar-bundle", "versi berkas bukti dan nama folder di dalamnya");
    if (m_page.personal)
        out += row("attendance.csv",
                   "daftar hadir, satu baris setiap pernyataan; disegel sewaktu "
                   "log ditutup")
            + row("ties.csv",
                "yang mengikat setiap baris pada catatannya: garam, kunci baris, "
                "goresan");
    else
        out += row("units.csv", "jumlah pernyataan sah menurut unit kerja");
    out += row("log/", "log sebagaimana diterbitkan: ringkasan, catatan, pohon hash")
        + row("log/ceremony.toml", "naskah kegiatan dan ikrar, persis seperti yang ditandatangani")
        + row("log/policy", "kunci log; hanya untuk kemudahan, bukan untuk pemeriksaan")
        + "</table>\n";
    return out + (m_page.personal ? numbersHint() : std::string()) + "</section>\n";
}

std::string Writer::contact() const
{
    const pledge::Ceremony::Contact& contact = m_page.ceremony.contact;
    std::string whom = contact.name.empty() ? m_page.ceremony.organizer : contact.name;
    if (!contact.phone.empty())
        whom += ", telepon " + contact.phone;
    return "<section>\n<h2>Pertanyaan</h2>\n<p>Hubungi " + escaped(whom)
        + ". Bila pemeriksaan menemukan ketidakcocokan, simpan berkas ini apa adanya dan laporkan "
          "kepada Bawaslu atau inspektorat.</p>\n</section>\n";
}

std::string Writer::write() const
{
    return "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
           "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
           "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n<title>Berkas bukti"
        + std::string(m_page.rehearsal ? " (GLADI)" : "") + ": " + escaped(m_page.ceremony.title.id)
        + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n" + head() + what()
        + personalData() + howToCheck() + ceremony() + units() + logs() + contents() + contact()
        + "<footer>Segel yang dimaksud di sini ialah segel perangkat (kios), bukan tanda tangan "
          "elektronik tersertifikasi. Log membuktikan apa yang dicatat kios, bukan tangan siapa "
          "yang memegang pena.</footer>\n</main>\n</body>\n</html>\n";
}

} // namespace

std::vector<PublicCount> publicCounts(
    const pledge::Ceremony& ceremony, const std::vector<ledger::Register::UnitCount>& units)
{
    std::vector<ledger::Register::UnitCount> counted;
    std::uint64_t together = 0;
    std::size_t joined = 0;
    for (const auto& unit : units) {
        if (unit.unit.empty() && unit.signedEntries != 0) { // of no unit that could be told from it
            together += unit.signedEntries;
            joined = 2;
        } else if (unit.signedEntries != 0)
            counted.push_back(unit);
    }
    std::stable_sort(counted.begin(), counted.end(),
        [](const auto& a, const auto& b) { return a.signedEntries > b.signedEntries; });
    while (!counted.empty()
        && (counted.back().signedEntries < smallestPublished
            || (joined != 0 && (joined == 1 || together < smallestPublished)))) {
        together += counted.back().signedEntries;
        ++joined;
        counted.pop_back();
    }
    std::vector<PublicCount> counts;
    for (const auto& unit : counted) {
        const pledge::Unit* known = ceremony.unit(unit.unit);
        counts.push_back(
            {unit.unit, known != nullptr ? known->name : unit.unit, unit.signedEntries});
    }
    if (together != 0)
        counts.push_back({{}, "Unit kerja lain, masing-masing sedikit", together});
    return counts;
}

std::string bundlePageHtml(const BundlePage& page)
{
    return Writer(page).write();
}

} // namespace ikrar::attendance
