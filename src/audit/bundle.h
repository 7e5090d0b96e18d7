#pragma once

#include "audit/archive.h"
#include "audit/audit.h"

namespace ikrar::audit {

/// A bundle (berkas bukti; BUNDLE.md beside this file): the logs of one ceremony, each in a folder
/// of its own with its attendance and what ties each row to its entry. Safe to use from several
/// threads.
class Bundle
{
public:
    enum class Kind : std::uint8_t {
        Full, ///< holds personal data
        Public ///< counts by unit instead
    };

    /// `passphrase` is taken as asBundlePassphrase has it. Errors: those of Archive::open,
    /// Malformed for a ZIP that is no bundle, UnknownVersion.
    [[nodiscard]] static Result<std::unique_ptr<Bundle>> open(
        const base::Path& path, const crypto::PassphraseSource& passphrase);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool sealed() const { return m_sealed; }
    /// One a log, `<kiosk id>-<8 hex digits>`, ascending.
    [[nodiscard]] const std::vector<std::string>& folders() const { return m_folders; }
    /// What is wrong with the members as such. After a failure here nothing else is to be read:
    /// which bytes a name stands for is not certain.
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] const Archive& archive() const { return *m_archive; }
    /// The log in one of the folders. It outlives the bundle.
    [[nodiscard]] std::shared_ptr<const Source> log(const std::string& folder) const;

private:
    Bundle() = default;
    [[nodiscard]] Result<void> readMarker();
    void judgeNames();
    void judgeMembers();

    std::shared_ptr<const Archive> m_archive;
    Kind m_kind = Kind::Full;
    bool m_sealed = false;
    std::vector<std::string> m_folders;
    std::vector<Finding> m_findings;
};

/// The folder that a bundle keeps the log of this origin in: what stands in another one under this
/// origin is not it.
[[nodiscard]] std::string folderOf(const std::string& origin);

struct BundleReport {
    struct Log {
        std::string folder;
        Report report; ///< its paths are members of the bundle
    };
    Bundle::Kind kind = Bundle::Kind::Full;
    /// At least one; findings of the bundle as a whole are among the first one's. After a failure
    /// of Bundle::findings() it has no folder, and no log was read.
    std::vector<Log> logs;

    [[nodiscard]] bool holds() const;
    /// That of the first log which could not be read to its end.
    [[nodiscard]] std::optional<Error> interruption() const;
};

/// Audits each log as audit() does, and holds each row of its attendance against its entry, each
/// entry against its row, the counts, and the table digest of `closed`. `options.since` is that of
/// the log whose origin it names; `options.state` is not used. Memory: that of audit(), and 32
/// bytes a row.
[[nodiscard]] BundleReport auditBundle(
    const Bundle& bundle, const tlog::Policy& policy, const Options& options = {});

} // namespace ikrar::audit
