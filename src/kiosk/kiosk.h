#pragma once

#include "kiosk/ceremonyfacts.h"
#include "kiosk/preferences.h"
#include "kiosk/screenmetrics.h"
#include "kiosk/signingsession.h"
#include "kiosk/storestate.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace ikrar::kiosk {

/// All that the screens of one kiosk bind to: made in main, and given to Main.qml as `required
/// property Kiosk kiosk`.
class Kiosk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in main")
    Q_PROPERTY(ikrar::kiosk::Preferences* preferences READ preferences CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ScreenMetrics* metrics READ metrics CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::CeremonyFacts* ceremony READ ceremony CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::StoreState* state READ state CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::SigningSession* session READ session CONSTANT FINAL)

public:
    /// `clock` is borrowed and outlives the kiosk.
    explicit Kiosk(const base::Clock& clock, QObject* parent = nullptr);
    ~Kiosk() override;
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;
    Kiosk(Kiosk&&) = delete;
    Kiosk& operator=(Kiosk&&) = delete;

    /// Shows the ceremony of this store and signs into it. Called once.
    void open(std::unique_ptr<Store> store);
    /// There is no store: the stopped page says why.
    void openFailed(const Error& error);

    /// Steady time that passed since the last call; a few times a second.
    void advance(std::chrono::milliseconds elapsed);
    /// Every touch, key and move of the mouse that reaches `object` (a window) counts as somebody
    /// being there.
    void watchInput(QObject* object);

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] ScreenMetrics* metrics() { return &m_metrics; }
    [[nodiscard]] CeremonyFacts* ceremony() { return &m_ceremony; }
    [[nodiscard]] StoreState* state() { return &m_state; }
    [[nodiscard]] SigningSession* session() { return &m_session; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::unique_ptr<Store> m_store;
    Preferences m_preferences;
    ScreenMetrics m_metrics;
    CeremonyFacts m_ceremony;
    StoreState m_state;
    SigningSession m_session;
    std::chrono::milliseconds m_sinceRefresh{0};
};

} // namespace ikrar::kiosk
