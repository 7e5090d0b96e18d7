#include "attendance/csv_rows.h"

#include "attendance/wording.h"

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

    /// One line of the file with its line end; false where it is no CSV.
    [[nodiscard]] bool feed(std::string_view text)
    {
        if (!m_open)
            ++m_row.number;
        m_size = m_open ? m_size + text.size() : text.size();
        m_open = m_open || text.find_first_not_of(" \t\r\n") != std::string_view::npos;
        return m_ready
            && csv_parse(&m_parser, text.data(), text.size(), &Parser::field, &Parser::rowEnd, this)
            == text.size();
    }
    [[nodiscard]] bool finish()
    {
        return csv_fini(&m_parser, &Parser::field, &Parser::rowEnd, this) == 0;
    }

    [[nodiscard]] std::optional<TableRow> take() { return std::exchange(m_ended, std::nullopt); }
    [[nodiscard]] bool isTooLarge() const { return m_size > maxRow; }

private:
    static void field(void* data, std::size_t size, void* self)
    {
        auto& parser = *static_cast<Parser*>(self);
        parser.m_row.cells.push_back(
            {std::string(static_cast<const char*>(data), size), Cell::Kind::Text});
    }
    static void rowEnd(int /*character*/, void* self)
    {
        auto& parser = *static_cast<Parser*>(self);
        const std::size_t number = parser.m_row.number;
        parser.m_ended = std::exchange(parser.m_row, {number, {}});
        parser.m_open = false;
    }

    csv_parser m_parser{};
    bool m_ready = false;
    bool m_open = false; ///< the row goes on in the next line, within quotes
    std::size_t m_size = 0; ///< of the row so far
    TableRow m_row;
    std::optional<TableRow> m_ended;
};

/// The first line with its end, which is LF, CRLF, or the lone CR of old spreadsheets.
std::string_view firstLine(std::string_view text)
{
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos)
        return text;
    const bool both = text.substr(end).starts_with("\r\n");
    return text.substr(0, end + (both ? 2 : 1));
}

tl::unexpected<Error> at(std::size_t line, pledge::Language language, Error::Kind kind,
    const char* indonesian, const char* english)
{
    return fail(kind,
        said(language, "Baris ", "Line ") + std::to_string(line) + ": "
            + said(language, indonesian, english));
}

} // namespace

Result<void> readCsv(std::string_view text, char separator, pledge::Language language,
    const TakeRow& take, const ReadingProgress& progress)
{
    constexpr std::size_t linesBetween = 1024;
    Parser parser(separator);
    std::size_t line = 0;
    const std::size_t whole = text.size();
    while (!text.empty()) {
        const std::string_view fed = firstLine(text);
        text.remove_prefix(fed.size());
        ++line;
        if (!parser.feed(fed))
            return at(line, language, Error::Kind::Malformed,
                "ada tanda kutip yang salah tempat; hapus, atau apit seluruh isi kolom dengan "
                "tanda kutip.",
                "a quote stands where none may; remove it, or put the whole field in quotes.");
        if (parser.isTooLarge())
            return at(line, language, Error::Kind::TooLarge,
                "baris lebih panjang dari 64 KiB; mungkin ada tanda kutip yang belum ditutup.",
                "the row is longer than 64 KiB; a quote before it may stand open.");
        if (auto row = parser.take(); row && !take(std::move(*row)))
            return {};
        if (progress && line % linesBetween == 0)
            progress(whole - text.size(), whole);
    }
    if (!parser.finish())
        return at(line, language, Error::Kind::Malformed,
            "berkas berakhir di dalam tanda kutip; tutup tanda kutip itu.",
            "the file ends within quotes; close them.");
    if (auto row = parser.take())
        take(std::move(*row));
    return {};
}

} // namespace ikrar::attendance
