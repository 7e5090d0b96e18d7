#pragma once

#include "print/receipt_slip.h"
#include "receipt/sample_log.h"

namespace ikrar::tests {

/// Of the last entry of a log of `size`, in a rehearsal, again.
inline print::ReceiptSlip sampleSlip(std::uint64_t size, int cosignatures = 0)
{
    const std::string origin = "takalar.example/gladi/takalar-2023/kiosk-01-0a1b2c3d";
    receipt::SampleLog log(origin, 0x11);
    log.growTo(size);
    print::ReceiptSlip slip;
    slip.title = "Ikrar Netralitas ASN Kabupaten Takalar";
    slip.organizer = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia";
    slip.index = size - 1;
    slip.date = "Senin, 18 September 2023";
    slip.time = "08.05 WITA";
    slip.kiosk = origin;
    slip.rehearsal = true;
    slip.copy = true;
    slip.receipt = log.receipt(size - 1, size);
    for (int at = 0; at < cosignatures; ++at)
        addCosignature(slip.receipt,
            receipt::SampleWitness(
                "w" + std::to_string(at) + ".example", static_cast<std::uint8_t>(0x20 + at))
                .cosign(slip.receipt, origin));
    slip.verifyUrl = "https://periksa.bkpsdm.takalarkab.example/IKRAR/TAKALAR-2023"; // the longest
    return slip;
}

} // namespace ikrar::tests
