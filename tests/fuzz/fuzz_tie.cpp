#include "audit/attendance_row.h"
#include "audit/line_reader.h"
#include "audit/tie.h"
#include "fuzz/fuzz.h"

using namespace ikrar;

namespace {

/// A member of a bundle, handed out a few bytes at a time.
class Pieces final : public audit::Archive::Stream
{
public:
    explicit Pieces(BytesView bytes) : m_rest(bytes) { }
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> out) override
    {
        constexpr std::size_t piece = 7;
        const std::size_t count = std::min({piece, out.size(), m_rest.size()});
        std::copy_n(m_rest.begin(), count, out.begin());
        m_rest = m_rest.subspan(count);
        return count;
    }

private:
    BytesView m_rest;
};

void check(std::string_view line)
{
    if (const auto tie = audit::parseTie(line))
        fuzz::ensure(audit::tieLine(*tie) == line, "one spelling of a tie");
    if (const auto row = audit::parseAttendanceRow(line); row && row->voided)
        fuzz::ensure(
            audit::parseAttendanceRow(audit::beforeVoiding(line)).value().voided == std::nullopt,
            "a voided row was a signed one before");
}

} // namespace

/// The bytes as one line, and as the lines of a member.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    check(base::asText(bytes));
    constexpr std::size_t maxLine = 300;
    audit::LineReader lines(std::make_unique<Pieces>(bytes), "x", maxLine);
    std::string again;
    for (;;) {
        const auto line = lines.next();
        if (!line || !*line) {
            fuzz::ensure(!line || again == base::asText(bytes), "the lines are the whole member");
            break;
        }
        fuzz::ensure((*line)->size() <= maxLine, "no line over its bound");
        check(**line);
        again += std::string(**line) + "\r\n";
    }
    return 0;
}
