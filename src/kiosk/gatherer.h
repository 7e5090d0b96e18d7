#pragma once

#include "kiosk/ceremonyfacts.h"
#include "kiosk/decisiondesk.h"
#include "kiosk/idlewatch.h"
#include "kiosk/peoplelist.h"
#include "kiosk/pingate.h"
#include "kiosk/screenmetrics.h"
#include "kiosk/unittally.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <memory>

namespace ikrar::kiosk {

/// The organizer's screens over a store that many kiosks were merged into: how it stands by unit,
/// kiosk and session, and the people who signed more than once, to be decided on. Kiosks push
/// meanwhile: on its first page it is read again every half minute. Behind the same gate as the
/// screens of one kiosk; nothing is read before it is open, and what was read of people is
/// forgotten when it locks.
class Gatherer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in main")
    Q_PROPERTY(ikrar::kiosk::Preferences* preferences READ preferences CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ScreenMetrics* metrics READ metrics CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::CeremonyFacts* ceremony READ ceremony CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PinGate* gate READ gate CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::IdleWatch* idle READ idle CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::UnitTally* tally READ tally CONSTANT FINAL)
    /// People with several valid entries, those whom nobody decided on first. In a row `post` is
    /// the kiosks, and `identifiedBy` who decided.
    Q_PROPERTY(ikrar::kiosk::PeopleList* twice READ twice CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::DecisionDesk* decision READ decision CONSTANT FINAL)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    /// Of all that were merged, a rehearsal's with GLADI before it; and the place of the one shown.
    Q_PROPERTY(QStringList ceremonies READ ceremonies NOTIFY changed FINAL)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)
    Q_PROPERTY(int expected READ expected NOTIFY changed FINAL)
    Q_PROPERTY(int present READ present NOTIFY changed FINAL) ///< of those expected
    Q_PROPERTY(int walkIns READ walkIns NOTIFY changed FINAL)
    Q_PROPERTY(int voided READ voided NOTIFY changed FINAL)
    /// People who signed more than once and whom nobody decided on.
    Q_PROPERTY(int undecided READ undecided NOTIFY changed FINAL)
    /// Logs that are `inconsistent`.
    Q_PROPERTY(int inconsistent READ inconsistent NOTIFY changed FINAL)
    /// Of each log: `kiosk`, `signed` (valid), `voided`, `sessions` (`1, 2`), `closed`,
    /// `inconsistent`.
    Q_PROPERTY(QVariantList kiosks READ kiosks NOTIFY changed FINAL)
    /// Of each session that anybody signed in: `number`, `name` (may be empty), `signed` (valid).
    Q_PROPERTY(QVariantList sessions READ sessions NOTIFY changed FINAL)
    /// The store cannot be read.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY changed FINAL)
    /// `08.05 WITA`, when it was read; empty: not yet.
    Q_PROPERTY(QString readTime READ readTime NOTIFY changed FINAL)

public:
    enum class Page {
        Gate,
        Home, ///< counts by unit
        Kiosks, ///< and sessions
        Twice,
        Decision, ///< on one of them
        Ceremonies,
    };
    Q_ENUM(Page)

    struct Around {
        base::FileSystem& files;
        const base::Clock& clock;
        attendance::Gathering::Name store;
        base::Path pins; ///< folder with `organizers`
    };

    explicit Gatherer(const Around& around, QObject* parent = nullptr);

    /// To a page of the unlocked screens.
    Q_INVOKABLE void go(ikrar::kiosk::Gatherer::Page page);
    Q_INVOKABLE void back();
    /// Of the list of those who signed more than once.
    Q_INVOKABLE void showTwice(int row);
    Q_INVOKABLE void choose(int ceremony);
    Q_INVOKABLE void lock();
    /// Reads the store again.
    Q_INVOKABLE void read();

    /// Steady time that passed since the last call; a few times a second.
    void advance(std::chrono::milliseconds elapsed);
    /// Every touch and key that reaches `object` (a window) counts as somebody being there.
    void watchInput(QObject* object);

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] ScreenMetrics* metrics() { return &m_metrics; }
    [[nodiscard]] CeremonyFacts* ceremony() { return &m_facts; }
    [[nodiscard]] PinGate* gate() { return &m_gate; }
    [[nodiscard]] IdleWatch* idle() { return &m_idle; }
    [[nodiscard]] UnitTally* tally() { return &m_tally; }
    [[nodiscard]] PeopleList* twice() { return &m_twice; }
    [[nodiscard]] DecisionDesk* decision() { return &m_decision; }
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] QStringList ceremonies() const;
    [[nodiscard]] int chosen() const;
    [[nodiscard]] int expected() const;
    [[nodiscard]] int present() const;
    [[nodiscard]] int walkIns() const;
    [[nodiscard]] int voided() const;
    [[nodiscard]] int undecided() const;
    [[nodiscard]] int inconsistent() const;
    [[nodiscard]] QVariantList kiosks() const;
    [[nodiscard]] QVariantList sessions() const;
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool reading() const { return m_reading; }
    [[nodiscard]] QString readTime() const { return m_readTime; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void pageChanged();
    void changed();

private:
    void show(Page page);
    void entered();
    void take(const Result<GatheredSurvey>& survey);
    void showCeremony(const GatheredSurvey& survey);
    void forget();
    [[nodiscard]] std::vector<PersonLine> twiceLines() const;

    const base::Clock& m_clock;
    Preferences m_preferences;
    ScreenMetrics m_metrics;
    CeremonyFacts m_facts;
    PinKeeper m_keeper;
    PinGate m_gate;
    IdleWatch m_idle;
    UnitTally m_tally;
    PeopleList m_twice;
    DecisionDesk m_decision;
    Page m_page = Page::Gate;
    /// What the models above show; replaced only when another is chosen.
    std::unique_ptr<attendance::GatheredCeremony> m_ceremony;
    GatheredSurvey m_survey;
    std::uint64_t m_wanted = 0; ///< number of the ceremony
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_failed = false;
    QString m_readTime;
    std::chrono::milliseconds m_sinceRead{0};
    std::chrono::milliseconds m_sinceEntered{0};
    GatheringStore m_store; ///< last: it answers into what is above
};

} // namespace ikrar::kiosk
