#include "audit/report_page.h"

#include <algorithm>
#include <array>

namespace ikrar::audit {

namespace {

struct Words {
    std::string_view kind;
    std::string_view sentence;
};

/// By kind, sorted.
constexpr std::array words{
    Words{"after-closed", "Setelah log ditutup hanya boleh ada pembatalan."},
    Words{"ahead-of-checkpoint", "Berkas ini milik ringkasan log yang belum terbit."},
    Words{"attendance-not-closed",
        "Log belum ditutup: nama dan unit kerja dalam daftar hadir belum diikat oleh apa pun."},
    Words{"bad-bundle", "Berkas kumpulan catatan ini rusak."},
    Words{"bad-ceremony", "Berkas kegiatan tidak dapat dibaca menurut bentuk yang ditetapkan."},
    Words{"bad-checkpoint", "Ringkasan log tidak bersegel sah menurut kunci dalam kebijakan."},
    Words{"bad-cosignature", "Pengesahan seorang saksi log tidak cocok dengan ringkasan log."},
    Words{"bad-entry", "Catatan ini tidak tertulis menurut bentuk yang ditetapkan."},
    Words{"bad-entry-signature", "Segel catatan ini bukan segel log."},
    Words{"bad-member-name",
        "Nama berkas di dalam berkas bukti ini menyesatkan; isinya tidak dibaca."},
    Words{"bad-origin", "Nama log tidak menurut bentuk yang ditetapkan."},
    Words{"bad-since", "Ringkasan log terdahulu yang diberikan tidak bersegel sah dari log ini."},
    Words{"bad-state", "Ringkasan dari pemeriksaan terdahulu tidak bersegel sah dari log ini."},
    Words{"ceremony-differs", "Berkas kegiatan bukan naskah yang ditandatangani."},
    Words{"closed-in-session", "Log ditutup sewaktu sebuah sesi masih terbuka."},
    Words{"counts-differ", "Jumlah yang dinyatakan berbeda dari isi log."},
    Words{"ends-nothing", "Sebuah sesi diakhiri padahal tidak terbuka."},
    Words{"entry-without-row",
        "Log memuat pernyataan ini, tetapi daftar hadir tidak: barisnya dihilangkan."},
    Words{"folder-differs", "Folder ini berisi log lain daripada yang disebut namanya."},
    Words{"foreign-entry", "Catatan ini menyebut kunci log lain."},
    Words{"log-not-in-bundle",
        "Kebijakan menyebut log lain dari kegiatan ini yang tidak ada dalam berkas bukti; "
        "mintalah."},
    Words{
        "member-twice", "Dua berkas di dalam berkas bukti ini bernama sama; isinya tidak dibaca."},
    Words{"missing-file", "Berkas ini hilang sejak pemeriksaan terdahulu."},
    Words{"not-opened", "Catatan pertama bukan pembukaan log."},
    Words{"opened-again", "Pembukaan log tercatat lebih dari sekali."},
    Words{"other-ceremony", "Berkas kegiatan bukan kegiatan yang disebut nama log."},
    Words{"other-policy",
        "Pemeriksaan terdahulu memakai kebijakan lain, jadi semuanya diperiksa dari awal."},
    Words{"outside-session", "Pernyataan ini dibuat untuk sesi yang tidak sedang terbuka."},
    Words{"person-again", "Orang pada baris ini juga tercatat pada baris lain (ganda)."},
    Words{"policy-behind",
        "Kebijakan ini tidak menyebut satu pun pengesah ringkasan log; mintalah kebijakan "
        "terbaru."},
    Words{"quorum-not-met", "Ringkasan log belum disahkan oleh cukup saksi log."},
    Words{"revoked-key", "Kunci log telah dicabut; catatan sesudah batasnya tidak dipercaya."},
    Words{"rewritten",
        "Log tidak melanjutkan ringkasan terdahulu: riwayatnya ditulis ulang. Simpan keduanya "
        "sebagai bukti."},
    Words{"root-differs", "Catatan tidak menghasilkan akar yang disegel: log diubah sesudahnya."},
    Words{"root-unknown", "Sebagian catatan tidak ada, jadi akar log tidak dapat dihitung."},
    Words{"row-category-differs", "Kategori pada baris ini bukan yang tercatat dalam log."},
    Words{"row-erased",
        "Data pribadi baris ini telah dihapus; yang tersisa hanya sidik barisnya. Mintalah catatan "
        "penghapusannya."},
    Words{"row-ink-differs", "Goresan pada baris ini bukan yang dibubuhkan sewaktu berikrar."},
    Words{"row-malformed", "Baris ini tidak tertulis menurut bentuk yang ditetapkan."},
    Words{"row-method-differs", "Cara berikrar pada baris ini bukan yang tercatat dalam log."},
    Words{"row-out-of-order", "Baris ini tidak pada tempatnya, atau tertulis dua kali."},
    Words{"row-person-differs",
        "Nomor identitas pada baris ini bukan yang menandatangani, atau garamnya diubah."},
    Words{"row-session-differs", "Sesi pada baris ini bukan yang tercatat dalam log."},
    Words{"row-status-differs",
        "Status atau alasan pada baris ini berbeda dari yang tercatat dalam log."},
    Words{"row-text-differs",
        "Baris ini (nama, unit kerja, atau status) bukan yang ditetapkan sewaktu dicatat."},
    Words{"row-time-differs", "Waktu pada baris ini bukan yang tercatat dalam log."},
    Words{"row-without-entry",
        "Log tidak memuat pernyataan untuk baris ini: barisnya ditambahkan, atau nomornya diubah."},
    Words{"row-without-tie",
        "Tidak ada pengikat antara baris ini dan catatannya, jadi orangnya tidak dapat diperiksa."},
    Words{"same-commitment", "Pernyataan yang sama tercatat dua kali."},
    Words{"session-again", "Nomor sesi ini sudah pernah dipakai."},
    Words{"session-in-session", "Sebuah sesi dimulai sewaktu sesi lain masih terbuka."},
    Words{"shrunk", "Log sekarang lebih pendek daripada ringkasannya yang terdahulu."},
    Words{"table-differs", "Daftar hadir bukan yang disegel sewaktu log ditutup."},
    Words{"tie-malformed", "Baris pengikat ini tidak tertulis menurut bentuk yang ditetapkan."},
    Words{"tie-out-of-order", "Baris pengikat ini tidak pada tempatnya, atau tertulis dua kali."},
    Words{"tie-without-entry", "Log tidak memuat pernyataan untuk baris pengikat ini."},
    Words{"tile-differs", "Isi berkas pohon log tidak cocok dengan catatannya."},
    Words{"tile-size", "Ukuran berkas pohon log tidak sesuai."},
    Words{"time-backwards", "Waktu catatan ini mundur: jam kios pernah disetel ke belakang."},
    Words{"unexpected-file", "Berkas ini bukan bagian dari log."},
    Words{"unexpected-member", "Berkas ini bukan bagian dari berkas bukti; tidak diperiksa."},
    Words{"units-differ", "Jumlah menurut unit kerja tidak sama dengan isi log."},
    Words{"unknown-cosigner",
        "Ada pengesahan dengan kunci yang tidak disebut kebijakan; tidak diperiksa."},
    Words{"unknown-log", "Kebijakan tidak memuat log ini."},
    Words{"unreadable-bundle", "Berkas kumpulan catatan tidak dapat dibaca."},
    Words{"unreadable-ceremony", "Berkas kegiatan tidak dapat dibaca."},
    Words{"unreadable-checkpoint", "Ringkasan log tidak dapat dibaca."},
    Words{"unreadable-log", "Isi folder log tidak dapat didaftar."},
    Words{"unreadable-table", "Daftar hadir atau pengikatnya tidak dapat dibaca."},
    Words{"unreadable-tile", "Berkas pohon log tidak dapat dibaca."},
    Words{"unreadable-twin", "Dua pernyataan yang tampak sama tidak dapat dibandingkan."},
    Words{"voided-again", "Pernyataan yang sama dibatalkan dua kali."},
    Words{"voids-nothing", "Yang dibatalkan bukan pernyataan yang mendahuluinya."},
};

static_assert(std::is_sorted(
    words.begin(), words.end(), [](const Words& a, const Words& b) { return a.kind < b.kind; }));

} // namespace

std::string_view indonesianFor(std::string_view kind)
{
    const auto* const found = std::lower_bound(words.begin(), words.end(), kind,
        [](const Words& one, std::string_view wanted) { return one.kind < wanted; });
    return found != words.end() && found->kind == kind ? found->sentence : std::string_view();
}

} // namespace ikrar::audit
