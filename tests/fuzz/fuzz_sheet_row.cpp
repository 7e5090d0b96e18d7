#include "fuzz/fuzz.h"
#include "pledge/sheet_row.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto row = pledge::parseSheetRow(fuzz::textOf(data, size));
    if (!row)
        return 0;
    fuzz::ensure(pledge::parseSheetRow(code(*row)) == *row, "the code of a row is that row's");
    fuzz::ensure(pledge::parseSheetRow(qrText(*row)) == *row, "and so is its QR's text");
    return 0;
}
