#pragma once

#include "attendance/hand_over.h"
#include "attendance/stoppable_files.h"
#include "kiosk/fileproblem.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// What an organizer takes away: a list, a paper, a bundle, cards or sheets, to a medium. Made by a
/// thread of its own from a moment of the store, while others go on signing; stopped at a touch. A
/// bundle may be sealed: its passphrase is made and shown before anything is written, and the file
/// is written only once somebody has typed a part of it from what they wrote down.
class ExportDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.exports")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(Document document READ document NOTIFY changed FINAL)
    /// Of a bundle.
    Q_PROPERTY(bool sealed READ sealed WRITE setSealed NOTIFY changed FINAL)
    /// F4 (215 x 330 mm) rather than A4, of papers and the workbook.
    Q_PROPERTY(bool folio READ folio WRITE setFolio NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPaper READ hasPaper NOTIFY changed FINAL)
    /// Of a berita acara; one incident a line.
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed FINAL)
    /// Of cards and sheets: number of the session, and how many the ceremony has.
    Q_PROPERTY(int session READ session WRITE setSession NOTIFY changed FINAL)
    Q_PROPERTY(QStringList sessions READ sessions NOTIFY changed FINAL)
    /// Blank sheets.
    Q_PROPERTY(int sheets READ sheets WRITE setSheets NOTIFY changed FINAL)
    /// 0 to 1, while it is written.
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL)
    /// Of a sealed bundle, while it is shown; groups of four.
    Q_PROPERTY(QString passphrase READ passphrase NOTIFY changed FINAL)
    /// Which group is to be typed, from 1; and whether what was typed is another.
    Q_PROPERTY(int askedGroup READ askedGroup NOTIFY changed FINAL)
    Q_PROPERTY(bool mistyped READ mistyped NOTIFY changed FINAL)
    Q_PROPERTY(ikrar::kiosk::fileproblem::Kind problem READ problem NOTIFY changed FINAL)
    // What was written.
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    Q_PROPERTY(QString folder READ folder NOTIFY changed FINAL)
    Q_PROPERTY(QString size READ size NOTIFY changed FINAL)
    Q_PROPERTY(QString digest READ digest NOTIFY changed FINAL) ///< SHA-256 in groups
    Q_PROPERTY(int rows READ rows NOTIFY changed FINAL)
    /// All of it is on a medium that may be pulled out now: *aman dicabut*.
    Q_PROPERTY(bool carried READ carried NOTIFY changed FINAL)
    /// The store could not note where the file went: no erasure will name it.
    Q_PROPERTY(bool unremembered READ unremembered NOTIFY changed FINAL)
    /// A bundle of a log that is not closed: names and units are not sealed yet.
    Q_PROPERTY(bool early READ early NOTIFY changed FINAL)

public:
    enum class Stage { Choosing, Passphrase, Confirming, Writing, Done, Failed };
    Q_ENUM(Stage)
    /// attendance::Document, in its order.
    enum class Document {
        Workbook,
        List,
        Json,
        AttendanceSheet,
        OfficialRecord,
        Bundle,
        PublicBundle,
        InvitationCards,
        SignatureSheets,
        BlankSheets,
    };
    Q_ENUM(Document)

    /// `files` is borrowed.
    ExportDesk(const Preferences& preferences, base::FileSystem& files, QObject* parent = nullptr);
    ~ExportDesk() override;
    ExportDesk(const ExportDesk&) = delete;
    ExportDesk& operator=(const ExportDesk&) = delete;
    ExportDesk(ExportDesk&&) = delete;
    ExportDesk& operator=(ExportDesk&&) = delete;

    /// Borrowed.
    void setStore(LedgerStore* store);

    Q_INVOKABLE void choose(ikrar::kiosk::ExportDesk::Document document);
    /// To `folder`; a sealed bundle shows its passphrase first.
    void start(const base::Path& folder);
    /// The passphrase was written down.
    Q_INVOKABLE void wroteDown();
    /// Shows it again.
    Q_INVOKABLE void showAgain();
    /// The group that is asked for, as typed.
    Q_INVOKABLE void confirm(const QString& typed);
    /// Stops what is written, forgets the passphrase, and goes back to choosing.
    Q_INVOKABLE void cancel();
    /// Forgets all that was chosen and written; what is being written goes on to its end.
    void clear();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool busy() const { return m_stage == Stage::Writing; }
    [[nodiscard]] Document document() const { return m_document; }
    [[nodiscard]] bool sealed() const { return m_sealed; }
    void setSealed(bool sealed);
    [[nodiscard]] bool folio() const { return m_folio; }
    void setFolio(bool folio);
    [[nodiscard]] bool hasPaper() const;
    [[nodiscard]] QString number() const { return m_number; }
    void setNumber(const QString& number);
    [[nodiscard]] int session() const { return m_session; }
    void setSession(int session);
    [[nodiscard]] QStringList sessions() const;
    [[nodiscard]] int sheets() const { return m_sheets; }
    void setSheets(int sheets);
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString passphrase() const;
    [[nodiscard]] int askedGroup() const { return m_askedGroup; }
    [[nodiscard]] bool mistyped() const { return m_mistyped; }
    [[nodiscard]] fileproblem::Kind problem() const { return m_problem; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString size() const;
    [[nodiscard]] QString digest() const;
    [[nodiscard]] int rows() const { return static_cast<int>(m_written.rows); }
    [[nodiscard]] bool unremembered() const { return !m_written.remembered; }
    [[nodiscard]] bool carried() const { return m_written.file.carried; }
    [[nodiscard]] bool early() const { return !m_written.closed; }

signals:
    void changed();
    void progressed();

private:
    void show(Stage stage);
    void forgetPassphrase();
    void write();
    void tellProgress(double share);
    void finished(const Result<attendance::HandedOver>& done);
    [[nodiscard]] attendance::HandOver wanted() const;

    const Preferences& m_preferences;
    base::FileSystem& m_files;
    LedgerStore* m_store = nullptr;
    std::shared_ptr<attendance::StoppableFiles> m_stoppable; ///< of what is written now
    Stage m_stage = Stage::Choosing;
    Document m_document = Document::Workbook;
    bool m_sealed = true;
    bool m_folio = false;
    QString m_number;
    int m_session = 1;
    int m_sheets = 5;
    double m_progress = 0;
    std::string m_passphrase;
    int m_askedGroup = 0;
    bool m_mistyped = false;
    base::Path m_folder;
    fileproblem::Kind m_problem{};
    attendance::HandedOver m_written;
};

} // namespace ikrar::kiosk
