#pragma once

#include "kiosk/gatheredsurvey.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace ikrar::kiosk {

/// A merged store behind the organizer's screen. It is opened, read and written on a thread of its
/// own, one thing after the other; answers come on the thread of this object, and none after it is
/// gone. A connection that broke is opened anew by the next question.
class GatheringStore : public QObject
{
    Q_OBJECT

public:
    explicit GatheringStore(attendance::Gathering::Name name, QObject* parent = nullptr);
    GatheringStore(const GatheringStore&) = delete;
    GatheringStore& operator=(const GatheringStore&) = delete;
    GatheringStore(GatheringStore&&) = delete;
    GatheringStore& operator=(GatheringStore&&) = delete;
    /// Waits for what is being read.
    ~GatheringStore() override;

    template <typename Value>
    using Answer = std::function<void(Result<Value>)>;

    /// As surveyGathering().
    void survey(std::uint64_t ceremony, Answer<GatheredSurvey> done);
    /// As attendance::decide() and undecide().
    void decide(
        std::string handle, attendance::Decision decision, Answer<attendance::SignedTwice> done);
    void undecide(std::string handle, Answer<attendance::SignedTwice> done);

private:
    template <typename Value>
    void ask(
        std::function<Result<Value>(const attendance::Gathering&)> question, Answer<Value> done);
    [[nodiscard]] Result<const attendance::Gathering*> opened();

    attendance::Gathering::Name m_name;
    QThread m_thread;
    QObject m_there; ///< lives on that thread
    std::unique_ptr<attendance::Gathering> m_gathering; ///< used there alone
};

} // namespace ikrar::kiosk
