#include "cli/erasure_record.h"

#include "base/bytes.h"

namespace ikrar::cli {

namespace {

std::string logText(const ErasureRecord::Log& log)
{
    std::string said = "Log: " + log.origin + "\nIsi log tidak berubah: " + std::to_string(log.size)
        + " catatan, akar " + base::toHex(log.root.view())
        + "\nPernyataan yang data pribadinya dihapus: " + std::to_string(log.entries.size()) + "\n";
    for (const std::uint64_t index : log.entries)
        said += "  catatan nomor " + std::to_string(index) + "\n";
    return said;
}

std::string outcomeText(const ErasureRecord& record)
{
    if (record.held)
        return "\nBELUM TUNTAS: saat penghapusan, program lain masih membaca halaman lama basis "
               "data, sehingga\nsisa data masih dapat terbaca dari media penyimpanan. Hentikan "
               "program itu (kios), lalu ulangi\nperintah ini sampai beritanya tidak lagi memuat "
               "alinea ini.\n";
    if (record.ended)
        return "\nTUNTAS: halaman lama basis data yang pada penghapusan sebelumnya masih dibaca "
               "program lain\nkini telah dilepas. Jumlah di atas mencakup penghapusan "
               "sebelumnya itu.\n";
    return {};
}

} // namespace

std::string recordText(const ErasureRecord& record)
{
    std::string said = "BERITA PENGHAPUSAN DATA PRIBADI\n\nWaktu: " + record.time + "\n";
    for (const std::string& ceremony : record.ceremonies)
        said += "Upacara yang seluruh data pribadinya dihapus: " + ceremony + "\n";
    for (const ErasureRecord::Log& log : record.logs)
        said += logText(log);
    if (record.logs.empty())
        said += "Pernyataan yang data pribadinya dihapus: 0\n";
    said += "Baris daftar peserta yang dihapus: " + std::to_string(record.people)
        + "\nPernyataan lain yang nama pendampingnya dihapus: " + std::to_string(record.helped)
        + "\n\nYang dihapus: nama, nomor, jabatan, goresan, garam, dan kunci baris. Yang tinggal: "
          "catatan log\ntanpa nama serta sidik barisnya, sehingga log dan daftar tetap dapat "
          "diperiksa.\n"
        + outcomeText(record);
    if (record.server)
        said
            += "\nArsip WAL dan cadangan dasar server basis data masih memuat data ini sampai masa "
               "simpannya\nberakhir.\n";
    if (!record.copies.empty())
        said += "\nSalinan di luar jangkauan perintah ini, yang perlu dimusnahkan tersendiri:\n";
    for (const ledger::WrittenCopy& copy : record.copies)
        said += "  " + copy.path + "\n";
    if (record.incidentsLeft)
        said += "\nCatatan kejadian, yang mungkin menyebut nama dan perlu diperiksa sendiri:\n  "
            + *record.incidentsLeft + "\n";
    if (record.incidentsRemoved)
        said += "\nCatatan kejadian upacara yang telah lewat ini ikut dihapus:\n  "
            + *record.incidentsRemoved + "\n";
    return said;
}

} // namespace ikrar::cli
