#pragma once

#include "base/file.h"
#include "crypto/scrypt.h"

#include <string>
#include <string_view>
#include <vector>

namespace ikrar::attendance {

/// Who may open the organizer's screens: `DATA/organizers`, mode 0600, a JSON array of
///
///     {"name": "Peserta Contoh 001", "post": "Panitia", "pin": "$scrypt$ln=16,r=8,p=1$SALT$HASH"}
///
/// in the order they were added. `pin` is in the PHC string format: salt of 16 and hash of 32 bytes
/// in base64 without padding. The PIN guards a screen and not the log's key: whoever holds the file
/// can try all PINs of six digits in a day.
struct Organizer {
    std::string name; ///< as the berita acara has it; unique in the file
    std::string post; ///< jabatan
    std::string pin; ///< hashed

    friend bool operator==(const Organizer&, const Organizer&) = default;
};

/// Six to twelve digits, not all the same, no run up or down, no shorter group repeated, and not
/// one of those that people choose first. Errors: Invalid.
[[nodiscard]] Result<void> checkPin(std::string_view pin);
/// As `Organizer::pin`, under a new random salt.
[[nodiscard]] std::string hashPin(std::string_view pin, const crypto::ScryptCost& cost = {});
/// Whether it is this PIN. Compares in constant time. Errors: Malformed (not of the form above).
[[nodiscard]] Result<bool> isPin(std::string_view pin, const std::string& hashed);

/// None where there is no file. Errors: Malformed, Permission, Io.
[[nodiscard]] Result<std::vector<Organizer>> readOrganizers(const base::Path& data);
/// On disk when it returns. Errors: Invalid for a name or post that is empty, over 128 bytes or of
/// more than one line, for a name that is there already and for a PIN that checkPin refuses; those
/// of readOrganizers and of the file layer.
[[nodiscard]] Result<void> addOrganizer(base::FileSystem& files, const base::Path& data,
    const std::string& name, const std::string& post, std::string_view pin,
    const crypto::ScryptCost& cost = {});
/// Errors: Missing, and as above.
[[nodiscard]] Result<void> removeOrganizer(
    base::FileSystem& files, const base::Path& data, const std::string& name);

/// Wrong PINs since the last right one, by name: `DATA/organizers.failed`, mode 0600, so that no
/// restart forgives them. An unreadable file counts as none: a guess already costs scrypt, and the
/// day must go on.
class FailedPins
{
public:
    FailedPins(base::FileSystem& files, const base::Path& data);

    [[nodiscard]] unsigned count(const std::string& name) const;
    /// On disk when it returns; where the disk refuses, for as long as the process lives.
    void set(const std::string& name, unsigned count);

private:
    base::FileSystem&
        m_files; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members): outlives
    base::Path m_path;
    std::vector<std::pair<std::string, unsigned>> m_counts;
};

} // namespace ikrar::attendance
