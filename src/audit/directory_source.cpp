#include "audit/audit.h"

#include <system_error>

namespace ikrar::audit {

namespace {

class DirectorySource final : public Source
{
public:
    explicit DirectorySource(base::Path root) : m_root(std::move(root)) { }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        return base::readFile(m_root / path, max);
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

private:
    base::Path m_root;
};

} // namespace

Result<std::unique_ptr<Source>> openDirectory(const base::Path& path)
{
    std::error_code ignored;
    for (const base::Path& root : {path, path / "log"}) {
        if (std::filesystem::is_regular_file(root / "checkpoint", ignored))
            return std::make_unique<DirectorySource>(root);
    }
    return fail(
        Error::Kind::Missing, path.string() + ": no log here (a log has a file named checkpoint)");
}

} // namespace ikrar::audit
