#pragma once

#include "base/file.h"

#include <functional>
#include <memory>
#include <string>

namespace ikrar::attendance {

/// Writes one ZIP file through libzip, every byte of it through base::FileSystem. Members are
/// named first and made when finish() packs them, one at a time, so that memory stays flat.
class ZipWriter
{
public:
    /// The next bytes of a member; none at its end.
    using Source = std::function<Result<Bytes>()>;
    enum class Packing : std::uint8_t {
        Stored, ///< for what does not get smaller
        Deflated
    };
    struct Member {
        std::string name; ///< ASCII
        Packing packing = Packing::Deflated;
        bool sealed = false; ///< under the passphrase, by WinZip's AES-256 (AE-2)
    };

    /// `time`: of every member, Unix seconds. `passphrase`: of those that are sealed.
    ZipWriter(base::FileSystem& files, std::int64_t time, std::string passphrase);
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ZipWriter(ZipWriter&&) = delete;
    ZipWriter& operator=(ZipWriter&&) = delete;
    ~ZipWriter();

    /// `make` is called once, when it is the member's turn.
    void add(const Member& member, std::function<Source()> make);
    void add(const Member& member, Bytes content);
    void add(const Member& member, std::string_view content);

    /// Writes `path`, which must not exist, and syncs it; the page cache then lets go of it, so
    /// that who reads it reads the disk. `progress`: from 0 to 1. Errors: those of the files and of
    /// the sources; what was written so far stays there.
    [[nodiscard]] Result<void> finish(
        const base::Path& path, mode_t mode, const std::function<void(double)>& progress);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A source of one piece.
[[nodiscard]] std::function<ZipWriter::Source()> onePiece(std::function<Result<Bytes>()> make);

} // namespace ikrar::attendance
