#include "audit/audit.h"

#include <array>
#include <atomic>
#include <mutex>
#include <thread>

namespace ikrar::audit {

namespace {

/// Before the second and the third time that a file is asked for.
constexpr std::array<std::chrono::milliseconds, 2> pauses{
    std::chrono::milliseconds(200), std::chrono::milliseconds(1000)};
constexpr unsigned waitingReaders = 8;

class HttpSource final : public Source
{
public:
    HttpSource(HttpUrl url, const HttpClient::Options& options)
        : m_address(url.text())
        , m_client(std::move(url), options)
    {
    }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        if (auto ended = interruption())
            return tl::unexpected(std::move(*ended));
        auto answer = ask(path, max);
        for (const auto pause : pauses) {
            if (!worthAgain(answer))
                break;
            std::this_thread::sleep_for(pause);
            answer = ask(path, max);
        }
        return judge(path, std::move(answer));
    }

    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override
    {
        return std::optional<std::vector<std::string>>{};
    }

    [[nodiscard]] unsigned readers() const override { return waitingReaders; }

    [[nodiscard]] std::optional<Error> interruption() const override
    {
        if (!m_ended)
            return std::nullopt;
        const std::scoped_lock lock(m_mutex);
        return m_interruption;
    }

private:
    [[nodiscard]] Result<HttpAnswer> ask(const std::string& path, std::size_t max) const
    {
        return m_client.get('/' + path, max);
    }

    /// No answer, or one that speaks of the server's moment rather than of the file.
    static bool worthAgain(const Result<HttpAnswer>& answer)
    {
        if (!answer)
            return answer.error().kind == Error::Kind::Io;
        return answer->status >= 500 || answer->status == 429 || answer->status == 408;
    }

    [[nodiscard]] Result<Bytes> judge(const std::string& path, Result<HttpAnswer> answer) const
    {
        if (!answer && answer.error().kind == Error::Kind::TooLarge)
            return tl::unexpected(std::move(answer.error()));
        if (!answer)
            return end(std::move(answer.error()));
        if (answer->status == 200)
            return std::move(answer->body);
        if (answer->status == 404 || answer->status == 410)
            return fail(Error::Kind::Missing, m_address + '/' + path + ": no such file");
        return end({Error::Kind::Io,
            m_address + " answered " + path + " with status " + std::to_string(answer->status)});
    }

    tl::unexpected<Error> end(Error error) const
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ended)
            m_interruption = error;
        m_ended = true;
        return tl::unexpected(std::move(error));
    }

    std::string m_address;
    HttpClient m_client;
    mutable std::mutex m_mutex;
    mutable std::atomic<bool> m_ended = false;
    mutable Error m_interruption;
};

} // namespace

Result<std::unique_ptr<Source>> openHttp(std::string_view url, const HttpClient::Options& options)
{
    auto parsed = parseHttpUrl(url);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const std::string address = parsed->text();
    auto source = std::make_unique<HttpSource>(std::move(*parsed), options);
    const auto checkpoint = source->read("checkpoint", tlog::maxNoteSize);
    if (!checkpoint && checkpoint.error().kind == Error::Kind::Missing)
        return fail(
            Error::Kind::Missing, address + ": no log here (a log has a file named checkpoint)");
    if (auto ended = source->interruption())
        return tl::unexpected(std::move(*ended));
    return source;
}

Result<std::unique_ptr<Source>> openLog(
    const std::string& where, const HttpClient::Options& options)
{
    return isHttpUrl(where) ? openHttp(where, options) : openDirectory(where);
}

} // namespace ikrar::audit
