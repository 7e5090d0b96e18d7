#pragma once

#include "base/file.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

namespace ikrar::qr {

/// A file of its own in the temporary directory, removed at the end.
class ScratchFile
{
public:
    ScratchFile()
    {
        const int fd = mkstemp(m_path.data());
        if (fd >= 0) {
            close(fd);
        }
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ScratchFile(ScratchFile&&) = delete;
    ScratchFile& operator=(ScratchFile&&) = delete;
    ~ScratchFile() { unlink(m_path.c_str()); }

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path = "/tmp/ikrar-qr-XXXXXX";
};

/// What zbarimg, a reader that shares no code with ours, sees in a PNG: the text and a newline,
/// empty where it sees nothing. Where zbarimg is not installed that is an error, not a pass.
inline Result<std::string> zbarimg(BytesView png)
{
    const ScratchFile picture;
    const ScratchFile answer;
    const auto written = base::replaceFile(base::systemFiles(), picture.path(), png, 0600);
    if (!written) {
        return tl::unexpected(written.error());
    }
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, answer.path().c_str(), O_WRONLY | O_TRUNC, 0);
    std::string name = "zbarimg";
    std::string raw = "--raw";
    std::string quiet = "-q";
    std::string file = picture.path();
    const std::array<char*, 5> arguments{
        name.data(), raw.data(), quiet.data(), file.data(), nullptr};
    pid_t child = 0;
    const int spawned
        = posix_spawnp(&child, name.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (spawned != 0) {
        return base::failErrno(spawned, "zbarimg (package zbar-tools)");
    }
    int status = 0;
    waitpid(child, &status, 0);
    return base::readFile(answer.path(), 1U << 20U).map([](const Bytes& bytes) {
        return std::string(base::asText(bytes));
    });
}

} // namespace ikrar::qr
