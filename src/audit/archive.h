#pragma once

#include "base/bytes.h"
#include "base/file.h"
#include "crypto/key_uri.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ikrar::audit {

/// The members of a ZIP file (APPNOTE.TXT 6.3, WinZip AES), read and never trusted: their names
/// are the caller's to judge, and no size that the file claims is allocated. Safe to use from
/// several threads.
class Archive
{
public:
    struct Member {
        std::string name; ///< as it stands in the file, whatever it is
        bool sealed = false; ///< encrypted
    };

    /// One member's bytes from its beginning on. Must not outlive its archive.
    class Stream
    {
    public:
        Stream() = default;
        Stream(const Stream&) = delete;
        Stream& operator=(const Stream&) = delete;
        Stream(Stream&&) = delete;
        Stream& operator=(Stream&&) = delete;
        virtual ~Stream() = default;

        /// How many bytes were read into `out`; 0 at the end, when the member's checksum held.
        /// Errors: Malformed (damaged, cut off, or not what was sealed), Io.
        [[nodiscard]] virtual Result<std::size_t> read(std::span<std::uint8_t> out) = 0;
    };

    /// `passphrase` is asked for once, and only where a member is sealed. Errors: Missing, Io,
    /// Malformed (no ZIP, or one cut off), Mismatch (a ZIP that contradicts itself), TooLarge (over
    /// maxMembers), Invalid (the passphrase is not the one it was sealed with), and those of
    /// `passphrase`.
    [[nodiscard]] static Result<std::unique_ptr<Archive>> open(
        const base::Path& path, const crypto::PassphraseSource& passphrase);

    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    Archive(Archive&&) = delete;
    Archive& operator=(Archive&&) = delete;
    ~Archive();

    static constexpr std::size_t maxMembers = 250'000;

    /// In the order of the ZIP's directory.
    [[nodiscard]] const std::vector<Member>& members() const;
    /// Errors: Missing, and those of Stream::read.
    [[nodiscard]] Result<std::unique_ptr<Stream>> stream(const std::string& name) const;
    /// The whole member. Errors: also TooLarge over `max` bytes.
    [[nodiscard]] Result<Bytes> read(const std::string& name, std::size_t max) const;

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace ikrar::audit
