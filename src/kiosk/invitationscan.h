#pragma once

#include "kiosk/store.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// An invitation card at *who are you*, before the camera or from a scanner. The camera is wanted
/// between `look` and the card that it knows, and no longer than the page is open. Whatever a code
/// holds that is no card known here becomes a `problem`, once for as long as it is in view.
class InvitationScan : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.invitation")
    /// There may be a camera to show the card to.
    Q_PROPERTY(bool hasCamera READ hasCamera NOTIFY cameraChanged FINAL)
    Q_PROPERTY(bool looking READ looking NOTIFY cameraChanged FINAL)
    Q_PROPERTY(bool cameraRuns READ cameraRuns NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QImage picture READ picture NOTIFY pictureChanged FINAL)
    Q_PROPERTY(Problem problem READ problem NOTIFY problemChanged FINAL)

public:
    enum class Problem {
        None,
        NotInvitation, ///< a receipt, or any other code
        NotKnown, ///< never issued here, revoked, or of nobody on the roster any more
    };
    Q_ENUM(Problem)

    using QObject::QObject;

    /// Borrowed; null while there is none.
    void setStore(const Store* store) { m_store = store; }
    /// The page comes and goes. With it goes every picture and problem.
    void open();
    void close();

    /// Has the camera look for a card, where there is one.
    Q_INVOKABLE void look();
    Q_INVOKABLE void stopLooking();

    /// A frame was looked at: what it held (may be empty) and what to show. Ignored unless looking.
    void seen(const QString& text, const QImage& picture);
    /// What a code holds, whatever it is; `recognised`, `failed` or a problem follows at once.
    void hold(const QString& text);
    /// The card is of somebody who is not expected any more.
    void refuse() { conclude(Problem::NotKnown); }
    void clearProblem() { conclude(Problem::None); }
    void setHasCamera(bool has);
    void setCameraRuns(bool runs);

    [[nodiscard]] bool hasCamera() const { return m_hasCamera; }
    [[nodiscard]] bool looking() const { return m_looking; }
    [[nodiscard]] bool cameraRuns() const { return m_cameraRuns; }
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] Problem problem() const { return m_problem; }

signals:
    void opened();
    void cameraChanged();
    void pictureChanged();
    void problemChanged();
    /// A code was held there: somebody is there.
    void taken();
    void recognised(const ikrar::pledge::Identity& identity);
    /// The store could not say.
    void failed(const ikrar::Error& error);

private:
    void conclude(Problem problem);

    const Store* m_store = nullptr;
    bool m_open = false;
    bool m_hasCamera = false;
    bool m_looking = false;
    bool m_cameraRuns = false;
    QImage m_picture;
    QString m_inView; ///< the last code that the camera saw
    Problem m_problem = Problem::None;
};

} // namespace ikrar::kiosk
