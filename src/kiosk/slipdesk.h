#pragma once

#include "print/printer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <functional>
#include <optional>

namespace ikrar::kiosk {

/// Gives slips out: to the printer that kiosk.conf names, or as PDF. One slip at a time is printed,
/// off the GUI thread, and watched until the printer has it; nothing ever waits for paper. What a
/// printer does not say back cannot be known here: *sent* is no proof of paper.
class SlipDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.slips")
    /// A printer is named.
    Q_PROPERTY(bool present READ present NOTIFY changed FINAL)
    /// And it has not just refused: then a PDF is the way on.
    Q_PROPERTY(bool prints READ prints NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(Trouble trouble READ trouble NOTIFY changed FINAL)
    /// A slip is on its way: another must wait, or this be cancelled.
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// The PDF that was written last.
    Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed FINAL)

public:
    enum class State {
        Idle,
        Sending, ///< to CUPS, or printing
        Waiting, ///< queued: the printer does not take it, `trouble` says why
        Sent, ///< the printer took all of it
        Cancelled,
        Failed, ///< it is not in the queue; `trouble` says why
        Saved,
        NotSaved, ///< the folder cannot be written to
    };
    Q_ENUM(State)
    enum class Trouble {
        None,
        NoService, ///< CUPS does not run
        NoPrinter, ///< of that name
        NoPaper,
        Cover,
        Offline,
        Paused,
        NoAnswer, ///< for longer than a slip takes, and it does not say why
        TooDense, ///< the paper is too narrow for the code
        Other,
    };
    Q_ENUM(Trouble)

    /// PDF files are written below `saveTo`.
    explicit SlipDesk(base::Path saveTo, QObject* parent = nullptr);
    ~SlipDesk() override;
    SlipDesk(const SlipDesk&) = delete;
    SlipDesk& operator=(const SlipDesk&) = delete;
    SlipDesk(SlipDesk&&) = delete;
    SlipDesk& operator=(SlipDesk&&) = delete;

    /// Called once, before the first slip; an empty name: there is none. A slip that is not out
    /// after `patience` is shown as waiting.
    void use(std::string name, print::Paper paper,
        std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// What a slip is made of for one paper, or why it cannot be.
    using Make = std::function<Result<print::Slip>(print::Paper)>;
    /// Ignored while busy, or without a printer.
    void print(const Make& make);
    /// As `fileName`, which ends in .pdf and names no person.
    void save(const Make& make, const std::string& fileName);
    /// Takes the waiting slip out of the queue.
    Q_INVOKABLE void cancel();
    /// Asks how the printer stands, where no slip is on its way; for the health page.
    Q_INVOKABLE void look();
    /// Forgets how the last slip ended.
    void clear();

    [[nodiscard]] bool present() const { return !m_name.empty(); }
    [[nodiscard]] bool prints() const { return present() && m_state != State::Failed; }
    [[nodiscard]] QString name() const { return QString::fromStdString(m_name); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] QString savedTo() const { return m_savedTo; }
    [[nodiscard]] bool busy() const
    {
        return m_state == State::Sending || m_state == State::Waiting;
    }

signals:
    void changed();

private:
    /// Of one look at CUPS.
    struct Seen {
        State state = State::Failed;
        Trouble trouble = Trouble::None;
    };
    /// Runs `work` in the printing thread and takes what it saw here.
    void behind(std::function<Seen()> work);
    void take(const Seen& seen);
    void watch();
    [[nodiscard]] static Seen failed(const Error& error);
    [[nodiscard]] static Seen seenOf(const std::string& name, int job);

    base::Path m_saveTo;
    QString m_savedTo;
    std::string m_name;
    print::Paper m_paper = print::Paper::A6;
    std::chrono::milliseconds m_patience{0};
    QElapsedTimer m_sinceSent;
    State m_state = State::Idle;
    Trouble m_trouble = Trouble::None;
    std::optional<int> m_job; ///< in CUPS's queue; used by the printing thread alone
    int m_round = 0; ///< an answer about an earlier slip is not shown
    QTimer m_again;
    // Last, so that the thread has ended before what it calls back into is gone.
    QObject m_worker;
    QThread m_thread;
};

} // namespace ikrar::kiosk
