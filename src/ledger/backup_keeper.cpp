#include "ledger/backup_keeper.h"

namespace ikrar::ledger {

BackupKeeper::BackupKeeper(Path data, Path to, Environment environment)
    : m_data(std::move(data))
    , m_to(std::move(to))
    , m_environment(std::move(environment))
{
}

/// True where it was opened now.
Result<bool> BackupKeeper::ready()
{
    if (m_backup)
        return false;
    std::error_code none;
    if (!m_directory.empty() && !std::filesystem::exists(m_directory, none))
        return fail(
            Error::Kind::Missing, m_directory.string() + " is not there: is the disk plugged in?");
    auto opened = Backup::open(m_data, m_to, m_environment);
    if (!opened)
        return tl::unexpected(opened.error());
    m_backup = std::move(*opened);
    m_directory = m_backup->directory();
    if (m_opened)
        m_opened(m_directory, m_backup->onSameDisk());
    return true;
}

Result<BackupKeeper::Step> BackupKeeper::step()
{
    const auto opened = ready();
    if (!opened)
        return tl::unexpected(opened.error());
    Step step{m_directory, *opened, m_backup->onSameDisk(), false, m_size, 0};
    const auto behind = m_backup->behind();
    if (behind && !*behind)
        return step;
    const auto done
        = behind ? m_backup->advance() : Result<Backup::Step>(tl::unexpected(behind.error()));
    if (!done) {
        m_backup.reset();
        return tl::unexpected(done.error());
    }
    m_size = done->size;
    step.advanced = true;
    step.size = done->size;
    step.added = done->added;
    return step;
}

bool BackupKeeper::passes(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Missing:
    case Error::Kind::Busy:
    case Error::Kind::NoSpace:
    case Error::Kind::ReadOnly:
    case Error::Kind::Io:
        return true;
    default:
        return false;
    }
}

} // namespace ikrar::ledger
