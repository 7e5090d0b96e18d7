#pragma once

// toml++ as it is used here: errors as values, and from its headers, since its shared library is
// built with exceptions.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>
