#include "attendance/csv_rows.h"

#include <csv.h>

#include <optional>
#include <utility>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxRow = std::size_t{64} * 1024;

class Parser
{
public:
    explicit Parser(char separator)
    {
        constexpr unsigned char strict = CSV_STRICT | CSV_STRICT_FINI;
        m_ready = csv_init(&m_parser, strict) == 0;
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    Parser(Parser&&) = delete;
    Parser& operator=(Parser&&) = delete;
    ~Parser() { csv_free(&m_parser); }

    /// One line of the file with its newline; false where it is no CSV.
    [[nodiscard]] bool feed(std::size_t line, std::string_view text)
    {
        m_line = line;
        return m_ready
            && csv_parse(&m_parser, text.data(), text.size(), &Parser::field, &Parser::rowEnd, this)
            == text.size();
    }
    [[nodiscard]] bool finish()
    {
        return csv_fini(&m_parser, &Parser::field, &Parser::rowEnd, this) == 0;
    }

    [[nodiscard]] std::optional<CsvRow> take() { return std::exchange(m_ended, std::nullopt); }
    /// Whether the row goes past its bound with these bytes.
    [[nodiscard]] bool isTooLarge(std::string_view text)
    {
        m_size += text.size();
        return m_size > maxRow;
    }

private:
    static void field(void* data, std::size_t size, void* self)
    {
        auto& parser = *static_cast<Parser*>(self);
        if (parser.m_row.fields.empty())
            parser.m_row.line = parser.m_line;
        parser.m_row.fields.emplace_back(static_cast<const char*>(data), size);
    }
    static void rowEnd(int /*character*/, void* self)
    {
        auto& parser = *static_cast<Parser*>(self);
        parser.m_ended = std::exchange(parser.m_row, {});
        parser.m_size = 0;
    }

    csv_parser m_parser{};
    bool m_ready = false;
    std::size_t m_line = 0;
    std::size_t m_size = 0;
    CsvRow m_row;
    std::optional<CsvRow> m_ended;
};

tl::unexpected<Error> at(std::size_t line, Error::Kind kind, const char* what)
{
    return fail(kind, "line " + std::to_string(line) + ": " + what);
}

} // namespace

Result<void> readCsv(
    std::string_view text, char separator, const std::function<bool(CsvRow&&)>& take)
{
    Parser parser(separator);
    std::size_t line = 0;
    while (!text.empty()) {
        const std::string_view next = text.substr(0, text.find('\n') + 1);
        const std::string_view fed = next.empty() ? text : next;
        text.remove_prefix(fed.size());
        ++line;
        if (parser.isTooLarge(fed))
            return at(line, Error::Kind::TooLarge, "the row is longer than 64 KiB");
        if (!parser.feed(line, fed))
            return at(line, Error::Kind::Malformed, "a quote stands where none may");
        if (auto row = parser.take(); row && !take(std::move(*row)))
            return {};
    }
    if (!parser.finish())
        return at(line, Error::Kind::Malformed, "the file ends within quotes");
    if (auto row = parser.take())
        take(std::move(*row));
    return {};
}

} // namespace ikrar::attendance
