#include "audit/archive.h"

#include "crypto/wipe.h"

#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <mutex>

namespace ikrar::audit {

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipPtr = std::unique_ptr<zip_t, Discard>;

bool isOfDisk(int code)
{
    return code == ZIP_ER_READ || code == ZIP_ER_SEEK || code == ZIP_ER_OPEN
        || code == ZIP_ER_MEMORY;
}

tl::unexpected<Error> failed(zip_error_t* error, const std::string& name)
{
    const int code = zip_error_code_zip(error);
    const int system = zip_error_code_system(error);
    if (isOfDisk(code) && zip_error_system_type(error) == ZIP_ET_SYS && system != 0)
        return base::failErrno(system, name);
    if (code == ZIP_ER_CRC)
        return fail(Error::Kind::Malformed, name + ": its bytes are not those that were packed");
    return fail(Error::Kind::Malformed, name + ": damaged (" + zip_error_strerror(error) + ")");
}

tl::unexpected<Error> notOpened(int code, const base::Path& path)
{
    const int system = errno;
    if (code == ZIP_ER_NOENT)
        return fail(Error::Kind::Missing, path.string() + ": no such file");
    if (isOfDisk(code))
        return base::failErrno(system == 0 ? EIO : system, path.string());
    int ignored = 0;
    if (ZipPtr(zip_open(path.c_str(), ZIP_RDONLY, &ignored)))
        return fail(Error::Kind::Mismatch,
            path.string()
                + ": it contradicts itself (two members of one name, or a directory that differs "
                  "from the members), so that one thing can be shown and another checked: keep "
                  "it as evidence and ask for the original");
    return fail(Error::Kind::Malformed,
        path.string()
            + ": it is no ZIP file, or it was cut off or damaged on the way: fetch it again");
}

} // namespace

struct Archive::State {
    base::Path path;
    mutable std::mutex mutex; ///< libzip reads an archive from one thread at a time
    ZipPtr zip;
    std::string passphrase;
    std::vector<Member> members;
    std::map<std::string, zip_uint64_t, std::less<>> places; ///< the first of a name

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    State(State&&) = delete;
    State& operator=(State&&) = delete;
    ~State() { crypto::wipe(passphrase); }

    [[nodiscard]] zip_file_t* openMember(zip_uint64_t place) const
    {
        return members[place].sealed
            ? zip_fopen_index_encrypted(zip.get(), place, 0, passphrase.c_str())
            : zip_fopen_index(zip.get(), place, 0);
    }
    [[nodiscard]] Result<void> readDirectory();
    [[nodiscard]] Result<void> unseal(const crypto::PassphraseSource& source);
};

namespace {

class MemberStream final : public Archive::Stream
{
public:
    MemberStream(zip_file_t* file, std::string name, std::mutex& mutex)
        : m_file(file)
        , m_name(std::move(name))
        , m_mutex(mutex)
    {
    }
    MemberStream(const MemberStream&) = delete;
    MemberStream& operator=(const MemberStream&) = delete;
    MemberStream(MemberStream&&) = delete;
    MemberStream& operator=(MemberStream&&) = delete;
    ~MemberStream() override
    {
        const std::scoped_lock lock(m_mutex);
        zip_fclose(m_file);
    }

    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> out) override
    {
        const std::scoped_lock lock(m_mutex);
        const zip_int64_t got = zip_fread(m_file, out.data(), out.size());
        if (got < 0)
            return failed(zip_file_get_error(m_file), m_name);
        return static_cast<std::size_t>(got);
    }

private:
    zip_file_t* m_file;
    std::string m_name;
    std::mutex& m_mutex;
};

} // namespace

Result<void> Archive::State::readDirectory()
{
    const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > maxMembers)
        return fail(Error::Kind::TooLarge,
            path.string() + ": more than " + std::to_string(maxMembers) + " members");
    for (zip_uint64_t place = 0; place < static_cast<zip_uint64_t>(count); ++place) {
        zip_stat_t facts;
        zip_stat_init(&facts);
        const char* name = zip_get_name(zip.get(), place, ZIP_FL_ENC_RAW);
        if (name == nullptr || zip_stat_index(zip.get(), place, 0, &facts) != 0)
            return failed(zip_get_error(zip.get()), path.string());
        const bool sealed = (facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0
            && facts.encryption_method != ZIP_EM_NONE;
        members.push_back({name, sealed});
        places.emplace(name, place);
    }
    return {};
}

Result<void> Archive::State::unseal(const crypto::PassphraseSource& source)
{
    const auto sealed = std::find_if(
        members.begin(), members.end(), [](const Member& member) { return member.sealed; });
    if (sealed == members.end())
        return {};
    auto given = source();
    if (!given)
        return tl::unexpected(given.error());
    passphrase = *given;
    crypto::wipe(*given);
    zip_file_t* file = openMember(static_cast<zip_uint64_t>(sealed - members.begin()));
    if (file != nullptr) {
        zip_fclose(file);
        return {};
    }
    zip_error_t* error = zip_get_error(zip.get());
    if (zip_error_code_zip(error) != ZIP_ER_WRONGPASSWD)
        return failed(error, sealed->name);
    return fail(Error::Kind::Invalid,
        path.string()
            + ": this is not the passphrase that it was sealed with; ask whoever sent it, by "
              "telephone");
}

Archive::Archive(std::unique_ptr<State> state) : m_state(std::move(state)) { }

Archive::~Archive() = default;

Result<std::unique_ptr<Archive>> Archive::open(
    const base::Path& path, const crypto::PassphraseSource& passphrase)
{
    auto state = std::make_unique<State>();
    state->path = path;
    int code = 0;
    errno = 0;
    state->zip.reset(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!state->zip)
        return notOpened(code, path);
    return state->readDirectory().and_then([&] { return state->unseal(passphrase); }).map([&] {
        return std::unique_ptr<Archive>(new Archive(std::move(state)));
    });
}

const std::vector<Archive::Member>& Archive::members() const
{
    return m_state->members;
}

Result<std::unique_ptr<Archive::Stream>> Archive::stream(const std::string& name) const
{
    const auto found = m_state->places.find(name);
    if (found == m_state->places.end())
        return fail(Error::Kind::Missing, name + ": the bundle does not hold it");
    const std::scoped_lock lock(m_state->mutex);
    zip_file_t* file = m_state->openMember(found->second);
    if (file == nullptr)
        return failed(zip_get_error(m_state->zip.get()), name);
    return std::make_unique<MemberStream>(file, name, m_state->mutex);
}

Result<Bytes> Archive::read(const std::string& name, std::size_t max) const
{
    constexpr std::size_t firstRead = 16384;
    const auto member = stream(name);
    if (!member)
        return tl::unexpected(member.error());
    Bytes bytes;
    std::size_t size = 0;
    for (;;) {
        if (size > max)
            return fail(
                Error::Kind::TooLarge, name + ": more than " + std::to_string(max) + " bytes");
        if (size == bytes.size())
            bytes.resize(std::max(firstRead, size * 2));
        const auto got = (*member)->read(std::span(bytes).subspan(size));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        size += *got;
    }
    bytes.resize(size);
    return bytes;
}

} // namespace ikrar::audit
