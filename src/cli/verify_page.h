#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace ikrar::cli {

/// Paths of what a verify page is to hold, and where it finds logs.
struct PageInput {
    std::vector<std::string> policies;
    std::vector<std::string> ceremonies;
    std::string revoked; ///< may be empty
    /// For logs whose policy line names no address: a URL, or a path beside the page; may be empty.
    std::string logUrl;
};

struct VerifyPage {
    std::string html;
    std::string worker; ///< sw.js, which keeps the page
    std::string sha256; ///< hex, of html
    std::vector<std::string> origins; ///< of the policies' logs
};

/// The page of assets/verify with the files embedded: the same input, the same bytes. Errors: those
/// of the files; Invalid for a URL that is none, and for two ceremonies of one name.
[[nodiscard]] Result<VerifyPage> makeVerifyPage(const PageInput& input);

} // namespace ikrar::cli
