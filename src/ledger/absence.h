#pragma once

#include "pledge/identity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ikrar::ledger {

/// Why an expected person did not sign, as the organizer states it. Who has no reason on record is
/// *tanpa keterangan*.
enum class AbsenceReason : std::uint8_t {
    Permission = 1, ///< izin
    Sick = 2, ///< sakit
    Leave = 3, ///< cuti
    Duty = 4, ///< dinas luar
};

/// As CSV and JSON write it: `izin`, `sakit`, `cuti`, `dinas-luar`.
[[nodiscard]] std::string_view code(AbsenceReason reason);
/// Upper case, spaces and hyphens do not count. Errors: Invalid.
[[nodiscard]] Result<AbsenceReason> absenceReasonFromCode(std::string_view code);
/// As papers write it: `Izin`, `Sakit`, `Cuti`, `Dinas luar`.
[[nodiscard]] std::string_view label(AbsenceReason reason);

struct Absence {
    pledge::Identity identity;
    AbsenceReason reason{};
    std::string note; ///< one line of at most 256 bytes, may be empty

    friend bool operator==(const Absence&, const Absence&) = default;
};

/// Stated reasons, by person; beside the roster, never in the log.
class Absences
{
public:
    Absences() = default;
    Absences(const Absences&) = delete;
    Absences& operator=(const Absences&) = delete;
    Absences(Absences&&) = delete;
    Absences& operator=(Absences&&) = delete;
    virtual ~Absences() = default;

    /// Sets or replaces the reason of each, in one transaction. Errors: Invalid for who is not on
    /// the roster, named by place in the list, and for a note of more than one line; NoSpace,
    /// ReadOnly, Io, Busy.
    [[nodiscard]] virtual Result<void> state(const std::vector<Absence>& absences) = 0;
    /// Takes a stated reason back; one that was never stated is no error.
    [[nodiscard]] virtual Result<void> takeBack(const pledge::Identity& identity) = 0;
    [[nodiscard]] virtual Result<std::optional<Absence>> of(
        const pledge::Identity& identity) const = 0;
};

} // namespace ikrar::ledger
