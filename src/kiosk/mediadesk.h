#pragma once

#include "attendance/media.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace ikrar::kiosk {

/// The places that files come from and go to: what is plugged in, and one folder of this machine.
/// Looked for again every two seconds, so that a stick appears as it is plugged in.
class MediaDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.media")
    /// Maps of `name`, `where` (its path), `free` (`3,9 GB`), `carried`, `readOnly`.
    Q_PROPERTY(QVariantList media READ media NOTIFY changed FINAL)
    /// Place in `media`; -1 where nothing is there to choose.
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)

public:
    /// `folder` is the machine's own.
    MediaDesk(const Preferences& preferences, base::Path folder, QObject* parent = nullptr);

    Q_INVOKABLE void choose(int place);
    /// What is there now. The one chosen stays so while it is there; else the first that can be
    /// written to.
    Q_INVOKABLE void look();
    /// Steady time that passed.
    void advance(std::chrono::milliseconds elapsed);

    [[nodiscard]] QVariantList media() const;
    [[nodiscard]] int chosen() const { return m_chosen; }
    /// Empty where nothing is chosen.
    [[nodiscard]] base::Path folder() const;
    [[nodiscard]] std::vector<base::Path> folders() const;

signals:
    void changed();

private:
    const Preferences& m_preferences;
    base::Path m_own;
    std::vector<attendance::Medium> m_media;
    int m_chosen = -1;
    std::chrono::milliseconds m_since{0};
};

/// `3,9 GB`, `3.9 GB` in English: decimal units, as sticks are sold by.
[[nodiscard]] QString sizeText(std::uint64_t bytes, pledge::Language language);

} // namespace ikrar::kiosk
