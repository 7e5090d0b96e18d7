#pragma once

#include "temporary_directory.h"
#include "tlog/keys.h"
#include "witness/client.h"
#include "witness/service.h"

#include <atomic>
#include <stdexcept>

namespace ikrar::tests {

/// A witness within the test's process, without a network: what a kiosk's client is connected to.
/// It can be down.
class SampleWitness
{
public:
    explicit SampleWitness(const std::string& name = "saksi.example", std::uint8_t seed = 200)
        : m_key{name, tlog::KeyType::CosignatureV1, tlog::keyFor(seed).publicKey()}
    {
        const base::Path data = m_directory.path();
        std::filesystem::create_directory(data / "logs");
        const std::string policy = "witness " + name + " " + m_key.text() + "\nquorum none\n";
        check(base::replaceFile(base::systemFiles(), data / "policy", base::asBytes(policy)));
        auto service
            = witness::Service::open(data, tlog::keyFor(seed), {base::systemFiles(), m_clock, {}});
        check(service);
        m_service = std::move(*service);
    }

    /// Cosigns this log from now on.
    void trust(const tlog::VerifierKey& log)
    {
        check(witness::trustLogs(base::systemFiles(), m_directory.path(), {{log, {}}}));
        check(m_service->reload());
    }
    /// The policy of `log` that wants this witness, and asks it.
    [[nodiscard]] std::string policyFor(const tlog::VerifierKey& log) const
    {
        return "log " + log.text() + "\nwitness " + m_key.name + " " + m_key.text()
            + " http://saksi.example\nquorum " + m_key.name + "\n";
    }
    [[nodiscard]] witness::Service& service() { return *m_service; }
    [[nodiscard]] witness::Client::Connect connect()
    {
        return [this](const std::string&) -> Result<std::unique_ptr<witness::Connection>> {
            return std::unique_ptr<witness::Connection>(std::make_unique<Line>(*this));
        };
    }

    std::atomic<bool> down{false};

private:
    class Line final : public witness::Connection
    {
    public:
        explicit Line(SampleWitness& to) : m_to(to) { }
        Result<witness::Answer> add(const std::string& body) override
        {
            return answer([&] { return m_to.m_service->addCheckpoint(body); });
        }
        Result<witness::Answer> checkpoint(const std::string& origin) override
        {
            return answer([&] {
                return m_to.m_service->checkpoint(witness::monitoringPath(origin).substr(0, 64));
            });
        }

    private:
        template <typename Ask>
        Result<witness::Answer> answer(const Ask& ask)
        {
            if (m_to.down)
                return fail(Error::Kind::Io, "no answer");
            return ask();
        }
        SampleWitness& m_to;
    };

    template <typename T>
    static void check(const Result<T>& result)
    {
        if (!result)
            throw std::runtime_error(result.error().what);
    }

    TemporaryDirectory m_directory;
    base::SystemClock m_clock;
    tlog::VerifierKey m_key;
    std::unique_ptr<witness::Service> m_service;
};

} // namespace ikrar::tests
