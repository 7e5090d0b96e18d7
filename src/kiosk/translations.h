#pragma once

#include "kiosk/preferences.h"

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace ikrar::kiosk {

/// Keeps the texts of QML in the language chosen. Texts in QML are Indonesian, `qsTr("...")`;
/// English comes from assets/i18n/ikrar_en.ts, compiled to `:/i18n/ikrar_en.qm`.
class Translations : public QObject
{
    Q_OBJECT

public:
    /// Both borrowed, and outliving this object.
    Translations(Preferences& preferences, QQmlEngine& engine, QObject* parent = nullptr);

private:
    void follow();

    Preferences& m_preferences;
    QQmlEngine& m_engine;
    QTranslator m_english;
};

} // namespace ikrar::kiosk
