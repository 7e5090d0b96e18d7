#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ikrar::attendance {

/// One cell of a table that somebody made with a spreadsheet.
struct Cell {
    enum class Kind : std::uint8_t {
        Text,
        Number, ///< kept as a double: of a number with more than 15 digits the last are lost
        Broken, ///< an error value (`#N/A`), or a formula whose result the file lacks
    };
    std::string text; ///< UTF-8; of a number as the file writes it, such as `1.98609262015051E+17`
    Kind kind = Kind::Text;

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// One row of a table. A row without cells may be left out by who reads it.
struct TableRow {
    std::size_t number = 0; ///< from 1, as a spreadsheet numbers it
    std::vector<Cell> cells; ///< from column A on, without gaps
};

/// Takes row after row in their order; false ends the reading.
using TakeRow = std::function<bool(TableRow&&)>;
/// How far a reading has come, in bytes of what is read.
using ReadingProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

} // namespace ikrar::attendance
