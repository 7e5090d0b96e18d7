#pragma once

#include "base/bytes.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>
#include <string>

namespace ikrar::tests {

/// The array of cases in `tests/vectors/<name>`.
inline nlohmann::json vectors(const std::string& name)
{
    const std::string path = std::string(IKRAR_TESTS) + "/vectors/" + name;
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(path + " cannot be read");
    return nlohmann::json::parse(file);
}

/// The bytes of a hexadecimal field.
inline Bytes hexField(const nlohmann::json& object, const char* field)
{
    return base::fromHex(object.at(field).get<std::string>()).value();
}

} // namespace ikrar::tests
