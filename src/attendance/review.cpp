#include "attendance/review.h"

#include "crypto/sha256.h"
#include "pledge/ink.h"

#include <map>

namespace ikrar::attendance {

namespace {

using Kind = ReviewedSign::Kind;

ReviewedEntry reviewed(const SignedRecord& record)
{
    const pledge::Declaration& declaration = record.row.declaration;
    return {record.kiosk, record.row.index, record.row.time, declaration.identity, declaration.name,
        declaration.unit};
}

void add(ReviewedSign& sign, ReviewedEntry entry)
{
    ++sign.count;
    if (sign.entries.size() < maxReviewedEntries)
        sign.entries.push_back(std::move(entry));
}

/// Runs of signers at one kiosk, each within fastestSigner of the one before.
class TempoReview
{
public:
    void take(const SignedRecord& record, std::vector<ReviewedSign>& signs)
    {
        const bool goesOn = !m_run.entries.empty() && record.kiosk == m_kiosk
            && record.row.time - m_last < fastestSigner && record.row.time >= m_last;
        if (!goesOn)
            finish(signs);
        m_kiosk = record.kiosk;
        m_last = record.row.time;
        add(m_run, reviewed(record));
    }

    void finish(std::vector<ReviewedSign>& signs)
    {
        if (m_run.count >= fastRun)
            signs.push_back(m_run);
        m_run = {Kind::Tempo, {}, 0};
    }

private:
    std::string m_kiosk;
    std::int64_t m_last = 0;
    ReviewedSign m_run{Kind::Tempo, {}, 0};
};

bool hasInk(const pledge::Declaration& declaration)
{
    static const Bytes none = pledge::encodeInk({});
    return declaration.ink != none;
}

/// Which inks, and which people, are met more than once: a first walk counts, a second one names.
struct Counted {
    std::map<crypto::Hash, std::uint32_t> inks;
    std::map<crypto::Hash, std::uint32_t> people;
};

crypto::Hash digestOf(const pledge::Identity& identity)
{
    return crypto::sha256(base::asBytes(std::string(code(identity.kind)) + ":" + identity.value));
}

template <typename Take>
Result<void> eachValid(const Records& records, const Take& take)
{
    return records.eachSigned(Records::Order::Log, [&](const SignedRecord& record) -> Result<void> {
        if (!record.row.voided && record.row.declaration.method != pledge::Method::WetInk)
            take(record);
        return {};
    });
}

/// The signs of one kind, by the digest that their entries share.
class Grouped
{
public:
    explicit Grouped(Kind kind) : m_kind(kind) { }

    void take(const crypto::Hash& digest, const SignedRecord& record)
    {
        const auto [place, isNew] = m_places.emplace(digest, m_signs.size());
        if (isNew)
            m_signs.push_back({m_kind, {}, 0});
        add(m_signs[place->second], reviewed(record));
    }
    void moveTo(std::vector<ReviewedSign>& signs)
    {
        std::move(m_signs.begin(), m_signs.end(), std::back_inserter(signs));
    }

private:
    Kind m_kind;
    std::map<crypto::Hash, std::size_t> m_places;
    std::vector<ReviewedSign> m_signs;
};

} // namespace

std::string_view code(ReviewedSign::Kind kind)
{
    switch (kind) {
    case Kind::Tempo:
        return "tempo";
    case Kind::SameInk:
        return "same-ink";
    case Kind::Twice:
        break;
    }
    return "twice";
}

Result<std::vector<ReviewedSign>> review(const Records& records)
{
    const auto moment = records.hold();
    if (!moment)
        return tl::unexpected(moment.error());
    Counted counted;
    std::vector<ReviewedSign> signs;
    TempoReview tempo;
    auto walked = eachValid(records, [&](const SignedRecord& record) {
        const pledge::Declaration& declaration = record.row.declaration;
        ++counted.people[digestOf(declaration.identity)];
        if (hasInk(declaration))
            ++counted.inks[crypto::sha256(declaration.ink)];
        tempo.take(record, signs);
    });
    tempo.finish(signs);
    if (!walked)
        return tl::unexpected(walked.error());

    Grouped inks(Kind::SameInk);
    Grouped people(Kind::Twice);
    walked = eachValid(records, [&](const SignedRecord& record) {
        const pledge::Declaration& declaration = record.row.declaration;
        const crypto::Hash person = digestOf(declaration.identity);
        if (counted.people[person] > 1)
            people.take(person, record);
        if (!hasInk(declaration))
            return;
        const crypto::Hash ink = crypto::sha256(declaration.ink);
        if (counted.inks[ink] > 1)
            inks.take(ink, record);
    });
    if (!walked)
        return tl::unexpected(walked.error());
    inks.moveTo(signs);
    people.moveTo(signs);
    return signs;
}

} // namespace ikrar::attendance
