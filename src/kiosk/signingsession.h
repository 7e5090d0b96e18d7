#pragma once

#include "kiosk/assistanceform.h"
#include "kiosk/identityinput.h"
#include "kiosk/idlewatch.h"
#include "kiosk/inkstrokes.h"
#include "kiosk/invitationscan.h"
#include "kiosk/logsummary.h"
#include "kiosk/personsearch.h"
#include "kiosk/receiptview.h"
#include "kiosk/scannerkeys.h"
#include "kiosk/storestate.h"
#include "kiosk/walkinform.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// One signer's way from welcome to receipt. A page shows what `page` says and calls the verbs
/// below; every decision is here. A verb that does not belong to the present page does nothing.
///
///     Welcome --start--> WhoAreYou --number, search, form, card--> IsThisYou --confirmPerson-->
///     Pledge
///     --acceptPledge--> Sign --finishInk--> Confirm --declare--> Receipt --finish--> Welcome
class SigningSession : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("kiosk.session")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    /// Why the last signer's way ended early, for a line on the welcome page; cleared by `start`.
    Q_PROPERTY(Notice notice READ notice NOTIFY pageChanged FINAL)
    /// A session is open and the store signs: `start` leads on.
    Q_PROPERTY(bool canStart READ canStart NOTIFY canStartChanged FINAL)

    // Pages WhoAreYou, Search, WalkIn, Assistance.
    Q_PROPERTY(ikrar::kiosk::IdentityInput* identity READ identity CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::InvitationScan* invitation READ invitation CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PersonSearch* search READ search CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::WalkInForm* walkIn READ walkIn CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::AssistanceForm* assistance READ assistance CONSTANT FINAL)

    // The person, from IsThisYou on; empty before.
    Q_PROPERTY(QString personName READ personName NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personUnit READ personUnit NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personPost READ personPost NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personCategory READ personCategory NOTIFY personChanged FINAL)
    /// `NIP`, `NIK`, ...; empty where there is no number.
    Q_PROPERTY(QString personNumberKind READ personNumberKind NOTIFY personChanged FINAL)
    /// Its middle hidden.
    Q_PROPERTY(QString personNumber READ personNumber NOTIFY personChanged FINAL)
    /// Marked *belum diverifikasi*.
    Q_PROPERTY(bool personIsWalkIn READ personIsWalkIn NOTIFY personChanged FINAL)
    /// What is unusual in the number of somebody who is not on the roster, as a request to look
    /// again; empty where nothing is, or where the clock cannot tell.
    Q_PROPERTY(QString personDoubt READ personDoubt NOTIFY personChanged FINAL)
    Q_PROPERTY(bool assisted READ assisted NOTIFY assistedChanged FINAL)

    /// The pledge's end was on the screen: acceptPledge leads on.
    Q_PROPERTY(bool pledgeRead READ pledgeRead NOTIFY pledgeReadChanged FINAL)
    /// The ink may be a thumb mark instead of a signature.
    Q_PROPERTY(bool thumbMark READ thumbMark NOTIFY assistedChanged FINAL)

    Q_PROPERTY(ikrar::kiosk::InkStrokes* ink READ ink CONSTANT FINAL)
    /// The ink is blank or trivial and the signer is asked once, on page Sign; `finishInk` again
    /// accepts it.
    Q_PROPERTY(InkQuestion inkQuestion READ inkQuestion NOTIFY inkQuestionChanged FINAL)
    /// The declaration is being committed.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    /// Fresh on page Receipt, a copy on page AlreadySigned.
    Q_PROPERTY(ikrar::kiosk::ReceiptView* receipt READ receipt CONSTANT FINAL)
    /// On page LogSummary.
    Q_PROPERTY(ikrar::kiosk::LogSummary* logSummary READ logSummary CONSTANT FINAL)
    /// `showLog` leads there.
    Q_PROPERTY(bool canShowLog READ canShowLog NOTIFY canShowLogChanged FINAL)
    Q_PROPERTY(ikrar::kiosk::IdleWatch* idle READ idle CONSTANT FINAL)

public:
    enum class Page {
        Welcome,
        WhoAreYou, ///< keypad
        Search, ///< by name
        NotListed, ///< a good number that the roster does not hold: try again, or walk in
        WalkIn,
        Assistance,
        IsThisYou,
        AlreadySigned,
        Pledge,
        Sign,
        Confirm,
        Receipt,
        LogSummary, ///< for an auditor, from Welcome or Stopped and back there
        Stopped, ///< kiosk.state.stop says why; the way goes on from where it was when it is mended
                 ///< in time
    };
    Q_ENUM(Page)
    enum class Notice {
        None,
        TimedOut,
        SessionEnded, ///< the session was ended while the signer was at it
    };
    Q_ENUM(Notice)
    enum class InkQuestion { None, Blank, Trivial };
    Q_ENUM(InkQuestion)

    /// All borrowed, and outliving this object.
    SigningSession(Preferences& preferences, StoreState& state, QObject* parent = nullptr);

    /// Borrowed; null while there is none.
    void setStore(Store* store);

    /// *Mulai*.
    Q_INVOKABLE void start();
    /// Between the keypad and the search by name.
    Q_INVOKABLE void useSearch();
    Q_INVOKABLE void useNumber();
    /// *Tidak terdaftar* of Search, *isi data diri* of NotListed.
    Q_INVOKABLE void useWalkIn();
    /// *Dibantu petugas*, from Welcome to Pledge; comes back to the same page (WhoAreYou from
    /// Welcome) when the form is submitted or left by `back`.
    Q_INVOKABLE void askAssistance();
    /// *Ya, ini saya*.
    Q_INVOKABLE void confirmPerson();
    /// How much of the pledge the screen shows: all of it (`fits`), or a part, which may be its
    /// end. Told whenever it changes; the end stays seen until another person comes.
    Q_INVOKABLE void showPledge(bool fits, bool end);
    /// *Lanjut* under the pledge, once it is read.
    Q_INVOKABLE void acceptPledge();
    /// *Lanjut* under the ink.
    Q_INVOKABLE void finishInk();
    /// Signs again instead of answering the question: clears the ink.
    Q_INVOKABLE void redoInk();
    /// *Saya berikrar*.
    Q_INVOKABLE void declare();
    /// *Ringkasan log*, on Welcome and on Stopped, where the store can be read.
    Q_INVOKABLE void showLog();
    /// *Selesai*, on Receipt, AlreadySigned and LogSummary.
    Q_INVOKABLE void finish();
    /// One page back; what was typed and drawn stays. *Bukan saya* on IsThisYou.
    Q_INVOKABLE void back();
    /// *Batal*: wipes everything unsent, back to Welcome.
    Q_INVOKABLE void cancel();

    /// A key that the window got. True where it is a scanner's, and no page is to have it: a card
    /// scanned on Welcome or WhoAreYou is taken as one before the camera is, and what is scanned
    /// where nobody types is swallowed, so that its Enter presses no button.
    [[nodiscard]] bool takeKey(const QKeyEvent& key);

    /// Steady time that passed since the last call.
    void advance(std::chrono::milliseconds elapsed);

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] Notice notice() const { return m_notice; }
    [[nodiscard]] bool canStart() const;
    [[nodiscard]] IdentityInput* identity() { return &m_identity; }
    [[nodiscard]] InvitationScan* invitation() { return &m_invitation; }
    [[nodiscard]] PersonSearch* search() { return &m_search; }
    [[nodiscard]] WalkInForm* walkIn() { return &m_walkIn; }
    [[nodiscard]] AssistanceForm* assistance() { return &m_assistance; }
    [[nodiscard]] QString personName() const;
    [[nodiscard]] QString personUnit() const;
    [[nodiscard]] QString personPost() const;
    [[nodiscard]] QString personCategory() const;
    [[nodiscard]] QString personNumberKind() const;
    [[nodiscard]] QString personNumber() const;
    [[nodiscard]] bool personIsWalkIn() const { return m_personIsWalkIn; }
    [[nodiscard]] QString personDoubt() const;
    [[nodiscard]] bool assisted() const { return m_assisted; }
    [[nodiscard]] bool pledgeRead() const { return m_pledgeFits || m_pledgeEndSeen; }
    [[nodiscard]] bool thumbMark() const { return m_assisted && m_assistance.thumbMark(); }
    [[nodiscard]] InkStrokes* ink() { return &m_ink; }
    [[nodiscard]] InkQuestion inkQuestion() const { return m_inkQuestion; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] ReceiptView* receipt() { return &m_receipt; }
    [[nodiscard]] LogSummary* logSummary() { return &m_logSummary; }
    [[nodiscard]] bool canShowLog() const;
    [[nodiscard]] IdleWatch* idle() { return &m_idle; }

signals:
    void pageChanged();
    void canStartChanged();
    void canShowLogChanged();
    void personChanged();
    void assistedChanged();
    void pledgeReadChanged();
    void inkQuestionChanged();
    void busyChanged();

private:
    void go(Page page);
    void wipe(Notice notice);
    void watchIdle();
    void holdIdle();
    void leaveIdle();
    void identify(const pledge::Identity& identity);
    void takeInvited(const pledge::Identity& identity);
    void takeScanned(const QString& text);
    [[nodiscard]] bool takeLetter(const QKeyEvent& key);
    void takeMatch(const ledger::RosterRow& person);
    void takeWalkIn(const ledger::RosterRow& person);
    void takeAssistance();
    void meet(const ledger::RosterRow& person, bool walkIn);
    [[nodiscard]] bool showCopy(const pledge::Identity& identity);
    void setPerson(std::optional<ledger::RosterRow> person, bool walkIn);
    void setAssisted(bool assisted);
    void setInkQuestion(InkQuestion question);
    void setBusy(bool busy);
    [[nodiscard]] pledge::Declaration declaration() const;
    void signedOrNot(const Result<ledger::Issued>& issued);
    void leaveLog();
    void storeChanged();
    void renewReceipt();

    Preferences& m_preferences;
    StoreState& m_state;
    Store* m_store = nullptr;
    Page m_page = Page::Welcome;
    Page m_resumeAt = Page::Welcome; ///< after Stopped
    /// Under which LogSummary was opened.
    StoreState::Stop m_logStop = StoreState::Stop::None;
    Page m_assistedFrom = Page::WhoAreYou; ///< after Assistance
    Page m_cameFrom = Page::WhoAreYou; ///< how the person was found
    Notice m_notice = Notice::None;
    IdentityInput m_identity;
    InvitationScan m_invitation;
    ScannerKeys m_scanner;
    Page m_scannedAt = Page::Welcome; ///< where its first key came
    PersonSearch m_search;
    WalkInForm m_walkIn;
    AssistanceForm m_assistance;
    std::optional<ledger::RosterRow> m_person;
    bool m_personIsWalkIn = false;
    bool m_assisted = false;
    bool m_pledgeFits = false;
    bool m_pledgeEndSeen = false;
    InkStrokes m_ink;
    InkQuestion m_inkQuestion = InkQuestion::None;
    bool m_inkAsked = false; ///< once a signer
    bool m_busy = false;
    ReceiptView m_receipt;
    LogSummary m_logSummary;
    IdleWatch m_idle;
};

} // namespace ikrar::kiosk
