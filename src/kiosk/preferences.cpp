#include "kiosk/preferences.h"

namespace ikrar::kiosk {

void Preferences::setLanguage(Language language)
{
    if (m_language != language) {
        m_language = language;
        emit languageChanged();
    }
}

pledge::Language Preferences::textLanguage() const
{
    return m_language == Language::English ? pledge::Language::English
                                           : pledge::Language::Indonesian;
}

void Preferences::setTextSize(TextSize size)
{
    if (m_textSize != size) {
        m_textSize = size;
        emit textSizeChanged();
    }
}

double Preferences::capitalMm() const
{
    switch (m_textSize) {
    case TextSize::Large:
        return 6.6;
    case TextSize::Largest:
        return 8.6;
    case TextSize::Normal:
        break;
    }
    return 5.0;
}

void Preferences::setContrast(Contrast contrast)
{
    if (m_contrast != contrast) {
        m_contrast = contrast;
        emit contrastChanged();
    }
}

void Preferences::reset()
{
    setLanguage(Language::Indonesian);
    setTextSize(TextSize::Normal);
    setContrast(Contrast::Standard);
}

} // namespace ikrar::kiosk
