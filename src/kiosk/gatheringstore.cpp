#include "kiosk/gatheringstore.h"

namespace ikrar::kiosk {

using attendance::Gathering;
using attendance::SignedTwice;

GatheringStore::GatheringStore(Gathering::Name name, QObject* parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    m_there.moveToThread(&m_thread);
    // A database's connection ends on the thread that opened it.
    connect(&m_thread, &QThread::finished, &m_there, [this] { m_gathering.reset(); });
    m_thread.start();
}

GatheringStore::~GatheringStore()
{
    m_thread.quit();
    m_thread.wait();
}

Result<const Gathering*> GatheringStore::opened()
{
    if (!m_gathering) {
        auto gathering = Gathering::open(m_name, Gathering::Access::Read);
        if (!gathering) {
            return tl::unexpected(gathering.error());
        }
        m_gathering = std::move(*gathering);
    }
    return m_gathering.get();
}

template <typename Value>
void GatheringStore::ask(
    std::function<Result<Value>(const Gathering&)> question, Answer<Value> done)
{
    QMetaObject::invokeMethod(
        &m_there, [this, question = std::move(question), done = std::move(done)] {
            auto answer
                = opened().and_then([&](const Gathering* there) { return question(*there); });
            if (!answer && answer.error().kind == Error::Kind::Io) {
                m_gathering.reset();
            }
            QMetaObject::invokeMethod(
                this, [done, answer = std::move(answer)] { done(answer); }, Qt::QueuedConnection);
        });
}

void GatheringStore::survey(std::uint64_t ceremony, Answer<GatheredSurvey> done)
{
    ask<GatheredSurvey>(
        [ceremony](const Gathering& there) { return surveyGathering(there, ceremony); },
        std::move(done));
}

void GatheringStore::decide(
    std::string handle, attendance::Decision decision, Answer<SignedTwice> done)
{
    ask<SignedTwice>(
        [handle = std::move(handle), decision = std::move(decision)](
            const Gathering& there) { return attendance::decide(there, handle, decision); },
        std::move(done));
}

void GatheringStore::undecide(std::string handle, Answer<SignedTwice> done)
{
    ask<SignedTwice>([handle = std::move(handle)](
                         const Gathering& there) { return attendance::undecide(there, handle); },
        std::move(done));
}

} // namespace ikrar::kiosk
