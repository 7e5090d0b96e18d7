#include "attendance/row_check.h"

#include "ledger/person_check.h"

namespace ikrar::attendance {

std::optional<std::string> faultOf(
    const ledger::RegisterRow& row, const pledge::Entry& entry, const pledge::Ceremony& ceremony)
{
    const auto* body = std::get_if<pledge::Signed>(&entry.body);
    if (body == nullptr)
        return "Its entry is no signed declaration.";
    const pledge::Declaration& declaration = row.declaration;
    if (pledge::commitment(row.salt, declaration.identity) != body->commitment)
        return "The identity in it is not the one that the entry commits to.";
    if (pledge::act(ceremony.hash, declaration.ink) != body->act)
        return "The ink in it is not the one that was signed.";
    if (row.time != entry.time.seconds
        || row.clockTrust.value_or(entry.time.trust) != entry.time.trust
        || row.session != body->session || declaration.category != body->category
        || declaration.method != body->method)
        return "Time, session, category or method differ from the entry.";
    // What the log does not bind is held to what the kiosk itself lets in.
    if (!ledger::checkDeclaration(declaration, ceremony))
        return "What it says of the person is not what a kiosk of this ceremony lets in.";
    return std::nullopt;
}

} // namespace ikrar::attendance
