#pragma once

#include "base/result.h"
#include "pledge/ceremony_rules.h"
#include "pledge/toml.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ikrar::pledge {

/// What is wrong with a file: the first error in it, wherever the reading meets it.
class TomlProblems
{
public:
    struct Problem {
        toml::source_position at;
        std::string sentence;
    };

    void add(const toml::source_position& at, std::string_view sentence);

    [[nodiscard]] bool none() const { return !m_first; }
    /// `line 12, column 3: sentence`, Invalid. Requires a problem.
    [[nodiscard]] Error error() const;

private:
    std::optional<Problem> m_first;
};

/// Errors: Invalid with line and column, also for dotted keys and values nested so deep that they
/// could only be meant to exhaust the stack, and for anything but ASCII outside of quotes.
[[nodiscard]] Result<toml::table> parseToml(std::string_view text);

/// One table of a file. Each key that the format knows is asked for once; what is left at the end
/// is unknown. What is wrong goes to the problems, and the answer is then empty, so that reading
/// goes on to the end.
class TomlSection
{
public:
    enum class Presence : std::uint8_t { Optional, Required };

    /// `table` may be null: a section that is not there, whose keys are all missing without a
    /// complaint.
    TomlSection(const toml::table* table, std::string name, TomlProblems& problems);

    /// A string, without control characters. Required also means: not only of spaces.
    [[nodiscard]] std::string string(
        std::string_view key, Presence presence = Presence::Optional, Lines lines = Lines::One);
    [[nodiscard]] bool boolean(std::string_view key);
    /// A local date, as YYYY-MM-DD; empty when it is not there.
    [[nodiscard]] std::string date(std::string_view key);
    /// A local time of whole minutes, as HH:MM; empty when it is not there.
    [[nodiscard]] std::string time(std::string_view key);
    [[nodiscard]] TomlSection section(std::string_view key, Presence presence = Presence::Optional);
    /// Calls `read` with each string of an array, and where it stands.
    void eachString(std::string_view key, Presence presence,
        const std::function<void(const std::string&, const toml::source_position&)>& read);
    /// Calls `read` with each table of an array, and refuses the keys that it did not ask for.
    void eachSection(
        std::string_view key, Presence presence, const std::function<void(TomlSection&)>& read);

    /// Complains about the value of `key`, or about the section when it has none.
    void complain(std::string_view key, std::string_view sentence);
    /// Complains about the first key that was not asked for.
    void refuseOtherKeys();

    [[nodiscard]] bool exists() const { return m_table != nullptr; }

private:
    [[nodiscard]] const toml::node* find(std::string_view key, Presence presence);
    [[nodiscard]] const toml::array* array(std::string_view key, Presence presence);
    [[nodiscard]] toml::source_position begin() const;

    const toml::table* m_table;
    std::string m_name;
    TomlProblems& m_problems; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members): outlives
                              // every section
    std::set<std::string, std::less<>> m_asked;
};

} // namespace ikrar::pledge
