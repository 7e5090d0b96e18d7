#pragma once

#include "base/file.h"
#include "kiosk/ceremonyfacts.h"
#include "kiosk/fileproblem.h"
#include "kiosk/preferences.h"
#include "pledge/ceremony_check.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <set>

namespace ikrar::kiosk {

/// A ceremony file as a form: begun from a template, from the ceremony of this log, or from a file;
/// every problem stands at its field; written as TOML once there is none. A file that a log was
/// opened from is frozen: it can only be copied as a new one. What the form does not show is left
/// as the file has it.
///
/// Fields are named as pledge::ceremonyField does. Whoever changes an Indonesian text drops its
/// English one, which would say something else.
class CeremonyEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.editor")
    /// Another number after each change: bindings on `text`, `problem` and `count` name it.
    Q_PROPERTY(int revision READ revision NOTIFY changed FINAL)
    Q_PROPERTY(bool begun READ begun NOTIFY changed FINAL)
    /// A log was opened from this file.
    Q_PROPERTY(bool frozen READ frozen NOTIFY changed FINAL)
    /// SHA-256 of the file as it is saved or frozen, in groups; empty while it is not saved.
    Q_PROPERTY(QString hash READ hash NOTIFY changed FINAL)
    /// Where it was saved, or will be; empty: by its id, in the folder for files.
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(ikrar::kiosk::fileproblem::Kind saveProblem READ saveProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool mayUndo READ mayUndo NOTIFY changed FINAL)
    Q_PROPERTY(int problems READ problems NOTIFY changed FINAL)
    Q_PROPERTY(Part part READ part WRITE setPart NOTIFY changed FINAL)
    /// The first part that has a problem; the part shown, where none has.
    Q_PROPERTY(Part firstProblem READ firstProblem NOTIFY changed FINAL)
    /// Titles to begin from; the last is an empty ceremony's, and empty.
    Q_PROPERTY(QStringList templates READ templates CONSTANT FINAL)
    /// As the signer will see it.
    Q_PROPERTY(ikrar::kiosk::CeremonyFacts* preview READ preview CONSTANT FINAL)
    Q_PROPERTY(bool activity READ activity WRITE setActivity NOTIFY changed FINAL)
    /// 0 WIB, 1 WITA, 2 WIT; -1 not chosen.
    Q_PROPERTY(int zone READ zone WRITE setZone NOTIFY changed FINAL)
    /// Maps of `name` and `on`.
    Q_PROPERTY(QVariantList categories READ categories NOTIFY changed FINAL)
    // Units, searched for by words of their names and shown a page at a time.
    Q_PROPERTY(QString unitSearch READ unitSearch WRITE setUnitSearch NOTIFY changed FINAL)
    Q_PROPERTY(int unitRoom READ unitRoom WRITE setUnitRoom NOTIFY changed FINAL)
    Q_PROPERTY(int unitPage READ unitPage NOTIFY changed FINAL)
    Q_PROPERTY(int unitPages READ unitPages NOTIFY changed FINAL)
    /// Maps of `place` (in the list), `name`, `above` (the name of the unit above), `wrong`.
    Q_PROPERTY(QVariantList units READ units NOTIFY changed FINAL)
    /// Place of the unit that is edited; -1: none.
    Q_PROPERTY(int unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QString unitAbove READ unitAbove NOTIFY changed FINAL)

public:
    enum class Part { Main, Pledge, Sessions, Units, People, Basis };
    Q_ENUM(Part)

    /// `files` is borrowed; `data` is the store's directory, `saveTo` where new files go.
    CeremonyEditor(const Preferences& preferences, base::FileSystem& files, base::Path data,
        base::Path saveTo, QObject* parent = nullptr);

    /// A template is chosen next.
    void begin();
    Q_INVOKABLE void useTemplate(int place);
    /// A new one, as this: without its id, dates and times.
    void copyOf(const pledge::Ceremony& ceremony);
    Q_INVOKABLE void copyAsNew();
    /// The file, or a new one that will be it. Errors: those of readFile and parseCeremony, but for
    /// a file that is not there.
    [[nodiscard]] Result<void> openFile(const base::Path& file);

    [[nodiscard]] Q_INVOKABLE QString text(const QString& field) const;
    /// Dates as 18-09-2023, times as 08.30: what is none stays as it was typed, with its problem.
    Q_INVOKABLE void setText(const QString& field, const QString& typed);
    /// Empty where there is none.
    [[nodiscard]] Q_INVOKABLE QString problem(const QString& field) const;
    [[nodiscard]] Q_INVOKABLE int problemsIn(ikrar::kiosk::CeremonyEditor::Part part) const;
    [[nodiscard]] Q_INVOKABLE int count(const QString& list) const;
    Q_INVOKABLE void add(const QString& list);
    Q_INVOKABLE void remove(const QString& list, int place);
    /// Puts the clauses of a pasted text in place of those there, and its opening where it has one.
    Q_INVOKABLE void pastePledge(const QString& pasted);
    Q_INVOKABLE void toggleCategory(int place);
    Q_INVOKABLE void chooseUnit(int place);
    /// Below the unit that is edited, else at the root: one, or one a line of `names`.
    Q_INVOKABLE void addUnits(const QString& names);
    Q_INVOKABLE void turnUnits(int pages);
    Q_INVOKABLE void undo();
    /// Durable when `saved` is true afterwards.
    Q_INVOKABLE void save();

    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] bool begun() const { return m_begun; }
    [[nodiscard]] bool frozen() const { return m_frozen; }
    [[nodiscard]] QString hash() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] base::Path file() const { return m_path; }
    [[nodiscard]] bool saved() const { return m_saved; }
    [[nodiscard]] fileproblem::Kind saveProblem() const { return m_saveProblem; }
    [[nodiscard]] bool mayUndo() const { return !m_history.empty(); }
    [[nodiscard]] int problems() const { return static_cast<int>(m_problems.size()); }
    [[nodiscard]] Part part() const { return m_part; }
    void setPart(Part part);
    [[nodiscard]] Part firstProblem() const;
    [[nodiscard]] QStringList templates() const { return m_templates; }
    [[nodiscard]] CeremonyFacts* preview() { return &m_preview; }
    [[nodiscard]] const pledge::Ceremony& ceremony() const { return m_draft; }
    [[nodiscard]] bool activity() const { return m_draft.activity; }
    void setActivity(bool activity);
    [[nodiscard]] int zone() const;
    void setZone(int zone);
    [[nodiscard]] QVariantList categories() const;
    [[nodiscard]] QString unitSearch() const { return m_unitSearch; }
    void setUnitSearch(const QString& typed);
    [[nodiscard]] int unitRoom() const { return m_unitRoom; }
    void setUnitRoom(int room);
    [[nodiscard]] int unitPage() const { return m_unitPage; }
    [[nodiscard]] int unitPages() const;
    [[nodiscard]] QVariantList units() const;
    [[nodiscard]] int unit() const { return m_unit; }
    [[nodiscard]] QString unitAbove() const;

signals:
    void changed();

private:
    void take(pledge::Ceremony ceremony);
    /// Remembers what stands now, before a change to `what`; two changes in a row to one text are
    /// one.
    void remember(const std::string& what);
    void edited();
    void check();
    void findUnits();
    void nameUnit(std::size_t place);
    void insertUnit(const std::string& name);
    [[nodiscard]] std::string freeUnitId(const std::string& wanted) const;
    [[nodiscard]] std::size_t endOfUnit(std::size_t place) const;
    [[nodiscard]] bool isFrozen(BytesView bytes) const;
    [[nodiscard]] base::Path freePath() const;
    [[nodiscard]] static Part partOf(const std::string& field);

    const Preferences& m_preferences;
    base::FileSystem& m_files;
    base::Path m_data;
    base::Path m_saveTo;
    CeremonyFacts m_preview;
    QStringList m_templates;
    pledge::Ceremony m_draft;
    std::vector<pledge::Ceremony> m_history; ///< oldest first
    std::string m_lastChange;
    std::vector<pledge::CeremonyProblem> m_problems;
    std::set<std::string> m_newUnits; ///< ids that still follow their unit's name
    int m_revision = 0;
    bool m_begun = false;
    bool m_frozen = false;
    bool m_saved = false;
    base::Path m_path;
    crypto::Hash m_hash;
    fileproblem::Kind m_saveProblem{};
    Part m_part = Part::Main;
    QString m_unitSearch;
    std::vector<std::size_t> m_foundUnits;
    int m_unitRoom = 6;
    int m_unitPage = 0;
    int m_unit = -1;
};

} // namespace ikrar::kiosk
