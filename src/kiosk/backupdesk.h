#pragma once

#include "kiosk/fileproblem.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/preferences.h"
#include "ledger/backup_keeper.h"

#include <QObject>
#include <QThread>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace ikrar::kiosk {

/// A second copy of the store on a stick, kept while others sign; on a thread of its own, that
/// looks every two seconds. It goes on while the screens are locked, and by itself when a stick
/// that was pulled out is put back.
class BackupDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.backup")
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    /// No step follows the one that is under way.
    Q_PROPERTY(bool stopping READ stopping NOTIFY changed FINAL)
    /// Where to; then where the copy lies.
    Q_PROPERTY(QString folder READ folder NOTIFY changed FINAL)
    /// `08.05 WITA`, when the copy was last seen to be whole; empty before.
    Q_PROPERTY(QString lastTime READ lastTime NOTIFY changed FINAL)
    /// Entries of the copy; -1 before the first step.
    Q_PROPERTY(int size READ size NOTIFY changed FINAL)
    /// What stops it just now; it goes on as soon as that is mended. None while all is well.
    Q_PROPERTY(ikrar::kiosk::fileproblem::Kind problem READ problem NOTIFY changed FINAL)
    /// It was ended by what trying again does not mend.
    Q_PROPERTY(bool ended READ ended NOTIFY changed FINAL)
    /// The copy lies on the disk of the store itself.
    Q_PROPERTY(bool onSameDisk READ onSameDisk NOTIFY changed FINAL)

public:
    explicit BackupDesk(const Preferences& preferences, QObject* parent = nullptr);
    ~BackupDesk() override;
    BackupDesk(const BackupDesk&) = delete;
    BackupDesk& operator=(const BackupDesk&) = delete;
    BackupDesk(BackupDesk&&) = delete;
    BackupDesk& operator=(BackupDesk&&) = delete;

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    void start(const base::Path& folder);
    /// After the step that is under way; the stick may be pulled out once `running` is false.
    Q_INVOKABLE void stop();
    /// Steady time that passed.
    void advance(std::chrono::milliseconds elapsed);

    [[nodiscard]] bool running() const { return m_thread.isRunning(); }
    [[nodiscard]] bool stopping() const { return m_stopping; }
    [[nodiscard]] bool stepping() const { return m_stepping; }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString lastTime() const;
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] fileproblem::Kind problem() const { return m_problem; }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] bool onSameDisk() const { return m_onSameDisk; }

signals:
    void changed();

private:
    void step();
    void stepped(const Result<ledger::BackupKeeper::Step>& step);
    void failed(const Error& error);
    void endThread();

    const Preferences& m_preferences;
    LedgerStore* m_store = nullptr;
    QThread m_thread;
    QObject* m_context = nullptr; ///< lives on the thread, with the keeper
    std::unique_ptr<ledger::BackupKeeper> m_keeper; ///< used on the thread
    base::Path m_to;
    base::Path m_directory; ///< of the copy
    std::chrono::milliseconds m_since{0};
    bool m_stepping = false;
    bool m_stopping = false;
    int m_round = 0;
    int m_size = -1;
    std::optional<std::int64_t> m_last; ///< Unix seconds
    fileproblem::Kind m_problem{};
    bool m_ended = false;
    bool m_onSameDisk = false;
};

} // namespace ikrar::kiosk
