#pragma once

#include "base/file.h"
#include "crypto/sha256.h"

#include <optional>
#include <string_view>

namespace ikrar::attendance {

/// A file that was handed over.
struct Delivered {
    base::Path path;
    std::uint64_t bytes = 0;
    crypto::Hash sha256; ///< of what was read back from the medium
    bool carried = false; ///< on a medium that may be pulled out now
};

/// What an export is written to.
class Sink
{
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    Sink(Sink&&) = delete;
    Sink& operator=(Sink&&) = delete;
    virtual ~Sink() = default;

    [[nodiscard]] virtual Result<void> write(std::string_view text) = 0;
};

/// A file with personal data, on its way to a disk or a USB stick: written beside its name as
/// `<name>.tmp`, synced, read back from the medium and compared, and only then given its name, its
/// directory synced. Whatever fails, the file that stood there stays, and no half of a new one.
/// Readable by its owner alone, where the medium knows owners.
class Delivery final : public Sink
{
public:
    enum class Existing : std::uint8_t { Refuse, Replace };
    /// Errors: Refused where the file exists and shall stay; those of the file layer.
    [[nodiscard]] static Result<std::unique_ptr<Delivery>> begin(
        base::FileSystem& files, const base::Path& path, Existing existing);

    /// Buffered: what went wrong may be told by a later call, at the latest by finish().
    [[nodiscard]] Result<void> write(std::string_view text) override;
    /// The name of the temporary file, for a library that writes by name instead.
    [[nodiscard]] const base::Path& temporary() const { return m_file.temporary(); }

    /// The file stands under its name, durably and as it was written, when this returns. Errors:
    /// those of the file layer; Io where the medium gives back other bytes than it was given.
    [[nodiscard]] Result<Delivered> finish();

private:
    Delivery(base::FileSystem& files, base::Path path, base::Replacement file);
    [[nodiscard]] Result<void> flush();

    base::FileSystem& m_files;
    base::Path m_path;
    base::Replacement m_file;
    std::string m_buffer;
    crypto::Sha256 m_given;
    bool m_writes = false; ///< by write(), not by name
};

} // namespace ikrar::attendance
