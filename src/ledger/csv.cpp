#include "ledger/csv.h"

namespace ikrar::ledger {

std::string csvRow(std::initializer_list<std::string_view> fields)
{
    std::string row;
    for (const std::string_view field : fields) {
        row += row.empty() ? "\"" : ",\"";
        for (const char c : field) {
            if (c == '"')
                row += '"';
            row += c;
        }
        row += '"';
    }
    return row;
}

} // namespace ikrar::ledger
