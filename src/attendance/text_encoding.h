#pragma once

#include "base/bytes.h"

namespace ikrar::attendance {

enum class TextEncoding : std::uint8_t { Utf8, Utf8Bom, Utf16Le, Utf16Be, Windows1252 };

/// `UTF-8`, `UTF-8 with BOM`, `UTF-16 LE`, `UTF-16 BE`, `Windows-1252`.
[[nodiscard]] std::string_view name(TextEncoding encoding);

struct DecodedText {
    std::string text; ///< UTF-8 without BOM
    TextEncoding encoding{};
};

/// A text file as spreadsheets write them: by its BOM UTF-8 or UTF-16; without one UTF-8, and
/// Windows-1252 (WHATWG Encoding) where it is not valid UTF-8. Errors: Malformed for what is none
/// of these: a NUL, half a surrogate, a byte that Windows-1252 leaves undefined.
[[nodiscard]] Result<DecodedText> decodeText(BytesView file);

} // namespace ikrar::attendance
