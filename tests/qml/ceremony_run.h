#pragma once

#include "kiosk/fixture.h"
#include "qml/screen.h"
#include "qml/stories.h"
#include "qml/walker.h"

#include <QDir>

#include <string>

namespace ikrar::tests {

/// The labels that the driver looks for, in the language of the screen.
struct Labels {
    QString begin;
    QString yes;
    QString next;
    QString readOn;
    QString useAnyway;
    QString pad;
    QString pledge;
    QString done;
    QString stay;
};

inline const Labels& labels(kiosk::Preferences::Language language)
{
    static const Labels indonesian{QStringLiteral("Sentuh di sini untuk mulai"),
        QStringLiteral("Ya, ini saya"), QStringLiteral("Lanjut"), QStringLiteral("Baca terus"),
        QStringLiteral("Ya, tetap gunakan"), QStringLiteral("Bidang tanda tangan"),
        QStringLiteral("Saya berikrar"), QStringLiteral("Selesai"),
        QStringLiteral("Saya masih di sini")};
    static const Labels english{QStringLiteral("Touch here to begin"),
        QStringLiteral("Yes, this is me"), QStringLiteral("Continue"), QStringLiteral("Read on"),
        QStringLiteral("Yes, use it"), QStringLiteral("Signature pad"), QStringLiteral("I pledge"),
        QStringLiteral("Done"), QStringLiteral("I am still here")};
    return language == kiosk::Preferences::Language::English ? english : indonesian;
}

inline const std::vector<std::string>& ceremonies()
{
    static const std::vector<std::string> all{
        "takalar-2023", "kotim-2024", "sulbar-2024", "sulsel-2023", "batanghari-2024"};
    return all;
}

inline std::vector<ledger::RosterRow> rosterOf(const std::string& id)
{
    const auto file = base::Path(IKRAR_ASSETS) / "ceremonies" / (id + ".toml");
    const auto toml = must(base::readFile(file, pledge::maxCeremonySize));
    const auto ceremony = must(pledge::parseCeremony(base::asText(toml)));
    return storyRoster(ceremony);
}

/// A kiosk on a new store of this ceremony, on a screen.
struct Run {
    Run(const std::string& ceremony, const Format& format)
        : fixture({ceremony, true, rosterOf(ceremony), true})
        , screen(fixture.kiosk, format)
    {
    }

    [[nodiscard]] kiosk::SigningSession& session() { return *fixture.kiosk.session(); }
    [[nodiscard]] kiosk::Preferences& preferences() { return *fixture.kiosk.preferences(); }
    [[nodiscard]] const Labels& words() { return labels(preferences().language()); }
    void showReceipt()
    {
        until([this] { return session().page() == kiosk::SigningSession::Page::Receipt; });
        screen.settle();
    }
    /// Saves a picture where IKRAR_SCREENSHOTS names a directory.
    void keep(const QString& name)
    {
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (!directory.isEmpty()) {
            QDir().mkpath(directory);
            screen.picture().save(QDir(directory).filePath(name + QStringLiteral(".png")));
        }
    }

    KioskFixture fixture;
    Screen screen;
};

} // namespace ikrar::tests
