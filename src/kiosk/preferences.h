#pragma once

#include "pledge/identity.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// What a signer may set at a touch. Everything goes back to its default after each signer.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("kiosk.preferences")
    Q_PROPERTY(Language language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(TextSize textSize READ textSize WRITE setTextSize NOTIFY textSizeChanged FINAL)
    Q_PROPERTY(Contrast contrast READ contrast WRITE setContrast NOTIFY contrastChanged FINAL)
    /// Height of the pledge's capitals in mm at this text size: 5.0, 6.6, 8.6. Other text scales
    /// with it.
    Q_PROPERTY(double capitalMm READ capitalMm NOTIFY textSizeChanged FINAL)

public:
    enum class Language { Indonesian, English };
    Q_ENUM(Language)
    enum class TextSize { Normal, Large, Largest };
    Q_ENUM(TextSize)
    /// Standard is the theme's own; High is black on white; Dark is light on black for glare-free
    /// halls.
    enum class Contrast { Standard, High, Dark };
    Q_ENUM(Contrast)

    using QObject::QObject;

    [[nodiscard]] Language language() const { return m_language; }
    void setLanguage(Language language);
    [[nodiscard]] pledge::Language textLanguage() const;
    [[nodiscard]] TextSize textSize() const { return m_textSize; }
    void setTextSize(TextSize size);
    [[nodiscard]] double capitalMm() const;
    [[nodiscard]] Contrast contrast() const { return m_contrast; }
    void setContrast(Contrast contrast);

    void reset();

signals:
    void languageChanged();
    void textSizeChanged();
    void contrastChanged();

private:
    Language m_language = Language::Indonesian;
    TextSize m_textSize = TextSize::Normal;
    Contrast m_contrast = Contrast::Standard;
};

} // namespace ikrar::kiosk
