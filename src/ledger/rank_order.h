#pragma once

#include <string_view>

namespace ikrar::ledger {

/// How high a rank stands: 17 for IV/e of a PNS and XVII of a PPPK down to 1 for I/a and I, which
/// are paid alike (Perpres 98/2020); 0 for a text that names none, such as a rank of TNI or Polri.
/// Read off the grade where the text holds one (`Penata (III/c)`, `III.c`, `Golongan IX`), else off
/// the rank's name (`Pembina Utama Muda`, `Penata Tk. I`).
[[nodiscard]] unsigned rankPlace(std::string_view rank);

} // namespace ikrar::ledger
