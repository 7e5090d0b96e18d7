#pragma once

#include <string_view>

namespace ikrar::ledger {

/// How high a rank stands: 17 for IV/e of a PNS and golongan XVII of a PPPK down to 1 for I/a and
/// I, each of both counting 17 steps; 0 for a text that names none, such as a rank of TNI or Polri.
/// Read off the grade where the text holds one (`Penata (III/c)`, `3c`, `Ahli Pertama (IX)`), else
/// off the rank's name (`Pembina Utama Muda`, `Penata Tk. 1`). An echelon (`Eselon II.b`) is none.
[[nodiscard]] unsigned rankPlace(std::string_view rank);

} // namespace ikrar::ledger
