#include "print/receipt_slip.h"

#include "receipt/fitting.h"

namespace ikrar::print {

namespace {

Result<qr::Matrix> codeOf(const ReceiptSlip& slip, Paper paper)
{
    const int limit = largestVersion(paper);
    const auto at = [&](qr::Level level) {
        return receipt::fitting(slip.receipt, slip.verifyUrl, level, limit)
            .and_then([&](const receipt::Receipt& fitting) {
                return qr::encode(receipt::toText(fitting, slip.verifyUrl), level, limit);
            });
    };
    auto medium = at(qr::Level::M);
    return medium ? medium : at(qr::Level::L);
}

std::string stamp(const ReceiptSlip& slip)
{
    std::string words;
    const auto add = [&words](bool applies, const char* word) {
        if (applies)
            words += (words.empty() ? "" : " · ") + std::string(word);
    };
    add(slip.rehearsal, "GLADI");
    add(slip.copy, "SALINAN");
    add(slip.voided, "DIBATALKAN");
    return words;
}

} // namespace

Result<Slip> slipOf(const ReceiptSlip& receipt, Paper paper)
{
    auto code = codeOf(receipt, paper);
    if (!code) {
        if (code.error().kind == Error::Kind::TooLarge && paper == Paper::Roll58)
            return fail(Error::Kind::TooLarge,
                "The receipt's code is too dense for paper of 58 mm: print on 80 mm or A6.");
        return tl::unexpected(code.error());
    }
    const std::string number = "Tanda terima nomor " + std::to_string(receipt.index);
    Slip slip;
    slip.title = number;
    slip.paper = paper;
    auto& items = slip.items;
    items.emplace_back(Slip::Line{stamp(receipt), 4.2, true});
    if (receipt.rehearsal)
        items.emplace_back(Slip::Line{"Hanya latihan, bukan ikrar yang sah.", 2, true});
    items.emplace_back(Slip::Gap{1});
    items.emplace_back(Slip::Line{receipt.title, 2.6, true});
    items.emplace_back(Slip::Line{receipt.organizer, 2});
    items.emplace_back(Slip::Code{std::move(*code)});
    items.emplace_back(Slip::Line{number, 3.2, true});
    items.emplace_back(Slip::Line{receipt.date + ", pukul " + receipt.time, 2.2});
    items.emplace_back(Slip::Gap{1});
    items.emplace_back(Slip::Line{"Pindai kode ini dengan kamera ponsel untuk memeriksanya.", 2});
    if (receipt.voided)
        items.emplace_back(Slip::Line{"Catatan ini sudah dibatalkan oleh penyelenggara.", 2, true});
    items.emplace_back(Slip::Line{receipt.kiosk, 1.5});
    items.emplace_back(
        Slip::Line{"Segel perangkat, bukan tanda tangan elektronik tersertifikasi.", 1.5});
    return slip;
}

} // namespace ikrar::print
