#pragma once

#include <sqlite3.h>

#include <cerrno>
#include <cstddef>
#include <optional>

namespace ikrar::tests {

/// A VFS for SQLite over the usual one, that lets one of the calls by which a commit reaches the
/// disk fail: open, write, sync, truncate, delete, and the growth of the shared index. Made the
/// default before Qt's driver opens a file.
class FaultyVfs
{
public:
    static FaultyVfs& instance()
    {
        static FaultyVfs vfs;
        return vfs;
    }

    /// The call `nth` from now, counted from 0, fails as it does for this errno; `lasting`: all
    /// later ones too.
    void fail(std::size_t nth, int code, bool lasting = false)
    {
        m_fault = Fault{nth, code, lasting};
        m_counted = 0;
        m_failures = 0;
    }
    void mend() { m_fault.reset(); }
    [[nodiscard]] std::size_t failures() const { return m_failures; }

private:
    struct Fault {
        std::size_t nth = 0;
        int code = 0;
        bool lasting = false;
    };
    struct File {
        sqlite3_file base;
    };

    FaultyVfs() : m_root(sqlite3_vfs_find(nullptr)), m_vfs(*m_root)
    {
        m_vfs.zName = "faulty";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_root->szOsFile;
        m_vfs.xOpen = &FaultyVfs::open;
        m_vfs.xDelete = &FaultyVfs::remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }

    /// `failing` when it is this call's turn, else 0.
    static int hit(int onIo, int onSpace)
    {
        FaultyVfs& self = instance();
        if (!self.m_fault)
            return SQLITE_OK;
        const std::size_t turn = self.m_counted++;
        if (turn != self.m_fault->nth && !(self.m_fault->lasting && turn > self.m_fault->nth))
            return SQLITE_OK;
        ++self.m_failures;
        return self.m_fault->code == ENOSPC ? onSpace : onIo;
    }

    // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): how a VFS puts a file behind its
    // own
    static sqlite3_file* real(sqlite3_file* file)
    {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
    }
    // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)

    static int open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* out)
    {
        file->pMethods = nullptr;
        if (const int code = hit(SQLITE_CANTOPEN, SQLITE_CANTOPEN))
            return code;
        sqlite3_vfs* root = instance().m_root;
        const int opened = root->xOpen(root, name, real(file), flags, out);
        if (real(file)->pMethods != nullptr)
            file->pMethods = &methods();
        return opened;
    }
    static int remove(sqlite3_vfs* /*vfs*/, const char* name, int syncDirectory)
    {
        if (const int code = hit(SQLITE_IOERR_DELETE, SQLITE_IOERR_DELETE))
            return code;
        sqlite3_vfs* root = instance().m_root;
        return root->xDelete(root, name, syncDirectory);
    }
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
    {
        if (const int code = hit(SQLITE_IOERR_WRITE, SQLITE_FULL)) {
            // What a failing disk leaves: the first half.
            real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
            return code;
        }
        return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        if (const int code = hit(SQLITE_IOERR_FSYNC, SQLITE_IOERR_FSYNC))
            return code;
        return real(file)->pMethods->xSync(real(file), flags);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        if (const int code = hit(SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_TRUNCATE))
            return code;
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    static int mapShared(
        sqlite3_file* file, int region, int size, int extend, volatile void** memory)
    {
        if (const int code = hit(SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMSIZE))
            return code;
        return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
    }

    static const sqlite3_io_methods& methods()
    {
        static const sqlite3_io_methods table{3,
            [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
            [](sqlite3_file* f, void* to, int count, sqlite3_int64 offset) {
                return real(f)->pMethods->xRead(real(f), to, count, offset);
            },
            &FaultyVfs::write, &FaultyVfs::truncate, &FaultyVfs::sync,
            [](sqlite3_file* f, sqlite3_int64* size) {
                return real(f)->pMethods->xFileSize(real(f), size);
            },
            [](sqlite3_file* f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
            [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
            [](sqlite3_file* f, int* held) {
                return real(f)->pMethods->xCheckReservedLock(real(f), held);
            },
            [](sqlite3_file* f, int operation, void* argument) {
                return real(f)->pMethods->xFileControl(real(f), operation, argument);
            },
            [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            &FaultyVfs::mapShared,
            [](sqlite3_file* f, int offset, int count, int flags) {
                return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
            },
            [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file* f, int erase) { return real(f)->pMethods->xShmUnmap(real(f), erase); },
            [](sqlite3_file* f, sqlite3_int64 offset, int count, void** memory) {
                return real(f)->pMethods->xFetch(real(f), offset, count, memory);
            },
            [](sqlite3_file* f, sqlite3_int64 offset, void* memory) {
                return real(f)->pMethods->xUnfetch(real(f), offset, memory);
            }};
        return table;
    }

    sqlite3_vfs* m_root;
    sqlite3_vfs m_vfs;
    std::optional<Fault> m_fault;
    std::size_t m_counted = 0;
    std::size_t m_failures = 0;
};

} // namespace ikrar::tests
