#include "kiosk/slipdesk.h"

#include <QDebug>

#include <algorithm>
#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace ikrar::kiosk {

namespace {

using Trouble = SlipDesk::Trouble;

/// By what CUPS's drivers and the printers themselves report (RFC 8011 5.4.12).
Trouble troubleOf(const print::PrinterStatus& status)
{
    struct Keyword {
        std::string_view reason;
        Trouble trouble;
    };
    static constexpr std::array keywords{Keyword{"media-empty", Trouble::NoPaper},
        Keyword{"media-needed", Trouble::NoPaper}, Keyword{"media-jam", Trouble::Cover},
        Keyword{"cover-open", Trouble::Cover}, Keyword{"door-open", Trouble::Cover},
        Keyword{"offline", Trouble::Offline}, Keyword{"shutdown", Trouble::Offline},
        Keyword{"timed-out", Trouble::Offline}, Keyword{"connecting-to-device", Trouble::Offline}};
    for (const Keyword& keyword : keywords) {
        if (std::find(status.reasons.begin(), status.reasons.end(), keyword.reason)
            != status.reasons.end()) {
            return keyword.trouble;
        }
    }
    if (status.stopped || !status.accepting) {
        return Trouble::Paused;
    }
    return Trouble::None;
}

} // namespace

SlipDesk::SlipDesk(base::Path saveTo, QObject* parent)
    : QObject(parent)
    , m_saveTo(std::move(saveTo))
{
    m_worker.moveToThread(&m_thread);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SlipDesk::watch);
}

SlipDesk::~SlipDesk()
{
    m_thread.quit();
    m_thread.wait();
}

void SlipDesk::use(std::string name, print::Paper paper, std::chrono::milliseconds patience)
{
    m_name = std::move(name);
    m_paper = paper;
    m_patience = patience;
    emit changed();
}

void SlipDesk::print(const Make& make)
{
    if (!present() || busy()) {
        return;
    }
    ++m_round;
    const auto document
        = make(m_paper).and_then([](const print::Slip& slip) { return print::documentOf(slip); });
    if (!document) {
        take(failed(document.error()));
        return;
    }
    m_state = State::Sending;
    m_trouble = Trouble::None;
    m_sinceSent.start();
    behind([this, name = m_name, document = *document] {
        const auto job = print::submit(name, document);
        m_job = job ? std::optional(*job) : std::nullopt;
        return job ? seenOf(name, *job) : failed(job.error());
    });
    emit changed();
}

void SlipDesk::save(const Make& make, const std::string& fileName)
{
    if (busy()) {
        return;
    }
    ++m_round;
    const auto path = m_saveTo / fileName;
    const auto saved = make(print::Paper::A6).and_then([&](const print::Slip& slip) {
        return print::savePdf(slip, path);
    });
    if (!saved) {
        qWarning().noquote() << "ikrar-kiosk: slip:" << saved.error().what.c_str();
    }
    m_savedTo = saved ? QString::fromStdString(path.string()) : QString();
    m_trouble = Trouble::None;
    m_state = saved ? State::Saved : State::NotSaved;
    emit changed();
}

void SlipDesk::cancel()
{
    if (!busy()) {
        return;
    }
    ++m_round;
    m_again.stop();
    behind([this, name = m_name] {
        const auto cancelled = m_job ? print::cancel(name, *m_job) : Result<void>();
        return cancelled ? Seen{State::Cancelled, Trouble::None} : failed(cancelled.error());
    });
}

void SlipDesk::look()
{
    if (!present() || busy()) {
        return;
    }
    ++m_round;
    behind([name = m_name] {
        const auto status = print::printerStatus(name);
        return status ? Seen{State::Idle, troubleOf(*status)} : failed(status.error());
    });
}

void SlipDesk::clear()
{
    if (busy()) {
        return;
    }
    ++m_round;
    m_state = State::Idle;
    m_trouble = Trouble::None;
    m_savedTo.clear();
    emit changed();
}

void SlipDesk::watch()
{
    behind([this, name = m_name] { return seenOf(name, *m_job); });
}

void SlipDesk::behind(std::function<Seen()> work)
{
    if (!m_thread.isRunning()) {
        m_thread.start(); // a kiosk without a printer has no thread for it
    }
    QMetaObject::invokeMethod(&m_worker, [this, round = m_round, work = std::move(work)] {
        const Seen seen = work();
        QMetaObject::invokeMethod(this, [this, round, seen] {
            if (round == m_round) {
                take(seen);
            }
        });
    });
}

void SlipDesk::take(const Seen& seen)
{
    m_state = seen.state;
    m_trouble = seen.trouble;
    if (m_state == State::Sending
        && std::chrono::milliseconds(m_sinceSent.elapsed()) > m_patience) {
        m_state = State::Waiting;
        m_trouble = Trouble::NoAnswer;
    }
    if (busy()) {
        m_again.start(500ms);
    }
    emit changed();
}

SlipDesk::Seen SlipDesk::failed(const Error& error)
{
    qWarning().noquote() << "ikrar-kiosk: printer:" << error.what.c_str();
    switch (error.kind) {
    case Error::Kind::Io:
        return {State::Failed, Trouble::NoService};
    case Error::Kind::Missing:
        return {State::Failed, Trouble::NoPrinter};
    case Error::Kind::TooLarge:
        return {State::Failed, Trouble::TooDense};
    default:
        return {State::Failed, Trouble::Other};
    }
}

SlipDesk::Seen SlipDesk::seenOf(const std::string& name, int job)
{
    using Job = print::JobStatus::State;
    const auto status = print::jobStatus(name, job);
    if (!status) {
        return failed(status.error());
    }
    switch (status->state) {
    case Job::Done:
        return {State::Sent, Trouble::None};
    case Job::Canceled:
        return {State::Cancelled, Trouble::None};
    case Job::Aborted:
        qWarning().noquote() << "ikrar-kiosk: printer: aborted:" << status->message.c_str();
        return {State::Failed, Trouble::Other};
    default:
        break;
    }
    const auto printer = print::printerStatus(name);
    if (!printer) {
        return failed(printer.error());
    }
    const auto trouble = troubleOf(*printer);
    return {trouble == Trouble::None ? State::Sending : State::Waiting, trouble};
}

} // namespace ikrar::kiosk
