#pragma once

#include "audit/audit.h"
#include "ledger/ledger.h"

namespace ikrar::attendance {

/// The log of a kiosk's store as an audit reads it: out of the database, which is what the kiosk
/// committed, not out of the files published after it. The database is read on a thread of its own,
/// since a connection belongs to the thread that opened it and an audit reads from several.
class StoreSource final : public audit::Source
{
public:
    /// Errors: those of Ledger::open.
    [[nodiscard]] static Result<std::unique_ptr<StoreSource>> open(
        const base::Path& data, const ledger::Environment& environment);
    StoreSource(const StoreSource&) = delete;
    StoreSource& operator=(const StoreSource&) = delete;
    StoreSource(StoreSource&&) = delete;
    StoreSource& operator=(StoreSource&&) = delete;
    ~StoreSource() override;

    /// The checkpoint that the next audit begins with.
    void showCheckpoint(std::string note);

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override;
    /// Nothing: a database has no other files.
    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override;
    [[nodiscard]] std::optional<Error> interruption() const override;

private:
    struct Reader;
    explicit StoreSource(std::unique_ptr<Reader> reader);

    std::unique_ptr<Reader> m_reader;
    std::string m_checkpoint;
    std::string m_ceremony;
};

} // namespace ikrar::attendance
