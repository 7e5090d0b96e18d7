#pragma once

#include "attendance/media.h"
#include "attendance/roster_changes.h"
#include "attendance/roster_file.h"
#include "kiosk/fileproblem.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// The roster from a file: chosen among those that are at hand, read and held against the store,
/// every problem by its rows, then imported whole or not at all. Reading and importing run on a
/// thread of their own.
class RosterDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.roster")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    /// Of the media, newest first: maps of `name`, `where`, `size`, `changed` (a date).
    Q_PROPERTY(QVariantList files READ files NOTIFY filesChanged FINAL)
    Q_PROPERTY(int page READ page NOTIFY filesChanged FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY filesChanged FINAL)
    Q_PROPERTY(int room READ room WRITE setRoom NOTIFY filesChanged FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    /// How it was read: `XLSX · Pegawai` (the sheet), `CSV`.
    Q_PROPERTY(QString kind READ kind NOTIFY changed FINAL)
    Q_PROPERTY(QStringList sheets READ sheets NOTIFY changed FINAL)
    Q_PROPERTY(QString sheet READ sheet NOTIFY changed FINAL)
    /// People who are read, and of them those the roster does not have, has otherwise, has so; and
    /// those of the roster whom the file does not name: they stay.
    Q_PROPERTY(int people READ people NOTIFY changed FINAL)
    Q_PROPERTY(int added READ added NOTIFY changed FINAL)
    Q_PROPERTY(int updated READ updated NOTIFY changed FINAL)
    Q_PROPERTY(int unchanged READ unchanged NOTIFY changed FINAL)
    Q_PROPERTY(int absent READ absent NOTIFY changed FINAL)
    /// Rows of a person whom an earlier row has.
    Q_PROPERTY(int repeated READ repeated NOTIFY changed FINAL)
    Q_PROPERTY(int problemRows READ problemRows NOTIFY changed FINAL)
    /// What is to be mended, worst first found: maps of `rows` (`5-9, 12`) and `what`. At most 50.
    Q_PROPERTY(QVariantList complaints READ complaints NOTIFY changed FINAL)
    /// Complaints beyond those.
    Q_PROPERTY(int moreComplaints READ moreComplaints NOTIFY changed FINAL)
    /// The first people as they were understood, and what would change of known ones: maps of
    /// `name` and `what`. At most 5 and 20.
    Q_PROPERTY(QVariantList first READ first NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changed FINAL)
    /// Columns whose header says nothing that is known: `F 'Ket'`, joined; empty: none.
    Q_PROPERTY(QString unknownColumns READ unknownColumns NOTIFY changed FINAL)
    /// What is wrong with the whole file, one sentence; else `problem` tells.
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(ikrar::kiosk::fileproblem::Kind problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool mayImport READ mayImport NOTIFY changed FINAL)
    /// 0 to 1, of reading or importing.
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL)

public:
    enum class Stage { Choosing, Reading, Preview, Refused, Importing, Done, Failed };
    Q_ENUM(Stage)

    explicit RosterDesk(const Preferences& preferences, QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    /// Looks for files there.
    void look(std::vector<base::Path> folders);
    /// The file in this row of the page.
    Q_INVOKABLE void choose(int row);
    void read(const base::Path& file);
    Q_INVOKABLE void chooseSheet(const QString& sheet);
    Q_INVOKABLE void importPeople();
    /// Back to the files.
    Q_INVOKABLE void again();
    Q_INVOKABLE void turn(int pages);
    /// Forgets what was read; an import goes on to its end.
    void clear();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool busy() const
    {
        return m_stage == Stage::Reading || m_stage == Stage::Importing;
    }
    [[nodiscard]] QVariantList files() const;
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] int room() const { return m_room; }
    void setRoom(int room);
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QStringList sheets() const;
    [[nodiscard]] QString sheet() const;
    [[nodiscard]] int people() const;
    [[nodiscard]] int added() const { return static_cast<int>(m_counts.added); }
    [[nodiscard]] int updated() const { return static_cast<int>(m_counts.updated); }
    [[nodiscard]] int unchanged() const { return static_cast<int>(m_counts.unchanged); }
    [[nodiscard]] int absent() const { return static_cast<int>(m_read.changes.absent); }
    [[nodiscard]] int repeated() const { return static_cast<int>(m_read.import.repeatedRows); }
    [[nodiscard]] int problemRows() const { return static_cast<int>(m_read.import.problemRows); }
    [[nodiscard]] QVariantList complaints() const;
    [[nodiscard]] int moreComplaints() const;
    [[nodiscard]] QVariantList first() const;
    [[nodiscard]] QVariantList changes() const;
    [[nodiscard]] QString unknownColumns() const;
    [[nodiscard]] QString refusal() const { return m_refusal; }
    [[nodiscard]] fileproblem::Kind problem() const { return m_problem; }
    [[nodiscard]] bool mayImport() const;
    [[nodiscard]] double progress() const { return m_progress; }

signals:
    void changed();
    void filesChanged();
    void progressed();
    /// The roster is another one.
    void imported();

private:
    /// A file as it was read, and what its import would change.
    struct Reading {
        attendance::RosterImport import;
        attendance::RosterChanges changes;
    };
    [[nodiscard]] static Result<Reading> readFile(
        ledger::Ledger& ledger, const base::Path& file, const attendance::RosterOptions& options);
    void show(Stage stage);
    [[nodiscard]] bool isWorkbook() const;
    void take(Result<Reading> read);
    void fail(const Error& error);
    /// Called on any thread, with what is done of all there is to do.
    [[nodiscard]] std::function<void(std::uint64_t, std::uint64_t)> progressTeller();

    const Preferences& m_preferences;
    LedgerStore* m_store = nullptr;
    Stage m_stage = Stage::Choosing;
    std::vector<attendance::Candidate> m_files;
    std::vector<base::Path> m_folders;
    int m_page = 0;
    int m_room = 6;
    int m_round = 0; ///< of readings, so that one that was left does not come back
    base::Path m_file;
    std::string m_sheet; ///< asked for
    Reading m_read;
    ledger::Roster::Change m_counts; ///< expected, then done
    QString m_refusal;
    fileproblem::Kind m_problem{};
    double m_progress = 0;
};

} // namespace ikrar::kiosk
