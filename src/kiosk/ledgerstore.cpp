#include "kiosk/ledgerstore.h"

#include <QDebug>
#include <QThread>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace ikrar::kiosk {

using ledger::Ledger;

/// A ledger on a thread of its own.
class LedgerStore::Hand
{
public:
    Hand() { m_context.moveToThread(&m_thread); }
    Hand(const Hand&) = delete;
    Hand& operator=(const Hand&) = delete;
    Hand(Hand&&) = delete;
    Hand& operator=(Hand&&) = delete;

    ~Hand()
    {
        if (m_thread.isRunning()) {
            block([this] { m_ledger.reset(); });
            m_thread.quit();
            m_thread.wait();
        }
    }

    Result<void> open(
        const base::Path& data, Ledger::Mode mode, const ledger::Environment& environment)
    {
        m_thread.start();
        Result<void> opened;
        block([&] {
            auto ledger = Ledger::open(data, mode, environment);
            if (ledger) {
                m_ledger = std::move(*ledger);
            } else {
                opened = tl::unexpected(ledger.error());
            }
        });
        return opened;
    }

    template <typename Job>
    void wait(Job job)
    {
        block([&] { job(*m_ledger); });
    }

    /// Jobs run in the order they are given.
    template <typename Job>
    void later(Job job)
    {
        QMetaObject::invokeMethod(
            &m_context, [this, job = std::move(job)] { job(*m_ledger); }, Qt::QueuedConnection);
    }

private:
    template <typename Job>
    void block(Job job)
    {
        QMetaObject::invokeMethod(&m_context, std::move(job), Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_context; ///< lives on the thread
    std::unique_ptr<Ledger> m_ledger;
};

WitnessAccess overHttp()
{
    return {[](const std::string& url) { return witness::connectTo(url, witness::patience()); },
        std::chrono::steady_clock::now};
}

Result<std::unique_ptr<LedgerStore>> LedgerStore::open(
    const base::Path& data, const ledger::Environment& environment, const WitnessAccess& access)
{
    // Signing first: opening for it finds out what must stop it, and repairs what a crash left.
    auto signer = std::make_unique<Hand>();
    auto publisher = std::make_unique<Hand>();
    if (auto opened = signer->open(data, Ledger::Mode::Sign, environment); !opened) {
        return tl::unexpected(opened.error());
    }
    if (auto opened = publisher->open(data, Ledger::Mode::Read, environment); !opened) {
        return tl::unexpected(opened.error());
    }
    auto reader = Ledger::open(data, Ledger::Mode::Read, environment);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    std::unique_ptr<LedgerStore> store(new LedgerStore(
        data, environment, std::move(*reader), std::move(signer), std::move(publisher)));
    store->m_signer->wait([&](const Ledger& ledger) { store->m_standing = standingOf(ledger); });
    if (auto opened = store->openWitnesses(data, environment, access); !opened) {
        return tl::unexpected(opened.error());
    }
    store->publish();
    store->askWitnesses();
    return store;
}

// A policy that cannot be read must not keep anybody from signing: nobody is asked.
Result<void> LedgerStore::openWitnesses(
    const base::Path& data, const ledger::Environment& environment, const WitnessAccess& access)
{
    const auto policy = m_reader->policy();
    if (!policy) {
        qWarning().noquote() << "ikrar-kiosk: no witness is asked:" << policy.error().what.c_str();
        return {};
    }
    m_witnessing.witnesses = witness::withAddress(*policy).size();
    m_witnessing.behind = m_witnessing.witnesses > 0;
    if (m_witnessing.witnesses == 0) {
        return {};
    }
    m_asker = std::make_unique<Hand>();
    return m_asker->open(data, Ledger::Mode::Read, environment).map([&] {
        m_asker->wait([&](Ledger& ledger) {
            m_client
                = std::make_unique<witness::Client>(ledger, *policy, access.connect, access.now);
        });
    });
}

LedgerStore::LedgerStore(base::Path data, ledger::Environment environment,
    std::unique_ptr<Ledger> reader, std::unique_ptr<Hand> signer, std::unique_ptr<Hand> publisher)
    : m_data(std::move(data))
    , m_environment(std::move(environment))
    , m_reader(std::move(reader))
    , m_signer(std::move(signer))
    , m_publisher(std::move(publisher))
{
}

LedgerStore::~LedgerStore()
{
    if (m_client) {
        m_asker->wait([this](const Ledger&) { m_client.reset(); });
    }
}

const pledge::Ceremony& LedgerStore::ceremony() const
{
    return m_reader->ceremony();
}

Result<ledger::Status> LedgerStore::status() const
{
    auto status = m_reader->status();
    if (status) {
        status->stop = m_standing.stop;
        status->stopDetail = m_standing.detail;
    }
    return status;
}

Result<std::uint64_t> LedgerStore::freeBytes() const
{
    std::error_code failure;
    const auto space = std::filesystem::space(m_reader->data(), failure);
    if (failure) {
        return base::failErrno(failure.value(), m_reader->data().string());
    }
    return space.available;
}

Result<std::optional<ledger::RosterRow>> LedgerStore::expected(
    const pledge::Identity& identity) const
{
    return m_reader->roster().find(identity);
}

Result<std::optional<pledge::Identity>> LedgerStore::invited(
    const ledger::InvitationToken& token) const
{
    return m_reader->invitations().find(token);
}

Result<ledger::Roster::Match> LedgerStore::search(
    const std::string& typed, const std::string& unit) const
{
    return m_reader->roster().search(typed, unit);
}

Result<std::vector<std::string>> LedgerStore::unitsOf(
    const std::string& typed, const std::string& parent) const
{
    return m_reader->roster().unitsOf(typed, parent);
}

Result<std::optional<ledger::RegisterRow>> LedgerStore::signedBy(
    const pledge::Identity& identity) const
{
    return m_reader->registered().find(identity);
}

Result<receipt::Receipt> LedgerStore::receipt(std::uint64_t index) const
{
    return m_reader->receipt(index);
}

Result<tlog::OpenedCheckpoint> LedgerStore::newest() const
{
    return m_reader->newest();
}

void LedgerStore::sign(pledge::Declaration declaration, Signed done)
{
    append(
        [declaration = std::move(declaration)](Ledger& ledger) { return ledger.sign(declaration); },
        std::move(done));
}

void LedgerStore::append(Append append, Signed done)
{
    m_signer->later([this, append = std::move(append), done = std::move(done)](Ledger& ledger) {
        auto issued = append(ledger);
        auto standing = issued ? Standing{} : standingOf(ledger);
        QMetaObject::invokeMethod(
            this,
            [this, done, issued = std::move(issued), standing = std::move(standing)] {
                m_standing = standing;
                done(issued);
                publish();
                askWitnesses();
            },
            Qt::QueuedConnection);
    });
}

void LedgerStore::amend(Amend amend, std::function<void(const Result<void>&)> done)
{
    m_signer->later([this, amend = std::move(amend), done = std::move(done)](Ledger& ledger) {
        auto amended = amend(ledger);
        QMetaObject::invokeMethod(
            this,
            [this, done, amended = std::move(amended), standing = standingOf(ledger)] {
                if (!amended) {
                    m_standing = standing;
                }
                done(amended);
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

Result<void> LedgerStore::survey(std::function<void(Ledger&)> read, std::function<void()> done)
{
    return readBy(m_surveyor, std::move(read), std::move(done));
}

Result<void> LedgerStore::work(std::function<void(Ledger&)> job, std::function<void()> done)
{
    return readBy(m_worker, std::move(job), std::move(done));
}

/// By a hand that is made when it is first needed.
Result<void> LedgerStore::readBy(
    std::unique_ptr<Hand>& hand, std::function<void(Ledger&)> job, std::function<void()> done)
{
    if (!hand) {
        auto made = std::make_unique<Hand>();
        if (auto opened = made->open(m_data, Ledger::Mode::Read, m_environment); !opened) {
            return opened;
        }
        hand = std::move(made);
    }
    hand->later([this, job = std::move(job), done = std::move(done)](Ledger& ledger) {
        job(ledger);
        QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    });
    return {};
}

Result<std::vector<ledger::Register::UnitCount>> LedgerStore::countsByUnit() const
{
    return m_reader->registered().countsByUnit();
}

Result<std::optional<ledger::RegisterRow>> LedgerStore::registeredAt(std::uint64_t index) const
{
    return m_reader->registered().at(index);
}

Result<std::optional<ledger::RegisterRow>> LedgerStore::enteredFrom(
    const std::string& sheetRow) const
{
    const auto index = m_reader->registered().entryOfPaper(sheetRow);
    if (!index) {
        return tl::unexpected(index.error());
    }
    return *index ? registeredAt(**index) : std::nullopt;
}

Result<std::uint64_t> LedgerStore::paperCount() const
{
    return m_reader->registered().paperCount();
}

// The ledger that signs may not have seen it: what is on its way to it may be signed still, nothing
// after.
void LedgerStore::confront(std::string note, std::string holder, Confronted done)
{
    m_signer->later([this, note = std::move(note), holder = std::move(holder),
                        done = std::move(done)](Ledger& ledger) {
        auto contradicted = ledger.confront(note, holder);
        QMetaObject::invokeMethod(
            this,
            [this, done, contradicted = std::move(contradicted), standing = standingOf(ledger)] {
                // Else what publication found out stays.
                if (contradicted.value_or(false)) {
                    m_standing = standing;
                }
                done(contradicted);
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

void LedgerStore::retry()
{
    if (m_standing.stop != ledger::Stop::None) {
        m_signer->later([this](Ledger& ledger) {
            ledger.retry();
            QMetaObject::invokeMethod(
                this,
                [this, standing = standingOf(ledger)] {
                    m_standing = standing;
                    emit changed();
                },
                Qt::QueuedConnection);
        });
    }
    publish();
}

// A publication that fails or finds another process at it is tried again after the next commit or
// retry().
void LedgerStore::publish()
{
    if (m_publishing) {
        m_publishAgain = true;
        return;
    }
    m_publishing = true;
    m_publisher->later([this](Ledger& ledger) {
        const auto published = ledger.publish();
        auto standing = published ? Standing{} : standingOf(ledger);
        QMetaObject::invokeMethod(
            this,
            [this, standing = std::move(standing)] {
                m_publishing = false;
                if (standing.stop == ledger::Stop::RolledBack
                    || standing.stop == ledger::Stop::Contradicted
                    || standing.stop == ledger::Stop::DeviceFailed) {
                    m_standing = standing; // what publication found out holds for signing too
                }
                if (std::exchange(m_publishAgain, false)) {
                    publish();
                }
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

void LedgerStore::askWitnesses()
{
    if (!m_client) {
        return;
    }
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_asker->later([this](const Ledger&) {
        QMetaObject::invokeMethod(
            this, [this, round = m_client->round()] { asked(round); }, Qt::QueuedConnection);
    });
}

void LedgerStore::asked(const Result<witness::Round>& round)
{
    m_asking = false;
    if (round) {
        const auto reached = std::count_if(round->standings.begin(), round->standings.end(),
            [](const witness::Standing& standing) { return standing.reached; });
        m_witnessing.reached = static_cast<std::size_t>(reached);
        m_witnessing.behind = round->behind;
        tellJournal(*round);
        if (round->contradiction) {
            confront(round->contradiction->note, round->contradiction->witness,
                [](const Result<bool>&) {});
        }
        if (round->cosigned) {
            publish(); // the published checkpoint carries them too
        }
    }
    if (std::exchange(m_askAgain, false)) {
        askWitnesses();
    }
    emit changed();
}

void LedgerStore::tellJournal(const witness::Round& round)
{
    std::vector<std::string> warnings;
    for (const auto& standing : round.standings) {
        if (!standing.warning.empty()) {
            warnings.push_back(standing.warning);
        }
    }
    if (warnings != m_warnings) {
        for (const auto& warning : warnings) {
            qWarning().noquote() << "ikrar-kiosk:" << warning.c_str();
        }
        m_warnings = std::move(warnings);
    }
}

LedgerStore::Standing LedgerStore::standingOf(const Ledger& ledger)
{
    const auto status = ledger.status();
    if (!status) {
        return {ledger::Stop::None, {}};
    }
    return {status->stop, status->stopDetail};
}

} // namespace ikrar::kiosk
