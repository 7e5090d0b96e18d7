#pragma once

#include "kiosk/auditor.h"
#include "kiosk/display.h"
#include "kiosk/gatherer.h"
#include "kiosk/kiosk.h"
#include "kiosk/organizer.h"
#include "kiosk/translations.h"

#include <QImage>
#include <QPointingDevice>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>
#include <vector>

namespace ikrar::tests {

/// The environment that the kiosk's own main sets; to be called before the application is made.
void prepareApplication();

/// A screen by its pixels and its diagonal.
struct Format {
    const char* name = "";
    QSize pixels;
    double inches = 0;

    [[nodiscard]] double pixelsPerMm() const;
};
/// 21.5 inches upright, 15.6 inches wide, a tablet of 10.1 inches.
[[nodiscard]] const std::vector<Format>& formats();

/// Runs the event loop until something is so; woken by events, never by a clock of its own.
void until(const std::function<bool()>& reached);

/// Main.qml in a window of this format, and the ways people have to use it: a finger, a keyboard,
/// and the names that assistive technology reads out. Items are found by these names, never by
/// their ids.
class Screen
{
public:
    /// The screens of one mode; the model is borrowed. Throw std::runtime_error
    /// where the QML does not load.
    Screen(kiosk::Kiosk& kiosk, const Format& format);
    Screen(kiosk::Auditor& auditor, const Format& format);
    Screen(kiosk::Organizer& organizer, const Format& format);
    Screen(kiosk::Gatherer& gatherer, const Format& format);
    Screen(kiosk::Display& display, const Format& format);

    [[nodiscard]] QQuickWindow& window() const { return *m_window; }
    [[nodiscard]] double pixelsPerMm() const { return m_pixelsPerMm; }
    /// What QML complained of since the last call.
    [[nodiscard]] QStringList takeWarnings();

    /// Until what changed has been drawn.
    void settle();

    /// The item of this name that can be seen and used; null when there is none.
    [[nodiscard]] QQuickItem* find(const QString& name) const;
    /// Names of all that can be seen and pressed.
    [[nodiscard]] QStringList buttons() const;

    /// Throw std::runtime_error naming what is there instead, where there is no such item.
    void touch(const QString& name);
    void press(const QString& name); ///< through the accessible action
    void reach(const QString& name); ///< by the tab key
    void activate(const QString& name); ///< by the tab key, then the space bar

    void key(int key);
    void type(const QString& digits); ///< on a keyboard
    /// A lively curve across the item of this name. Counts as ink, not as a touch.
    void sign(const QString& pad);

    [[nodiscard]] int touches() const { return m_touches; }
    [[nodiscard]] QImage picture();

private:
    /// One of the two, by the names that main gives them.
    struct Model {
        QString module;
        QString property;
        QObject& object;
        kiosk::Preferences& preferences;
        kiosk::ScreenMetrics* metrics; ///< null: not measured in millimetres
        QString window = QStringLiteral("Main");
    };
    Screen(const Model& model, const Format& format);
    [[nodiscard]] QQuickItem* must(const QString& name) const;
    void tap(QPointF at);

    double m_pixelsPerMm;
    QQmlApplicationEngine m_engine;
    kiosk::Translations m_translations;
    QQuickWindow* m_window = nullptr;
    std::unique_ptr<QPointingDevice> m_finger;
    QStringList m_warnings;
    int m_touches = 0;
    int m_frames = 0;
};

/// All below `root` that can be seen, in the order of painting.
[[nodiscard]] std::vector<QQuickItem*> visibleItems(QQuickItem& root);
/// As assistive technology reads it out; empty for what is not for it.
[[nodiscard]] QString accessibleName(QQuickItem& item);

} // namespace ikrar::tests
