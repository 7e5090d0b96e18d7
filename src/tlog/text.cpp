#include "tlog/text.h"

#include "base/utf8.h"

#include <algorithm>

namespace ikrar::tlog {

std::optional<std::string_view> takeLine(std::string_view& rest)
{
    const auto end = rest.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

bool isNoteText(std::string_view text)
{
    const bool controls = std::any_of(text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
    return !controls && base::isUtf8(text);
}

} // namespace ikrar::tlog
