#include "attendance/media.h"

#include "attendance/medium.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxMountinfo = std::size_t{1} << 20U;
constexpr int deepest = 2;
/// Entries of folders that are looked at: a disk with a million files must not hold a screen.
constexpr std::size_t maxLooked = 20'000;

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

/// `\040` is a space.
std::string decoded(std::string_view field)
{
    constexpr std::size_t digits = 3;
    std::string text;
    for (std::size_t at = 0; at < field.size(); ++at) {
        const std::string_view code = field.substr(at + 1, digits);
        if (field[at] == '\\' && code.size() == digits
            && std::all_of(code.begin(), code.end(), isOctal)) {
            text += static_cast<char>(((code[0] - '0') << 6) | ((code[1] - '0') << 3)
                | (code[2] - '0')); // NOLINT(hicpp-signed-bitwise): three octal digits
            at += digits;
        } else {
            text += field[at];
        }
    }
    return text;
}

bool isForCarrying(const std::string& point)
{
    constexpr std::array<std::string_view, 3> places{"/media/", "/run/media/", "/mnt/"};
    return point == "/mnt"
        || std::any_of(places.begin(), places.end(),
            [&](std::string_view place) { return point.starts_with(place); });
}

bool hasOption(const std::string& options, std::string_view wanted)
{
    std::istringstream words(options);
    for (std::string word; std::getline(words, word, ',');)
        if (word == wanted)
            return true;
    return false;
}

void measure(Medium& medium)
{
    std::error_code failure;
    const auto space = std::filesystem::space(medium.path, failure);
    medium.free = failure ? 0 : space.available;
    medium.readOnly = medium.readOnly || ::access(medium.path.c_str(), W_OK) != 0;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isHidden(const base::Path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.starts_with("~$"); // a spreadsheet's lock
}

std::int64_t changedAt(const base::Path& path)
{
    struct stat state {
    };
    return ::stat(path.c_str(), &state) == 0 ? state.st_mtim.tv_sec : 0;
}

} // namespace

std::vector<Medium> mediaOf(std::string_view mountinfo)
{
    std::vector<Medium> media;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string id;
        std::string parent;
        std::string device;
        std::string root;
        std::string point;
        std::string options;
        words >> id >> parent >> device >> root >> point >> options;
        point = decoded(point);
        const auto same = [&](const Medium& medium) { return medium.path == point; };
        if (isForCarrying(point) && std::none_of(media.begin(), media.end(), same))
            media.push_back(
                {point, base::Path(point).filename().string(), 0, true, hasOption(options, "ro")});
    }
    return media;
}

std::vector<Medium> mediaNow(const base::Path& folder)
{
    const auto mounts = base::readFile("/proc/self/mountinfo", maxMountinfo);
    auto media = mounts ? mediaOf(base::asText(*mounts)) : std::vector<Medium>();
    std::error_code missing;
    const auto same = [&](const Medium& medium) { return medium.path == folder; };
    if (!folder.empty() && std::filesystem::is_directory(folder, missing)
        && std::none_of(media.begin(), media.end(), same))
        media.push_back({folder, folder.filename().string(), 0, isOnCarriedMedium(folder), false});
    for (Medium& medium : media)
        measure(medium);
    return media;
}

std::vector<Candidate> candidatesIn(
    const base::Path& directory, const std::vector<std::string>& endings)
{
    namespace fs = std::filesystem;
    std::vector<Candidate> found;
    std::error_code failure;
    fs::recursive_directory_iterator at(
        directory, fs::directory_options::skip_permission_denied, failure);
    std::size_t looked = 0;
    for (; !failure && at != fs::recursive_directory_iterator() && looked < maxLooked;
         at.increment(failure), ++looked) {
        std::error_code gone;
        const auto type = at->symlink_status(gone).type(); // no link leads off the medium
        if (type == fs::file_type::directory) {
            if (isHidden(at->path()) || at.depth() >= deepest)
                at.disable_recursion_pending();
            continue;
        }
        const auto ending = lowered(at->path().extension().string());
        if (!isHidden(at->path()) && type == fs::file_type::regular
            && std::find(endings.begin(), endings.end(), ending) != endings.end())
            found.push_back({at->path(), at->file_size(gone), changedAt(at->path())});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.changed != b.changed ? a.changed > b.changed : a.path < b.path;
    });
    if (found.size() > maxCandidates)
        found.resize(maxCandidates);
    return found;
}

} // namespace ikrar::attendance
