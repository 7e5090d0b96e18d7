#include "audit/line_reader.h"

#include "crypto/wipe.h"

#include <algorithm>

namespace ikrar::audit {

LineReader::LineReader(std::unique_ptr<Archive::Stream> stream, std::string name, std::size_t max)
    : m_stream(std::move(stream))
    , m_name(std::move(name))
    , m_max(max)
    , m_buffer(max + 2)
{
}

LineReader::~LineReader()
{
    crypto::wipe(m_buffer);
}

tl::unexpected<Error> LineReader::wrong(Error::Kind kind, const std::string& what)
{
    m_broken = true;
    return fail(kind, m_name + ", line " + std::to_string(m_number + 1) + ": " + what);
}

/// Whether there was more to read into the buffer's free end.
Result<bool> LineReader::fill()
{
    std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
        m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
    m_end -= m_begin;
    m_begin = 0;
    const auto got = m_stream->read(std::span(m_buffer).subspan(m_end));
    if (!got) {
        m_broken = true;
        return tl::unexpected(got.error());
    }
    m_end += *got;
    return *got != 0;
}

Result<std::optional<std::string_view>> LineReader::atEnd()
{
    if (m_end != m_begin)
        return wrong(Error::Kind::Malformed, "the last line has no CRLF: it was cut off");
    return std::nullopt;
}

Result<std::optional<std::string_view>> LineReader::next()
{
    if (m_broken)
        return std::nullopt;
    std::size_t looked = 0; ///< bytes known to hold no LF
    for (;;) {
        const std::string_view rest
            = base::asText(BytesView(m_buffer).subspan(m_begin, m_end - m_begin));
        const std::size_t end = rest.find('\n', looked);
        if (end != std::string_view::npos) {
            if (end == 0 || rest.find('\r') != end - 1)
                return wrong(Error::Kind::Malformed, "it does not end in CRLF");
            m_begin += end + 1;
            ++m_number;
            return rest.substr(0, end - 1);
        }
        if (rest.size() == m_buffer.size())
            return wrong(
                Error::Kind::TooLarge, "more than " + std::to_string(m_max) + " bytes in a line");
        looked = rest.size();
        const auto more = fill();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return atEnd();
    }
}

namespace {

/// The field that `rest` begins with, taken off it; nothing where none stands.
std::optional<std::string> takeQuoted(std::string_view& rest)
{
    if (!rest.starts_with('"'))
        return std::nullopt;
    std::string field;
    for (;;) {
        rest.remove_prefix(1);
        const std::size_t quote = rest.find('"');
        if (quote == std::string_view::npos)
            return std::nullopt;
        field += rest.substr(0, quote);
        rest.remove_prefix(quote + 1);
        if (!rest.starts_with('"'))
            return field;
        field += '"';
    }
}

} // namespace

Result<std::vector<std::string>> parseQuotedRow(std::string_view line, std::size_t count)
{
    std::vector<std::string> fields;
    std::string_view rest = line;
    while (fields.size() < count) {
        if (!fields.empty()) {
            if (!rest.starts_with(','))
                break;
            rest.remove_prefix(1);
        }
        auto field = takeQuoted(rest);
        if (!field)
            break;
        fields.push_back(std::move(*field));
    }
    if (fields.size() != count || !rest.empty())
        return fail(Error::Kind::Malformed, "it is no row of quoted fields with commas between");
    return fields;
}

std::string quotedRow(const std::vector<std::string>& fields)
{
    std::string row;
    for (const std::string& field : fields) {
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

} // namespace ikrar::audit
