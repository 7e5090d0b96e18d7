#pragma once

#include "audit/audit.h"
#include "pledge/entry.h"
#include "tlog/tile.h"

#include <map>
#include <mutex>

namespace ikrar::audit::test {

/// A log in memory, published as files, that a test can grow and then damage.
class SampleLog final : public Source
{
public:
    SampleLog();

    /// Seals and appends; the index.
    std::uint64_t append(const pledge::Body& body, std::int64_t time = 1'700'000'000);
    std::uint64_t append(const Bytes& sealed);
    /// A signature with a commitment of its own.
    std::uint64_t sign(std::uint64_t session = 1);
    [[nodiscard]] static pledge::Signed signedBody(std::uint64_t session, std::uint8_t seed);
    [[nodiscard]] Bytes seal(const pledge::Entry& entry) const;

    /// opened, session 1 with `count` signatures, its end, closed: a log that holds, published.
    static std::unique_ptr<SampleLog> ceremonyOf(std::uint64_t count);

    /// Writes the files of the present size; those of earlier publications stay.
    void publish();

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override;
    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override;

    [[nodiscard]] tlog::Policy policy() const;
    [[nodiscard]] std::string checkpoint() const;
    [[nodiscard]] const crypto::SigningKey& key() const { return m_key; }
    [[nodiscard]] const tlog::VerifierKey& vkey() const { return m_vkey; }

    std::map<std::string, Bytes> files;

private:
    crypto::SigningKey m_key;
    tlog::VerifierKey m_vkey;
    std::vector<Bytes> m_entries;
    std::map<tlog::Node, crypto::Hash> m_nodes;
    tlog::RightEdge m_edge;
};

/// kind and path of each failure.
[[nodiscard]] std::vector<std::string> failures(const Report& report);

} // namespace ikrar::audit::test
