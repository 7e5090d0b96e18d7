#include "print/session_report.h"

#include "qr/encode.h"

namespace ikrar::print {

namespace {

Result<qr::Matrix> codeOf(tlog::Note note, Paper paper)
{
    const int limit = largestVersion(paper);
    for (;;) {
        const std::string text = note.serialize();
        auto code = qr::encode(text, qr::Level::M, limit);
        if (!code)
            code = qr::encode(text, qr::Level::L, limit);
        if (code || note.signatures.size() <= 1)
            return code;
        note.signatures.pop_back();
    }
}

} // namespace

Result<Slip> slipOf(const SessionReport& report, Paper paper)
{
    if (paper == Paper::A6)
        paper = Paper::A5;
    auto code = codeOf(report.checkpoint, paper);
    if (!code)
        return tl::unexpected(code.error());
    const std::string session = "sesi " + std::to_string(report.session);
    const bool begins = !report.signedEntries;
    Slip slip;
    slip.title = (begins ? "Laporan nol, " : "Laporan akhir, ") + session;
    slip.paper = paper;
    auto& items = slip.items;
    items.emplace_back(Slip::Line{report.rehearsal ? "GLADI" : "", 4.2, true});
    items.emplace_back(Slip::Line{slip.title, 3.4, true});
    items.emplace_back(Slip::Gap{1});
    items.emplace_back(Slip::Line{report.title, 2.4, true});
    items.emplace_back(Slip::Line{report.organizer, 1.8});
    items.emplace_back(Slip::Gap{2});
    items.emplace_back(Slip::Fact{begins ? "Sudah berikrar" : "Berikrar pada sesi ini",
        std::to_string(report.signedEntries.value_or(0))});
    items.emplace_back(Slip::Fact{"Tempat", report.place});
    items.emplace_back(Slip::Fact{"Waktu", report.date + ", pukul " + report.time});
    items.emplace_back(Slip::Fact{"", report.clockUnsure ? "jam belum dipastikan" : ""});
    items.emplace_back(Slip::Fact{"Terdaftar", std::to_string(report.rosterCount) + " orang"});
    items.emplace_back(Slip::Fact{"Sidik daftar", report.rosterDigest});
    items.emplace_back(Slip::Fact{"Isi log", std::to_string(report.logSize) + " catatan"});
    items.emplace_back(Slip::Fact{"Ringkasan log", report.logHead});
    items.emplace_back(Slip::Fact{"Perangkat", report.kiosk});
    items.emplace_back(Slip::Code{std::move(*code), 42});
    items.emplace_back(
        Slip::Line{"Kode ringkasan log: pengawas memindainya untuk mencocokkan log kelak.", 1.6});
    items.emplace_back(Slip::Gap{2});
    items.emplace_back(Slip::Line{"Penyelenggara", 1.9});
    items.emplace_back(Slip::Gap{12}); // to sign in
    items.emplace_back(Slip::Line{report.official, 1.9, true});
    items.emplace_back(Slip::Line{"Saksi", 1.9});
    items.emplace_back(Slip::Gap{12});
    items.emplace_back(Slip::Line{"( ........................................ )", 1.9});
    return slip;
}

} // namespace ikrar::print
