#pragma once

#include "kiosk/preferences.h"
#include "pledge/ceremony.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// The ceremony as the screens show it, in the language chosen. What the ceremony file leaves empty
/// reads *belum diisi* inside a sentence, and is an empty string where it stands alone.
class CeremonyFacts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("kiosk.ceremony")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString organizer READ organizer NOTIFY changed FINAL)
    /// A kegiatan rather than an upacara: it changes one word on the welcome screen.
    Q_PROPERTY(bool activity READ activity NOTIFY changed FINAL)
    /// The welcome screen says *contoh berdasarkan berita* and gives `source`.
    Q_PROPERTY(bool example READ example NOTIFY changed FINAL)
    /// `Publisher, "Title", date` of the report an example follows.
    Q_PROPERTY(QString source READ source NOTIFY changed FINAL)
    /// Everything shown says GLADI.
    Q_PROPERTY(bool rehearsal READ rehearsal NOTIFY changed FINAL)
    /// The sentence above the clauses.
    Q_PROPERTY(QString opening READ opening NOTIFY changed FINAL)
    /// One line a clause, and the full text of the same clause at the same place.
    Q_PROPERTY(QStringList clauses READ clauses NOTIFY changed FINAL)
    Q_PROPERTY(QStringList fullClauses READ fullClauses NOTIFY changed FINAL)
    /// One sentence a legal instrument.
    Q_PROPERTY(QStringList instruments READ instruments NOTIFY changed FINAL)
    /// `name, post` each, or a post alone.
    Q_PROPERTY(QStringList leaders READ leaders NOTIFY changed FINAL)
    Q_PROPERTY(QStringList observers READ observers NOTIFY changed FINAL)
    /// Whom to call: `name, phone`; empty when the file names nobody.
    Q_PROPERTY(QString contact READ contact NOTIFY changed FINAL)
    /// SHA-256 of the ceremony file, in groups; empty while there is none.
    Q_PROPERTY(QString hash READ hash NOTIFY changed FINAL)
    /// Such as `takalar-01`, from the log's origin.
    Q_PROPERTY(QString kioskId READ kioskId NOTIFY changed FINAL)

public:
    explicit CeremonyFacts(const Preferences& preferences, QObject* parent = nullptr);

    /// `ceremony` is borrowed and outlives this object. Errors in `origin` leave `kioskId` empty.
    void show(const pledge::Ceremony& ceremony, const std::string& origin);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString organizer() const;
    [[nodiscard]] bool activity() const;
    [[nodiscard]] bool example() const;
    [[nodiscard]] QString source() const;
    [[nodiscard]] bool rehearsal() const { return m_rehearsal; }
    [[nodiscard]] QString opening() const;
    [[nodiscard]] QStringList clauses() const;
    [[nodiscard]] QStringList fullClauses() const;
    [[nodiscard]] QStringList instruments() const;
    [[nodiscard]] QStringList leaders() const;
    [[nodiscard]] QStringList observers() const;
    [[nodiscard]] QString contact() const;
    [[nodiscard]] QString hash() const;
    [[nodiscard]] QString kioskId() const { return m_kioskId; }

signals:
    void changed();

private:
    [[nodiscard]] QString text(const pledge::Text& text) const;

    const Preferences& m_preferences;
    pledge::Ceremony m_none;
    const pledge::Ceremony* m_ceremony = &m_none;
    bool m_rehearsal = false;
    QString m_kioskId;
};

} // namespace ikrar::kiosk
