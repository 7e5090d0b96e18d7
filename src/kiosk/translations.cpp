#include "kiosk/translations.h"

#include <QCoreApplication>
#include <QQmlEngine>

#include <cassert>

namespace ikrar::kiosk {

Translations::Translations(Preferences& preferences, QQmlEngine& engine, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_engine(engine)
{
    [[maybe_unused]] const bool loaded = m_english.load(QStringLiteral(":/i18n/ikrar_en.qm"));
    assert(loaded);
    connect(&preferences, &Preferences::languageChanged, this, &Translations::follow);
    follow();
}

void Translations::follow()
{
    if (m_preferences.language() == Preferences::Language::English) {
        QCoreApplication::installTranslator(&m_english);
    } else {
        QCoreApplication::removeTranslator(&m_english);
    }
    m_engine.retranslate();
}

} // namespace ikrar::kiosk
