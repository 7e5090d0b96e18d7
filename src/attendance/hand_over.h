#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "ledger/ledger.h"

namespace ikrar::attendance {

/// What an organizer takes out of one kiosk's store.
enum class Document : std::uint8_t {
    Workbook, ///< XLSX
    List, ///< CSV, as spreadsheets open it
    Json,
    AttendanceSheet, ///< *daftar hadir*, PDF
    OfficialRecord, ///< *berita acara*, PDF, with the incidents that were noted
    Bundle, ///< sealed where a passphrase is given
    PublicBundle, ///< without personal data
    InvitationCards, ///< PDF
    SignatureSheets, ///< PDF, from the roster
    BlankSheets, ///< PDF, free rows only
};

struct HandOver {
    Document document{};
    base::Path folder; ///< that the file goes to, under a dated name
    Paper paper = Paper::A4;
    std::string number; ///< of a berita acara
    std::string unit; ///< cards and sheets: id, empty: everybody
    std::uint64_t session = 1; ///< cards and sheets: number
    int sheets = 1; ///< blank ones
    std::string passphrase; ///< of a bundle; the caller wipes it
    std::function<void(double)> progress; ///< share of what there is to do, 0 to 1
};

struct HandedOver {
    Delivered file;
    std::uint64_t rows = 0; ///< signed entries; cards; people on sheets
    bool closed = true; ///< of a bundle: the log was
    bool remembered = true; ///< the store knows of the copy, so that an erasure names it
};

/// `daftar-hadir-takalar-2023-kiosk-1-20230918-0805.xlsx`, `gladi-` before it in a rehearsal: of
/// one moment (Unix seconds), so that no export takes another's place in a folder.
[[nodiscard]] std::string datedName(
    const Records& records, std::string_view kind, std::string_view ending, std::int64_t now);

/// Who closed the log by their PINs, for a berita acara.
[[nodiscard]] Result<std::vector<pledge::Person>> closersOf(ledger::Ledger& ledger);

/// Makes the document as of one moment, while others go on signing, and delivers it: written under
/// a temporary name, synced, read back, compared (a bundle: audited), then named; where the folder
/// is on a medium that is pulled out, all of that is on it. A file that is there stays, the new one
/// gets a name beside it. After an error nothing of it is left in the folder, as far as the medium
/// can still be reached. Errors: Invalid for a unit or session that the ceremony does not have;
/// those of Delivery, of writeBundle and of the store.
[[nodiscard]] Result<HandedOver> handOver(ledger::Ledger& ledger, const HandOver& wanted,
    base::FileSystem& files, const base::Clock& clock);

} // namespace ikrar::attendance
