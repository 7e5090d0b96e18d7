#pragma once

#include "kiosk/ceremonyfacts.h"
#include "kiosk/displayboard.h"
#include "kiosk/unittally.h"
#include "ledger/ledger.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <memory>

namespace ikrar::kiosk {

/// All that the public display binds to: the pledge as the organizer's screen leads through it, and
/// the count. It reads the store and never writes, knows no names of people, and takes no touch.
class Display : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in main")
    Q_PROPERTY(ikrar::kiosk::Preferences* preferences READ preferences CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::CeremonyFacts* ceremony READ ceremony CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::UnitTally* tally READ tally CONSTANT FINAL)
    Q_PROPERTY(Scene scene READ scene NOTIFY sceneChanged FINAL)
    /// From 0, in the scene of clauses.
    Q_PROPERTY(int clause READ clause NOTIFY sceneChanged FINAL)
    Q_PROPERTY(int signedAll READ signedAll NOTIFY countChanged FINAL)
    /// On the roster; 0: nobody is expected by name.
    Q_PROPERTY(int expected READ expected NOTIFY countChanged FINAL)
    Q_PROPERTY(bool closed READ closed NOTIFY countChanged FINAL)

public:
    enum class Scene { Title, Opening, Clause, Count };
    Q_ENUM(Scene)

    explicit Display(base::Path runtimeDirectory, QObject* parent = nullptr);
    ~Display() override;
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    Display(Display&&) = delete;
    Display& operator=(Display&&) = delete;

    /// Opened for reading.
    void open(std::unique_ptr<ledger::Ledger> store);
    /// Steady time that passed since the last call; a few times a second.
    void advance(std::chrono::milliseconds elapsed);

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] CeremonyFacts* ceremony() { return &m_ceremony; }
    [[nodiscard]] UnitTally* tally() { return &m_tally; }
    [[nodiscard]] Scene scene() const { return static_cast<Scene>(m_board.scene); }
    [[nodiscard]] int clause() const { return m_board.clause; }
    [[nodiscard]] int signedAll() const { return m_signed; }
    [[nodiscard]] int expected() const { return m_expected; }
    [[nodiscard]] bool closed() const { return m_closed; }

signals:
    void sceneChanged();
    void countChanged();

private:
    void readBoardAgain();
    void readCounts();

    base::Path m_runtimeDirectory;
    std::unique_ptr<ledger::Ledger> m_store;
    std::string m_origin;
    Preferences m_preferences;
    CeremonyFacts m_ceremony;
    UnitTally m_tally;
    Board m_board;
    int m_signed = 0;
    int m_expected = 0;
    bool m_closed = false;
    std::chrono::milliseconds m_sinceCounts{0};
    std::chrono::milliseconds m_sincePage{0};
};

} // namespace ikrar::kiosk
