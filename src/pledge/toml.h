#pragma once

// toml++ as it is used here: errors as values, and from its headers, since its shared library is
// built with exceptions.
//
// Its assertions are switched off, and NDEBUG with them: version 3.3 asserts on input (`[=`) that
// its own next lines refuse as they should, and under NDEBUG it turns the same assertions into
// assumptions, by which a compiler may drop that refusal.
// NOLINTBEGIN(cppcoreguidelines-macro-usage): the library is configured so
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(expression) static_cast<void>(0)
// NOLINTEND(cppcoreguidelines-macro-usage)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
