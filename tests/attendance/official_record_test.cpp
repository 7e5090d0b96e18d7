#include "attendance/held_records.h"
#include "attendance/official_record.h"
#include "attendance/written_paper.h"
#include "base/base64.h"

#include <algorithm>

namespace ikrar::tests {

using attendance::OfficialRecordOptions;

namespace {

WrittenPaper record(const attendance::Records& records, const OfficialRecordOptions& options = {})
{
    return WrittenPaper([&](attendance::Sink& sink) {
        return attendance::writeOfficialRecord(sink, records, options);
    });
}

} // namespace

TEST_CASE("a berita acara says day, place and counts in figures and words", "[attendance]")
{
    const auto records = takalar(1845);
    const std::string words = record(*records).words();
    CHECK(holds(words,
        "Pada hari ini Senin tanggal delapan belas bulan September tahun dua ribu dua puluh tiga "
        "(18-09-2023), bertempat di Lapangan Upacara Kantor Bupati Takalar"));
    CHECK(holds(words, "1.845 seribu delapan ratus empat puluh lima"));
    CHECK(holds(words, "1.848 seribu delapan ratus empat puluh delapan"));
    CHECK(holds(words, "Dr. Setiawan Aswad, M. Dev. Plg, Pj Bupati Takalar"));
    CHECK(holds(words, "Kejadian khusus Tidak ada."));
    CHECK(holds(words, "Dilakukan di hadapan"));
    CHECK(holds(words, "Forkopimda Takalar"));
    CHECK(holds(words, "Halaman 1 dari 2"));
    CHECK(holds(words, "Halaman 2 dari 2"));
    CHECK(holds(words, "Demikian berita acara ini dibuat dengan sebenarnya"));
}

TEST_CASE("a berita acara counts what was signed with help and on paper", "[attendance]")
{
    const auto records = takalar(20);
    for (const std::size_t at : {2U, 3U, 4U})
        records->signedRecords[at].row.declaration.method = pledge::Method::WetInk;
    records->signedRecords[3].row.voided = pledge::Reason::Test;
    records->signedRecords[5].row.declaration.method = pledge::Method::Assisted;
    const std::string words = record(*records).words();
    CHECK(holds(words, "Tanda tangan dengan bantuan 1 satu"));
    CHECK(holds(words, "Tanda tangan basah di kertas 2 dua"));
}

TEST_CASE("what nobody told is a dotted line or belum diisi, never made up", "[attendance]")
{
    const auto records = takalar(3);
    records->held.sessions[0] = {};
    records->held.instruments = {{"Surat Edaran", "Bupati Takalar", {}, {}, {}, {}}};
    const std::string words = record(*records).words();
    CHECK(holds(words, "Nomor: ....."));
    CHECK(holds(words, "Pada hari ini ................ tanggal ...."));
    CHECK(holds(words, "bertempat di ....."));
    CHECK(holds(words,
        "Surat Edaran Bupati Takalar Nomor (belum diisi) tanggal (belum diisi), tentang (belum "
        "diisi)"));
    CHECK(holds(words, "rangkap .........."));
}

TEST_CASE("what the organizer tells is printed", "[attendance]")
{
    const auto records = takalar(3);
    OfficialRecordOptions options;
    options.number = "800/123/BKPSDM/IX/2023";
    options.incidents = {"Listrik padam empat menit.", "Satu peserta menolak."};
    options.closers
        = {{"Penutup Contoh 1", "Kepala BKPSDM", {}}, {"Penutup Contoh 2", "Inspektur", {}}};
    options.copies = 4;
    options.letterhead.lines
        = {"Pemerintah Kabupaten Takalar", "Badan Kepegawaian", "Jalan Contoh Nomor 1"};
    const std::string words = record(*records, options).words();
    for (const char* part : {"Nomor: 800/123/BKPSDM/IX/2023", "a. Listrik padam empat menit.",
             "b. Satu peserta menolak.", "Penutup Contoh 1", "Inspektur", "rangkap 4 (empat)",
             "PEMERINTAH KABUPATEN TAKALAR", "BADAN KEPEGAWAIAN", "Jalan Contoh Nomor 1"}) {
        INFO(part);
        CHECK(holds(words, part));
    }
}

TEST_CASE(
    "each log's key and head stand in a berita acara, and its checkpoint as a code", "[attendance]")
{
    const auto records = takalar(20);
    records->heldLogs.push_back(logRecord("kiosk-2", 912, false));
    const auto paper = record(*records);
    const std::string words = paper.words();
    for (const auto& log : records->heldLogs) {
        CHECK(holds(words, log.key.name));
        CHECK(holds(words, log.kiosk));
        std::string root = base::toBase64(log.root.view());
        for (std::size_t at = 4; at < root.size(); at += 5)
            root.insert(at, 1, ' ');
        CHECK(holds(words, root));
        // The key is broken over lines: without them it is the verifier key as policies have it.
        std::string joined = words;
        std::erase(joined, ' ');
        CHECK(holds(joined, log.key.text()));
    }
    std::string codes;
    for (const std::string& line : paper.codes())
        codes += line + '\n';
    for (const auto& log : records->heldLogs)
        CHECK(holds(codes, log.checkpoint));
}

TEST_CASE("a rehearsal's berita acara says GLADI on each page", "[attendance]")
{
    const auto records = takalar(3);
    records->gladi = true;
    for (const std::string& page : record(*records).pages())
        CHECK(holds(page, "GLADI: dokumen latihan"));
}

} // namespace ikrar::tests
