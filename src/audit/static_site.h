#pragma once

#include "audit/http.h"
#include "base/file.h"

namespace ikrar::audit {

/// A published log, and beside it the verify page, as answers to requests: the log below `/log/`,
/// the page below `/`. Of the log only what a log has: `checkpoint`, `ceremony.toml`, `policy` and
/// tiles, with the headers of c2sp.org/tlog-tiles and for any page to read (CORS). Files are looked
/// for below the folders as they were when it was made; a symbolic link below them, a file that is
/// none and one over maxFile are not there. Usable from several threads.
class StaticSite
{
public:
    /// Over the largest bundle there is.
    static constexpr std::size_t maxFile = std::size_t{17} * 1024 * 1024;

    struct Options {
        base::Path log; ///< the folder that holds `checkpoint`
        base::Path page; ///< empty: none
        /// A rehearsal's log is begun again under the same address: nothing may be kept for long.
        bool rehearsal = false;
        std::string front; ///< shown as text at `/` where there is no page
        std::string pagePath; ///< where the page answers too, such as `/V`; may be empty
    };
    /// Errors: those of opening the folders.
    [[nodiscard]] static Result<std::unique_ptr<StaticSite>> open(Options options);
    ~StaticSite();
    StaticSite(const StaticSite&) = delete;
    StaticSite& operator=(const StaticSite&) = delete;
    StaticSite(StaticSite&&) = delete;
    StaticSite& operator=(StaticSite&&) = delete;

    [[nodiscard]] HttpAnswer answer(const HttpRequest& request) const;

private:
    explicit StaticSite(Options options) : m_options(std::move(options)) { }
    [[nodiscard]] HttpAnswer fromLog(const std::string& path) const;
    [[nodiscard]] HttpAnswer fromPage(const std::string& path) const;

    Options m_options;
    int m_log = -1; ///< descriptors of the folders
    int m_page = -1;
};

} // namespace ikrar::audit
