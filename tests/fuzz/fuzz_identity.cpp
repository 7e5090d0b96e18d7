#include "fuzz/fuzz.h"
#include "pledge/identity.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // The first byte stands for the kind, which is chosen before typing.
    if (size == 0)
        return 0;
    const auto kind = static_cast<pledge::IdentityKind>(data[0] % 5);
    const std::string_view typed = fuzz::textOf(data + 1, size - 1);
    const auto problem = pledge::check(kind, typed);
    const auto identity = pledge::parseIdentity(kind, typed);
    fuzz::ensure(identity.has_value() != problem.has_value(), "an identity or a problem");
    if (!identity)
        return 0;
    fuzz::ensure(!pledge::checkWhileTyping(kind, typed), "what is valid was never a problem");
    fuzz::ensure(pledge::parseIdentity(kind, identity->value) == *identity,
        "the normal form of a normal form is itself");
    return 0;
}
