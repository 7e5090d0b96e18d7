#pragma once

#include "base/file.h"

#include <string>
#include <string_view>
#include <vector>

namespace ikrar::attendance {

/// A place that files are taken from or written to.
struct Medium {
    base::Path path;
    std::string label; ///< the folder's own name, which desktops take from the stick's
    std::uint64_t free = 0; ///< bytes; 0 where it cannot be told
    bool carried = false; ///< leaves with whoever pulls it out
    bool readOnly = false;

    friend bool operator==(const Medium&, const Medium&) = default;
};

/// What a mountinfo (proc_pid_mountinfo(5)) says is mounted below /media, /run/media or /mnt, in
/// the order of mounting, each place once; `\040` and its like are decoded.
[[nodiscard]] std::vector<Medium> mediaOf(std::string_view mountinfo);

/// The media that are plugged in now, then `folder` where it is a directory of this machine.
[[nodiscard]] std::vector<Medium> mediaNow(const base::Path& folder);

/// A file that somebody may choose.
struct Candidate {
    base::Path path;
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; ///< Unix seconds
};

constexpr std::size_t maxCandidates = 500;

/// Files below `directory` and its folders, two levels down, with one of these endings (`.xlsx`,
/// lower case; whatever the file's case), hidden ones and links left out, newest first. At most
/// `maxCandidates`; folders that cannot be read are passed over.
[[nodiscard]] std::vector<Candidate> candidatesIn(
    const base::Path& directory, const std::vector<std::string>& endings);

} // namespace ikrar::attendance
