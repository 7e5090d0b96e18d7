#pragma once

#include "base/file.h"

#include <map>
#include <set>

namespace ikrar::ledger {

/// Files put in place together: each is written under a temporary name, synced and renamed; the
/// directories are synced once, by sync(). They are opened before they are changed and held until
/// then, so that none loses its error.
class FileBatch
{
public:
    explicit FileBatch(base::FileSystem& files) : m_files(files) { }
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;
    FileBatch(FileBatch&&) = delete;
    FileBatch& operator=(FileBatch&&) = delete;
    ~FileBatch();

    /// Makes the directories it needs.
    [[nodiscard]] Result<void> put(const base::Path& path, BytesView bytes);
    /// All that was put is on disk, under its name, when it returns.
    [[nodiscard]] Result<void> sync();

private:
    [[nodiscard]] Result<void> hold(const base::Path& directory);
    [[nodiscard]] Result<void> write(const base::Path& path, BytesView bytes);
    void release();

    base::FileSystem& m_files;
    std::map<base::Path, int> m_held;
};

} // namespace ikrar::ledger
