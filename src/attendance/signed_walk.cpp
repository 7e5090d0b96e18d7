#include "attendance/signed_walk.h"

#include "base/parallel.h"

namespace ikrar::attendance {

namespace {

/// Enough that the thread of a batch costs little beside its rows.
constexpr std::size_t batchRows = 512;

/// Of two batches one is filled while the other is taken.
class Batches
{
public:
    Batches(const Records::TakeSigned& take, const RowsDone& done) : m_take(take), m_done(done) { }

    [[nodiscard]] Result<void> add(SignedRecord&& record)
    {
        m_filling.push_back(std::move(record));
        return m_filling.size() < batchRows ? Result<void>() : hand();
    }

    [[nodiscard]] Result<std::uint64_t> finish()
    {
        return (m_filling.empty() ? Result<void>() : hand())
            .and_then([this] { return await(); })
            .map([this] { return m_rows; });
    }

private:
    [[nodiscard]] Result<void> hand()
    {
        return await().map([this] {
            m_taking.clear();
            std::swap(m_taking, m_filling);
            m_taken = base::beside([this] { return takeBatch(); });
        });
    }

    [[nodiscard]] Result<void> takeBatch()
    {
        for (SignedRecord& record : m_taking) {
            if (auto taken = m_take(std::move(record)); !taken)
                return taken;
        }
        return {};
    }

    [[nodiscard]] Result<void> await()
    {
        if (!m_taken.valid())
            return {};
        return m_taken.get().map([this] {
            m_rows += m_taking.size();
            if (m_done)
                m_done(m_rows);
        });
    }

    const Records::TakeSigned& m_take;
    const RowsDone& m_done;
    std::uint64_t m_rows = 0;
    std::vector<SignedRecord> m_filling;
    std::vector<SignedRecord> m_taking;
    std::future<Result<void>> m_taken; ///< last: where the walk fails it is waited for first
};

} // namespace

Result<std::uint64_t> eachSignedBeside(const Records& records, Records::Order order,
    const Records::TakeSigned& take, const RowsDone& done)
{
    Batches batches(take, done);
    return records
        .eachSigned(
            order, [&](SignedRecord&& record) { return batches.add(std::move(record)); },
            Records::Ink::Skip)
        .and_then([&] { return batches.finish(); });
}

} // namespace ikrar::attendance
