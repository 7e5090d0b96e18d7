#pragma once

#include "pledge/ceremony.h"

#include <string>
#include <string_view>

namespace ikrar::pledge {

/// Texts of a ceremony by name, for a form that edits one. Of the whole: `id`, `domain`,
/// `time_zone`, `verify_url`, `organizer`, `code_edition`, `title`, `opening`, `contact.name`,
/// `contact.phone`. Of one in a list, by its place from 0: `clauses.0.short`, `clauses.0.full`,
/// `instruments.0.type` (`issuer`, `number`, `date`, `effective`, `subject`), `sessions.0.name`
/// (`place`, `date`, `time`), `units.0.name` (`id`, `parent`, `code`), `leaders.0.name` and
/// `observers.0.name` (`post`, `role`). A text in two languages is its Indonesian one; `.en` behind
/// it names the English. Null where there is none.
[[nodiscard]] std::string* ceremonyField(Ceremony& ceremony, std::string_view name);

/// How many stand in a list of these names; 0 for another name.
[[nodiscard]] std::size_t ceremonyListSize(const Ceremony& ceremony, std::string_view list);
/// An empty one at the end of the list.
void addToCeremonyList(Ceremony& ceremony, std::string_view list);
/// Whoever stood behind it moves up. A unit goes with those below it.
void removeFromCeremonyList(Ceremony& ceremony, std::string_view list, std::size_t place);

/// `unitPositions` anew, after units came, went, or were named.
void indexUnits(Ceremony& ceremony);

} // namespace ikrar::pledge
