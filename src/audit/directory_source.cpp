#include "audit/audit.h"

#include <mutex>
#include <system_error>

namespace ikrar::audit {

namespace {

class DirectorySource final : public Source
{
public:
    explicit DirectorySource(base::Path root) : m_root(std::move(root)) { }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        auto bytes = base::readFile(m_root / path, max);
        // A failing disk and a file of somebody else's say nothing about the log.
        if (!bytes
            && (bytes.error().kind == Error::Kind::Io
                || bytes.error().kind == Error::Kind::Permission)) {
            const std::scoped_lock lock(m_mutex);
            if (!m_interruption)
                m_interruption = bytes.error();
        }
        return bytes;
    }

    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override
    {
        std::vector<std::string> paths;
        std::error_code error;
        std::filesystem::recursive_directory_iterator it(m_root, error);
        for (; !error && it != std::filesystem::recursive_directory_iterator();
             it.increment(error)) {
            if (!it->is_directory(error))
                paths.push_back(it->path().lexically_relative(m_root).generic_string());
        }
        if (error)
            return base::failErrno(error.value(), m_root.string());
        return paths;
    }

    [[nodiscard]] std::optional<Error> interruption() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_interruption;
    }

private:
    base::Path m_root;
    mutable std::mutex m_mutex;
    mutable std::optional<Error> m_interruption;
};

} // namespace

Result<std::unique_ptr<Source>> openDirectory(const base::Path& path)
{
    for (const base::Path& root : {path, path / "log"}) {
        std::error_code error;
        if (std::filesystem::is_regular_file(root / "checkpoint", error))
            return std::make_unique<DirectorySource>(root);
        if (error == std::errc::permission_denied)
            return base::failErrno(error.value(), root.string());
    }
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(
            Error::Kind::Missing, path.string() + ": there is no file or folder of that name");
    return fail(
        Error::Kind::Missing, path.string() + ": no log here (a log has a file named checkpoint)");
}

} // namespace ikrar::audit
