#pragma once

#include "audit/archive.h"

#include <memory>
#include <optional>
#include <string>

namespace ikrar::audit {

/// A member of a bundle as lines, each ended by CRLF, the last one too. Holds one line, which it
/// wipes when it goes.
class LineReader
{
public:
    /// `max`: bytes of a line without its CRLF.
    LineReader(std::unique_ptr<Archive::Stream> stream, std::string name, std::size_t max);

    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;
    LineReader(LineReader&&) = default;
    LineReader& operator=(LineReader&&) = default;
    ~LineReader();

    /// The next line without CRLF, valid until the next call; nothing at the end. Errors:
    /// Malformed (a lone CR or LF, no CRLF at the end, damage), TooLarge, Io. After an error there
    /// are no more lines.
    [[nodiscard]] Result<std::optional<std::string_view>> next();

    /// Of the line last handed out, from 1.
    [[nodiscard]] std::uint64_t number() const { return m_number; }

private:
    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<std::optional<std::string_view>> atEnd();
    [[nodiscard]] tl::unexpected<Error> wrong(Error::Kind kind, const std::string& what);

    std::unique_ptr<Archive::Stream> m_stream;
    std::string m_name;
    std::size_t m_max;
    Bytes m_buffer;
    std::size_t m_begin = 0; ///< of what was not handed out yet
    std::size_t m_end = 0;
    std::uint64_t m_number = 0;
    bool m_broken = false;
};

/// The fields of one row of RFC 4180 with every field quoted, as ledger::csvRow writes it; exactly
/// `count` of them. Errors: Malformed.
[[nodiscard]] Result<std::vector<std::string>> parseQuotedRow(
    std::string_view line, std::size_t count);
/// The row of these fields.
[[nodiscard]] std::string quotedRow(const std::vector<std::string>& fields);

} // namespace ikrar::audit
