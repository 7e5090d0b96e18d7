#pragma once

#include "base/clock.h"
#include "kiosk/bundleview.h"
#include "kiosk/evidence.h"
#include "kiosk/headview.h"
#include "kiosk/personmatch.h"
#include "kiosk/preferences.h"
#include "kiosk/scannerkeys.h"
#include "kiosk/screenmetrics.h"
#include "kiosk/signerview.h"
#include "kiosk/verdictview.h"

#include <QImage>
#include <QObject>
#include <QThread>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <chrono>
#include <memory>
#include <unordered_map>

namespace ikrar::kiosk {

/// All that the auditor's screens bind to. Receipts come from the camera, a scanner that types,
/// dropped files and pasted text; each is checked in a thread of its own and its verdict shown at
/// once, until the next comes. With a bundle open, the person behind the receipt comes with it;
/// that is forgotten when the bundle is closed, or nobody is there for ten minutes. Nothing is sent
/// anywhere, and nothing but the evidence of a rewritten log is written.
class Auditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in main")
    Q_PROPERTY(ikrar::kiosk::Preferences* preferences READ preferences CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ScreenMetrics* metrics READ metrics CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::VerdictView* verdict READ verdict CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::HeadView* head READ head CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PersonMatch* person READ person CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::BundleView* bundle READ bundle CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::SignerView* signer READ signer CONSTANT FINAL)
    /// Names of the ZIP files that were found on media that people carry, by `findBundles`.
    Q_PROPERTY(QStringList bundlesFound READ bundlesFound NOTIFY bundlesFoundChanged FINAL)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    /// Why the evidence could not be read; technical, in English.
    Q_PROPERTY(QString failure READ failure NOTIFY evidenceChanged FINAL)
    /// First 16 digits of the policy's SHA-256 in groups, to hold against a printed one.
    Q_PROPERTY(QString policyHash READ policyHash NOTIFY evidenceChanged FINAL)
    /// Whoever made the log could have made the policy too: it lies inside the copy.
    Q_PROPERTY(bool policyInLog READ policyInLog NOTIFY evidenceChanged FINAL)
    /// Entries of the copy of the log; empty where none was given.
    Q_PROPERTY(QString logSize READ logSize NOTIFY evidenceChanged FINAL)
    Q_PROPERTY(bool cameraRuns READ cameraRuns NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QImage picture READ picture NOTIFY pictureChanged FINAL)
    /// Receipts of this session by their tone, each counted once; and how often one was shown
    /// again.
    Q_PROPERTY(int good READ good NOTIFY tallyChanged FINAL)
    Q_PROPERTY(int caution READ caution NOTIFY tallyChanged FINAL)
    Q_PROPERTY(int bad READ bad NOTIFY tallyChanged FINAL)
    Q_PROPERTY(int unread READ unread NOTIFY tallyChanged FINAL)
    Q_PROPERTY(int again READ again NOTIFY tallyChanged FINAL)

public:
    enum class Page {
        Opening, ///< the evidence is being read
        Failed, ///< it cannot be used: `failure`
        Waiting, ///< nothing was shown yet
        Verdict,
        Head,
        Person,
        Bundle, ///< to choose one, and what the audit of it came to
    };
    Q_ENUM(Page)

    /// `clock` is borrowed and outlives the auditor. A rewritten pair is saved below `saveTo`.
    Auditor(const base::Clock& clock, base::Path saveTo, QObject* parent = nullptr);
    ~Auditor() override;
    Auditor(const Auditor&) = delete;
    Auditor& operator=(const Auditor&) = delete;
    Auditor(Auditor&&) = delete;
    Auditor& operator=(Auditor&&) = delete;

    /// Reads the evidence in the background; `evidenceChanged` follows.
    void open(EvidenceFiles files);
    /// Audits a bundle in the background, in place of what is open; receipts are judged meanwhile.
    void openBundle(const base::Path& path);
    /// The ZIP files in these directories, as attendance::candidatesIn has them;
    /// `bundlesFoundChanged` follows.
    void findBundlesIn(std::vector<base::Path> directories);
    /// A frame was looked at: what it held (may be empty) and what to show.
    void seen(const QString& text, const QImage& picture);
    void setCameraRuns(bool runs);
    /// Keys that no field takes, of a scanner that types: a receipt ends with Enter or a pause.
    void watchKeys(QObject* window);
    /// Steady time that passed; a few times a second.
    void advance(std::chrono::milliseconds elapsed);

    /// A receipt, or a log's head, as text.
    Q_INVOKABLE void check(const QString& text);
    Q_INVOKABLE void checkFiles(const QList<QUrl>& files);
    /// *Berkas bukti*: to its page, where nothing is open yet to what can be opened.
    Q_INVOKABLE void showBundle();
    /// Looks again for bundles on media that people carry.
    Q_INVOKABLE void findBundles();
    Q_INVOKABLE void openFound(int index);
    /// The passphrase that was typed.
    Q_INVOKABLE void unsealBundle();
    /// *Tutup berkas*: all that it holds of people is forgotten.
    Q_INVOKABLE void closeBundle();
    Q_INVOKABLE void paste();
    Q_INVOKABLE void askPerson();
    Q_INVOKABLE void answerPerson();
    Q_INVOKABLE void back();

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] ScreenMetrics* metrics() { return &m_metrics; }
    [[nodiscard]] VerdictView* verdict() { return &m_verdict; }
    [[nodiscard]] HeadView* head() { return &m_head; }
    [[nodiscard]] PersonMatch* person() { return &m_person; }
    [[nodiscard]] BundleView* bundle() { return &m_bundle; }
    [[nodiscard]] SignerView* signer() { return &m_signer; }
    [[nodiscard]] QStringList bundlesFound() const;
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] QString policyHash() const;
    [[nodiscard]] bool policyInLog() const;
    [[nodiscard]] QString logSize() const;
    [[nodiscard]] bool cameraRuns() const { return m_cameraRuns; }
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] int good() const { return m_tally[0]; }
    [[nodiscard]] int caution() const { return m_tally[1]; }
    [[nodiscard]] int bad() const { return m_tally[2]; }
    [[nodiscard]] int unread() const { return m_tally[3]; }
    [[nodiscard]] int again() const { return m_again; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void pageChanged();
    void evidenceChanged();
    void cameraChanged();
    void pictureChanged();
    void tallyChanged();
    void bundlesFoundChanged();
    /// A verdict came on the screen.
    void judged(ikrar::kiosk::VerdictView::Tone tone);

private:
    /// Runs `work` in the thread of a worker, then `done` with what it returned here.
    template <typename Work, typename Done>
    void behind(QObject& worker, Work work, Done done);
    template <typename Work, typename Done>
    void behind(Work work, Done done);
    void show(Page page);
    void show(const receipt::Finding& finding);
    void nameSigner(const receipt::Finding& finding);
    void readBundle(std::string passphrase);
    void takeBundle(const BundleOutcome& outcome);
    [[nodiscard]] bool typesPassphrase() const;

    const base::Clock& m_clock;
    base::Path m_saveTo;
    Preferences m_preferences;
    ScreenMetrics m_metrics;
    VerdictView m_verdict;
    HeadView m_head;
    PersonMatch m_person;
    BundleView m_bundle;
    SignerView m_signer;
    Page m_page = Page::Opening;
    std::shared_ptr<const Evidence> m_plain; ///< as it was read, without a bundle
    std::shared_ptr<const Evidence> m_evidence;
    base::Path m_bundlePath;
    int m_reading = 0; ///< what an earlier opening comes to is dropped
    int m_shown = 0; ///< ink that was looked up for an earlier receipt is dropped
    std::chrono::milliseconds m_unused{0}; ///< since anybody did anything
    std::vector<base::Path> m_found;
    QString m_failure;
    bool m_cameraRuns = false;
    QImage m_picture;
    /// When each receipt was first checked, by its text's hash.
    std::unordered_map<std::string, std::int64_t> m_first;
    std::array<int, 4> m_tally{};
    int m_again = 0;
    /// What the camera holds: as long as it is in view, or was a moment ago, it is not checked
    /// again.
    QString m_inView;
    std::chrono::milliseconds m_outOfView{0};
    ScannerKeys m_scanner;
    // Last, so that the threads have ended before what they call back into is gone.
    QObject m_worker;
    QThread m_thread;
    QObject m_bundleWorker; ///< apart: a bundle takes long, a receipt waits for nothing
    QThread m_bundleThread;
};

} // namespace ikrar::kiosk
