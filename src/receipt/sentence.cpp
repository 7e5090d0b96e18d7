#include "pledge/ceremony.h"
#include "receipt/verdict.h"

namespace ikrar::receipt {

namespace {

using pledge::Text;

/// What the receipt is of, as a subject, by the order of pledge::Body.
const Text& subject(const Finding& finding)
{
    static const std::array<Text, std::variant_size_v<pledge::Body>> subjects{{
        {"Catatan pembukaan log ini", "This record of the log's opening"},
        {"Pernyataan ini", "This declaration"},
        {"Catatan pembatalan ini", "This record of a voiding"},
        {"Catatan pembukaan sesi ini", "This record of a session's start"},
        {"Catatan penutupan sesi ini", "This record of a session's end"},
        {"Catatan penutupan log ini", "This record of the log's closing"},
    }};
    static const Text unread{"Tanda terima ini", "This receipt"};
    return finding.entry ? subjects.at(finding.entry->entry.body.index()) : unread;
}

/// Only a declaration can be voided, so only for one it matters that no log was asked.
Text unasked(const Finding& finding)
{
    const bool declaration
        = finding.entry && std::holds_alternative<pledge::Signed>(finding.entry->entry.body);
    if (finding.checkedAgainstLog || !declaration)
        return {};
    return {" (pembatalan sesudahnya belum diperiksa karena log tidak tersedia)",
        " (later voiding was not checked, as no log was at hand)"};
}

Text unknownLog(const Finding& finding)
{
    if (finding.revoked)
        return {"Kunci log telah dicabut dan tanda terima ini terbit setelah batas yang masih "
                "dipercaya; simpan tanda terima ini dan hubungi penyelenggara.",
            "The log's key was revoked and this receipt lies past the point up to which it is "
            "believed; keep the receipt and contact the organizer."};
    return {"Log asal tanda terima ini tidak tercantum dalam kebijakan pemeriksaan ini; mintalah "
            "kebijakan yang memuatnya kepada penyelenggara atau Bawaslu.",
        "The log of this receipt is not in the policy used here; ask the organizer or Bawaslu for "
        "the policy that names it."};
}

Text voided(const Finding& finding)
{
    const Text& what = subject(finding);
    return {what.id
            + " tercatat dalam log, tetapi kemudian dibatalkan; hubungi penyelenggara untuk "
              "mengetahui alasannya.",
        what.en + " is in the log but was voided later; ask the organizer for the reason."};
}

Text genuine(const Finding& finding)
{
    const Text& what = subject(finding);
    const Text later = unasked(finding);
    Text witnessed{" dan disahkan oleh saksi log; simpan tanda terima ini",
        " and witnesses have cosigned the log; keep this receipt"};
    if (finding.verdict == Verdict::ValidUnwitnessed && finding.quorumAsked)
        witnessed = {", tetapi belum disahkan oleh cukup saksi log; mintalah tanda terima baru "
                     "kepada penyelenggara di kemudian hari",
            ", but not enough witnesses have cosigned the log yet; ask the organizer for a new "
            "receipt later"};
    else if (finding.verdict == Verdict::ValidUnwitnessed)
        witnessed = {
            ", tanpa saksi log; simpan tanda terima ini", ", without witnesses; keep this receipt"};
    return {
        what.id + " tercatat dalam log, segel perangkatnya cocok" + witnessed.id + later.id + '.',
        what.en + " is in the log, its device seal matches" + witnessed.en + later.en + '.'};
}

Text textFor(const Finding& finding)
{
    switch (finding.verdict) {
    case Verdict::Malformed:
        break;
    case Verdict::UnknownLog:
        return unknownLog(finding);
    case Verdict::BadSignature:
        return {
            "Segel pada tanda terima ini tidak cocok dengan isinya, jadi jangan diterima; pindai "
            "ulang kode QR yang asli dan, bila hasilnya sama, laporkan kepada Bawaslu atau "
            "inspektorat.",
            "A seal on this receipt does not match its content, so do not accept it; scan the "
            "original QR code again and, if this stays, report it to Bawaslu or the inspectorate."};
    case Verdict::Inconsistent:
        return {
            "Log yang diperiksa memuat riwayat lain daripada yang disegel pada tanda terima ini; "
            "simpan keduanya sebagai bukti dan segera laporkan kepada Bawaslu atau inspektorat.",
            "The log at hand tells another history than the one sealed on this receipt; keep both "
            "as "
            "evidence and report it to Bawaslu or the inspectorate at once."};
    case Verdict::NotInLog:
        return {"Salinan log yang dipakai berakhir sebelum tanda terima ini terbit; ulangi "
                "pemeriksaan dengan salinan yang lebih baru.",
            "The copy of the log ends before this receipt was issued; check again with a newer "
            "copy."};
    case Verdict::Rehearsal:
        return {"GLADI: tanda terima ini berasal dari latihan dan bukan pernyataan resmi; "
                "tanda tangani ikrar pada acara yang sebenarnya.",
            "GLADI (rehearsal): this receipt is no official declaration; sign the pledge at the "
            "ceremony itself."};
    case Verdict::Voided:
        return voided(finding);
    case Verdict::ValidUnwitnessed:
    case Verdict::Valid:
        return genuine(finding);
    }
    return {"Tanda terima tidak terbaca utuh; pindai ulang kode QR yang asli atau salin ulang "
            "seluruh teksnya.",
        "The receipt cannot be read in full; scan the original QR code again, or copy its whole "
        "text."};
}

Text headlineFor(const Finding& finding)
{
    switch (finding.verdict) {
    case Verdict::Malformed:
        break;
    case Verdict::UnknownLog:
        return finding.revoked ? Text{"Kunci log dicabut", "Log key revoked"}
                               : Text{"Log tidak dikenal", "Unknown log"};
    case Verdict::BadSignature:
        return {"Segel tidak cocok", "Seal does not match"};
    case Verdict::Inconsistent:
        return {"Riwayat log berbeda", "Another history"};
    case Verdict::NotInLog:
        return {"Belum ada di salinan log", "Not in the copy yet"};
    case Verdict::Rehearsal:
        return {"GLADI", "GLADI (rehearsal)"};
    case Verdict::Voided:
        return {"Dibatalkan", "Voided"};
    case Verdict::ValidUnwitnessed:
        return finding.quorumAsked ? Text{"Belum cukup saksi log", "Too few witnesses yet"}
                                   : Text{"Sah, tanpa saksi log", "Valid, without witnesses"};
    case Verdict::Valid:
        return {"Sah", "Valid"};
    }
    return {"Tidak terbaca", "Unreadable"};
}

} // namespace

std::string Finding::headline(pledge::Language language) const
{
    return headlineFor(*this).in(language);
}

std::string Finding::sentence(pledge::Language language) const
{
    return textFor(*this).in(language);
}

} // namespace ikrar::receipt
