#pragma once

#include "qml/screen.h"

#include <functional>
#include <vector>

namespace ikrar::tests {

/// Two people of made-up names, the first with a long one in the deepest unit of the ceremony: all
/// that the stories need of a roster.
[[nodiscard]] std::vector<ledger::RosterRow> storyRoster(const pledge::Ceremony& ceremony);
/// The number of the first.
constexpr const char* somebody = "198609262015051001";

/// Not below or above what a page scrolls to.
[[nodiscard]] bool isReachable(const QQuickItem& item);

/// A kiosk on whose screen a story is told, by touches.
struct Stage {
    kiosk::Kiosk& kiosk;
    Screen& screen;
    kiosk::Preferences::Language language = kiosk::Preferences::Language::Indonesian;
    kiosk::Preferences::TextSize size = kiosk::Preferences::TextSize::Normal;
    /// Called on every page of a story with a name for it.
    std::function<void(const char* page)> look;
    /// What the organizer's command does meanwhile.
    std::function<void()> endSession;
    std::function<void()> closeLog;

    /// To the welcome page, in this language and size.
    void begin();
    /// A text of qml/ as the screen shows it now.
    [[nodiscard]] static QString word(const char* page, const char* indonesian);
    /// As Screen::touch, after scrolling down to what lies below.
    void touch(const QString& name);
    void touch(const char* page, const char* indonesian) { touch(word(page, indonesian)); }
    /// On a keyboard, one key a character.
    void type(const char* text) { screen.type(QLatin1String(text)); }
    /// What was typed last, by the backspace key.
    void erase(int characters);
    void touchDigits(const char* digits);
    /// From the keypad to the pledge, and through it.
    void reachPledge();
    void readPledge();
    /// Throws std::runtime_error with `what` unless it holds.
    static void expect(bool holds, const char* what);
};

/// One way beside the main one. Stories of one kiosk can be told one after the other, in the order
/// of sideStories(): the last ones end its session, close its log and stop it.
struct Story {
    const char* title; ///< a sentence
    void (*tell)(Stage& stage);
};
[[nodiscard]] const std::vector<Story>& sideStories();

} // namespace ikrar::tests
