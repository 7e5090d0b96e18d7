#include "attendance/zip_writer.h"

#include "crypto/wipe.h"

#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace ikrar::attendance {

namespace {

constexpr std::size_t bufferSize = std::size_t{1024} * 1024;

/// What both sides of libzip share: the first error that one of ours gave, which libzip would
/// reduce to a number.
struct Failures {
    std::optional<Error> first;

    zip_int64_t keep(const Error& error)
    {
        if (!first)
            first = error;
        return -1;
    }
};

/// The file that libzip writes into.
class Target
{
public:
    Target(base::FileSystem& files, Failures& failures) : m_files(files), m_failures(failures) { }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    Target(Target&&) = delete;
    Target& operator=(Target&&) = delete;
    ~Target()
    {
        if (m_fd != -1)
            m_files.close(m_fd);
    }

    [[nodiscard]] Result<void> open(const base::Path& path, mode_t mode)
    {
        auto fd = m_files.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
        if (!fd)
            return tl::unexpected(fd.error());
        m_fd = *fd;
        return {};
    }

    [[nodiscard]] Result<void> sync()
    {
        return m_files.sync(m_fd).map(
            [this] { static_cast<void>(::posix_fadvise(m_fd, 0, 0, POSIX_FADV_DONTNEED)); });
    }

    static zip_int64_t serve(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command)
    {
        return static_cast<Target*>(self)->answer(data, size, command);
    }

private:
    zip_int64_t answer(void* data, zip_uint64_t size, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): libzip takes its commands so
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
                ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
                ZIP_SOURCE_WRITE, ZIP_SOURCE_REMOVE, -1);
        case ZIP_SOURCE_STAT:
            return stat(data);
        case ZIP_SOURCE_WRITE:
            return write({static_cast<const std::uint8_t*>(data), size});
        case ZIP_SOURCE_SEEK_WRITE:
            return seek(data, size);
        case ZIP_SOURCE_TELL_WRITE:
            return static_cast<zip_int64_t>(m_place + m_buffer.size());
        case ZIP_SOURCE_COMMIT_WRITE:
            return flush();
        case ZIP_SOURCE_ERROR:
            return sayError(data);
        default: // it is empty to whoever reads it, and nothing has to be begun or ended
            return 0;
        }
    }

    /// An empty file, so that libzip begins a new archive.
    static zip_int64_t stat(void* data)
    {
        auto* facts = static_cast<zip_stat_t*>(data);
        zip_stat_init(facts);
        facts->size = 0;
        facts->valid = ZIP_STAT_SIZE;
        return sizeof *facts;
    }

    static zip_int64_t sayError(void* data)
    {
        const std::array<int, 2> error{ZIP_ER_WRITE, 0};
        std::memcpy(data, error.data(), sizeof error);
        return sizeof error;
    }

    zip_int64_t write(BytesView bytes)
    {
        base::append(m_buffer, bytes);
        m_end = std::max(m_end, m_place + m_buffer.size());
        if (m_buffer.size() >= bufferSize && flush() != 0)
            return -1;
        return static_cast<zip_int64_t>(bytes.size());
    }

    zip_int64_t flush()
    {
        if (m_buffer.empty())
            return 0;
        if (const auto written = m_files.write(m_fd, m_buffer); !written)
            return m_failures.keep(written.error());
        m_place += m_buffer.size();
        m_buffer.clear();
        return 0;
    }

    zip_int64_t seek(void* data, zip_uint64_t size)
    {
        if (flush() != 0)
            return -1;
        zip_error_t ignored;
        zip_error_init(&ignored);
        const zip_int64_t to = zip_source_seek_compute_offset(m_place, m_end, data, size, &ignored);
        zip_error_fini(&ignored);
        if (to < 0 || ::lseek(m_fd, to, SEEK_SET) != to)
            return m_failures.keep({Error::Kind::Io, "the place in the file was not found"});
        m_place = static_cast<std::uint64_t>(to);
        return 0;
    }

    base::FileSystem& m_files;
    Failures& m_failures;
    int m_fd = -1;
    Bytes m_buffer;
    std::uint64_t m_place = 0; ///< in the file, where the buffer begins
    std::uint64_t m_end = 0;
};

/// One member that libzip reads from.
class Feed
{
public:
    Feed(std::function<ZipWriter::Source()> make, std::int64_t time, Failures& failures)
        : m_make(std::move(make))
        , m_time(time)
        , m_failures(failures)
    {
    }

    static zip_int64_t serve(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command)
    {
        return static_cast<Feed*>(self)->answer(data, size, command);
    }

private:
    zip_int64_t answer(void* data, zip_uint64_t size, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): libzip takes its commands so
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        case ZIP_SOURCE_OPEN:
            m_source = m_make();
            return 0;
        case ZIP_SOURCE_READ:
            return read({static_cast<std::uint8_t*>(data), size});
        case ZIP_SOURCE_CLOSE:
            m_source = nullptr;
            m_piece = {};
            m_given = 0;
            return 0;
        case ZIP_SOURCE_STAT: {
            auto* facts = static_cast<zip_stat_t*>(data);
            zip_stat_init(facts);
            facts->mtime = m_time;
            facts->valid = ZIP_STAT_MTIME;
            return sizeof *facts;
        }
        case ZIP_SOURCE_ERROR: {
            const std::array<int, 2> error{ZIP_ER_READ, 0};
            std::memcpy(data, error.data(), sizeof error);
            return sizeof error;
        }
        default:
            return 0;
        }
    }

    zip_int64_t read(std::span<std::uint8_t> out)
    {
        std::size_t filled = 0;
        while (filled < out.size() && m_source) {
            if (m_given == m_piece.size()) {
                auto piece = m_source();
                if (!piece)
                    return m_failures.keep(piece.error());
                if (piece->empty())
                    m_source = nullptr;
                m_piece = std::move(*piece);
                m_given = 0;
                continue;
            }
            const std::size_t count = std::min(out.size() - filled, m_piece.size() - m_given);
            std::copy_n(m_piece.begin() + static_cast<std::ptrdiff_t>(m_given), count,
                out.begin() + static_cast<std::ptrdiff_t>(filled));
            filled += count;
            m_given += count;
        }
        return static_cast<zip_int64_t>(filled);
    }

    std::function<ZipWriter::Source()> m_make;
    std::int64_t m_time;
    Failures& m_failures;
    ZipWriter::Source m_source;
    Bytes m_piece;
    std::size_t m_given = 0;
};

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

tl::unexpected<Error> failed(const Failures& failures, const base::Path& path, zip_error_t* error)
{
    if (failures.first)
        return fail(failures.first->kind, path.string() + ": " + failures.first->what);
    return fail(Error::Kind::Io, path.string() + ": " + zip_error_strerror(error));
}

} // namespace

struct ZipWriter::State {
    State(base::FileSystem& where, std::int64_t when, std::string secret)
        : files(where)
        , time(when)
        , passphrase(std::move(secret))
    {
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    State(State&&) = delete;
    State& operator=(State&&) = delete;
    ~State() { crypto::wipe(passphrase); }

    [[nodiscard]] bool put(zip_t* archive, const Member& member, Feed& feed) const;

    base::FileSystem& files;
    std::int64_t time;
    std::string passphrase;
    Failures failures;
    std::vector<std::pair<Member, std::unique_ptr<Feed>>> members;
};

bool ZipWriter::State::put(zip_t* archive, const Member& member, Feed& feed) const
{
    zip_source_t* source = zip_source_function(archive, Feed::serve, &feed);
    if (source == nullptr)
        return false;
    const zip_int64_t added = zip_file_add(archive, member.name.c_str(), source, 0);
    if (added < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(added);
    constexpr zip_uint32_t level
        = 3; // of 9: salts and hashes get no smaller, however long one tries
    constexpr zip_uint32_t ownerReads = 0100600;
    constexpr unsigned unixShift = 16;
    return zip_set_file_compression(archive, place,
               member.packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, level)
        == 0
        && zip_file_set_external_attributes(
               archive, place, 0, ZIP_OPSYS_UNIX, ownerReads << unixShift)
        == 0
        && (!member.sealed
            || zip_file_set_encryption(archive, place, ZIP_EM_AES_256, passphrase.c_str()) == 0);
}

ZipWriter::ZipWriter(base::FileSystem& files, std::int64_t time, std::string passphrase)
    : m_state(std::make_unique<State>(files, time, std::move(passphrase)))
{
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const Member& member, std::function<Source()> make)
{
    m_state->members.emplace_back(
        member, std::make_unique<Feed>(std::move(make), m_state->time, m_state->failures));
}

void ZipWriter::add(const Member& member, Bytes content)
{
    add(member, onePiece([content = std::move(content)]() -> Result<Bytes> { return content; }));
}

void ZipWriter::add(const Member& member, std::string_view content)
{
    add(member, base::copy(base::asBytes(content)));
}

Result<void> ZipWriter::finish(
    const base::Path& path, mode_t mode, const std::function<void(double)>& progress)
{
    Target target(m_state->files, m_state->failures);
    if (auto opened = target.open(path, mode); !opened)
        return opened;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* sink = zip_source_function_create(Target::serve, &target, &error);
    std::unique_ptr<zip_t, Discard> archive(
        sink == nullptr ? nullptr : zip_open_from_source(sink, ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(sink);
        return failed(m_state->failures, path, &error);
    }
    for (const auto& [member, feed] : m_state->members)
        if (!m_state->put(archive.get(), member, *feed))
            return failed(m_state->failures, path, zip_get_error(archive.get()));
    auto shown = progress;
    if (shown)
        zip_register_progress_callback_with_state(
            archive.get(), 0.001,
            [](zip_t* /*archive*/, double done, void* show) {
                (*static_cast<std::function<void(double)>*>(show))(done);
            },
            nullptr, &shown);
    if (zip_close(archive.get()) != 0)
        return failed(m_state->failures, path, zip_get_error(archive.get()));
    static_cast<void>(archive.release()); // zip_close took it
    return target.sync();
}

std::function<ZipWriter::Source()> onePiece(std::function<Result<Bytes>()> make)
{
    return [make = std::move(make)]() -> ZipWriter::Source {
        return [make, done = false]() mutable -> Result<Bytes> {
            if (std::exchange(done, true))
                return Bytes();
            return make();
        };
    };
}

} // namespace ikrar::attendance
