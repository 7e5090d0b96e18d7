#pragma once

// toml++ as it is used here: errors as values, and from its headers, since its shared library is
// built with exceptions.
// NOLINTBEGIN(cppcoreguidelines-macro-usage): the library is configured so
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
// NOLINTEND(cppcoreguidelines-macro-usage)
#include <toml++/toml.h>
