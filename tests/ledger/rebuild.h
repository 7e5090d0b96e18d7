#pragma once

#include "crypto/sha256.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace ikrar::tests {

/// The whole published tree again, from the entries alone, by the words of c2sp.org/tlog-tiles and
/// RFC 6962: what a store has published is held against it. Shares nothing with src/tlog and
/// src/ledger.
class Rebuild
{
public:
    /// `letOut`: every size for which a checkpoint was signed.
    Rebuild(std::vector<Bytes> entries, std::set<std::uint64_t> letOut)
        : m_entries(std::move(entries))
        , m_letOut(std::move(letOut))
    {
        std::vector<std::string> level;
        for (const Bytes& entry : m_entries)
            level.push_back(hash({std::string(1, '\0'), std::string(entry.begin(), entry.end())}));
        m_levels.push_back(level);
        while (level.size() >= width) {
            std::vector<std::string> above;
            for (std::size_t i = 0; i + width <= level.size(); i += width)
                above.push_back(mth(level, i, i + width));
            level = above;
            m_levels.push_back(level);
        }
    }

    /// Every file below the log's prefix but checkpoint, ceremony and policy.
    [[nodiscard]] std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> files;
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const std::size_t full = m_levels[level].size() / width;
            for (std::size_t tile = 0; tile < full; ++tile)
                put(files, level, tile, width);
            for (const std::uint64_t size : m_letOut) {
                const std::uint64_t nodes = size >> (8 * level);
                if (nodes / width == full && nodes % width != 0)
                    put(files, level, full, nodes % width);
            }
        }
        return files;
    }

    [[nodiscard]] std::string root(std::uint64_t size) const
    {
        return mth(m_levels.front(), 0, size);
    }

private:
    static constexpr std::size_t width = 256;

    static std::string hash(const std::vector<std::string>& parts)
    {
        crypto::Sha256 sha;
        for (const std::string& part : parts)
            sha.update(base::asBytes(part));
        const crypto::Hash digest = sha.finish();
        return std::string(base::asText(digest.view()));
    }

    static std::string mth(const std::vector<std::string>& leaves, std::size_t from, std::size_t to)
    {
        if (from == to)
            return hash({});
        if (to - from == 1)
            return leaves[from];
        std::size_t k = 1;
        while (k * 2 < to - from)
            k *= 2;
        return hash({"\x01", mth(leaves, from, from + k), mth(leaves, from + k, to)});
    }

    static std::string path(const std::string& level, std::size_t tile, std::size_t count)
    {
        const auto group = [](std::size_t number) {
            std::string three = std::to_string(number % 1000);
            return three.insert(0, 3 - three.size(), '0');
        };
        std::string digits = group(tile);
        for (std::size_t rest = tile / 1000; rest != 0; rest /= 1000)
            digits = "x" + group(rest) + "/" + digits;
        return "tile/" + level + "/" + digits
            + (count == width ? "" : ".p/" + std::to_string(count));
    }

    void put(std::map<std::string, std::string>& files, std::size_t level, std::size_t tile,
        std::size_t count) const
    {
        std::string hashes;
        std::string bundle;
        for (std::size_t i = tile * width; i < tile * width + count; ++i) {
            hashes += m_levels[level][i];
            if (level != 0)
                continue;
            const Bytes& entry = m_entries[i];
            bundle += static_cast<char>(entry.size() / 256);
            bundle += static_cast<char>(entry.size() % 256);
            bundle.append(entry.begin(), entry.end());
        }
        files[path(std::to_string(level), tile, count)] = hashes;
        if (level == 0)
            files[path("entries", tile, count)] = bundle;
    }

    std::vector<Bytes> m_entries;
    std::set<std::uint64_t> m_letOut;
    std::vector<std::vector<std::string>> m_levels;
};

/// Every file below `log`/tile, by its path from `log`.
inline std::map<std::string, std::string> publishedFiles(const std::filesystem::path& log)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(log / "tile")) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        files[std::filesystem::relative(entry.path(), log).string()] = bytes.str();
    }
    return files;
}

/// The database read past our own code, through SQLite's C interface.
class RawDatabase
{
public:
    explicit RawDatabase(const std::filesystem::path& file)
    {
        if (sqlite3_open_v2(file.c_str(), &m_handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
            throw std::runtime_error("sqlite3_open_v2");
    }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    RawDatabase(RawDatabase&&) = delete;
    RawDatabase& operator=(RawDatabase&&) = delete;
    ~RawDatabase() { sqlite3_close(m_handle); }

    /// The first column of every row, as bytes.
    [[nodiscard]] std::vector<std::string> column(const std::string& sql) const
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_handle));
        std::vector<std::string> values;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
            const void* bytes = sqlite3_column_blob(statement, 0);
            values.emplace_back(static_cast<const char*>(bytes), size);
        }
        sqlite3_finalize(statement);
        return values;
    }
    void execute(const std::string& sql) const { static_cast<void>(column(sql)); }

    [[nodiscard]] std::set<std::uint64_t> letOut() const
    {
        std::set<std::uint64_t> sizes;
        for (const std::string& size : column("SELECT CAST(size AS TEXT) FROM checkpoints"))
            sizes.insert(std::stoull(size));
        return sizes;
    }
    [[nodiscard]] std::vector<Bytes> entries() const
    {
        std::vector<Bytes> all;
        for (const std::string& sealed : column("SELECT sealed FROM entries ORDER BY entry_index"))
            all.emplace_back(sealed.begin(), sealed.end());
        return all;
    }

private:
    sqlite3* m_handle = nullptr;
};

} // namespace ikrar::tests
