#pragma once

#include "pledge/ceremony.h"

#include <map>

namespace ikrar::attendance {

/// The units of a ceremony by what rosters call them: id, Kemendagri code, or name whatever its
/// case and punctuation, with `&` for dan and Kec., Kel., Kab. shortened.
class RosterUnits
{
public:
    explicit RosterUnits(const pledge::Ceremony& ceremony);

    /// Ids of the units of this name: none, one, or several that share it.
    [[nodiscard]] const std::vector<std::string>& find(const std::string& text);
    /// The unit whose name is most alike, null when none is much alike, or after 1,000 other texts:
    /// each costs a look at every unit.
    [[nodiscard]] const pledge::Unit* nearest(const std::string& text);
    [[nodiscard]] const std::vector<pledge::Unit>& all() const { return m_ceremony.units; }

private:
    const pledge::Ceremony& m_ceremony;
    std::map<std::string, std::vector<std::string>> m_byName;
    std::map<std::string, std::vector<std::string>> m_found; ///< by text, as asked for
    std::map<std::string, std::string> m_byCode;
    std::vector<std::vector<std::uint32_t>>
        m_pairs; ///< of letters, sorted; by unit, made when asked
    std::map<std::string, const pledge::Unit*> m_nearest;
};

} // namespace ikrar::attendance
