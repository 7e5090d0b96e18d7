#pragma once

#include "vectors.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace ikrar::tests {

/// A file of `tests/vectors/pledge/<folder>`: its name without `.json`, and what it holds.
struct Case {
    std::string name;
    nlohmann::json content;
};

/// The files whose names begin with `prefix`, by name. None is an error, so that a test cannot pass
/// by reading nothing.
inline std::vector<Case> cases(const std::string& folder, const std::string& prefix = {})
{
    const std::string path = "pledge/" + folder;
    std::vector<Case> found;
    for (const auto& file :
        std::filesystem::directory_iterator(std::string(IKRAR_TESTS) + "/vectors/" + path)) {
        const std::string name = file.path().stem().string();
        if (name.starts_with(prefix))
            found.push_back({name, vectors(path + "/" + file.path().filename().string())});
    }
    if (found.empty())
        throw std::runtime_error("no vectors in " + path);
    std::sort(
        found.begin(), found.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
    return found;
}

} // namespace ikrar::tests
