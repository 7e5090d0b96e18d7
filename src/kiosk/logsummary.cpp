#include "kiosk/logsummary.h"

#include "kiosk/phrases.h"
#include "qr/encode.h"

#include <set>

namespace ikrar::kiosk {

namespace {

/// Without the last cosignatures where a code does not hold them all: the log's own stands first.
QString fitting(tlog::Note note)
{
    while (note.signatures.size() > 1 && !qr::encode(note.serialize(), qr::Level::L)) {
        note.signatures.pop_back();
    }
    return QString::fromStdString(note.serialize());
}

std::optional<tlog::Checkpoint> headIn(const std::string& text)
{
    const auto note = tlog::Note::parse(text);
    if (!note) {
        return std::nullopt;
    }
    auto checkpoint = tlog::Checkpoint::parse(note->text);
    return checkpoint ? std::optional(std::move(*checkpoint)) : std::nullopt;
}

} // namespace

LogSummary::LogSummary(const StoreState& state, QObject* parent) : QObject(parent)
{
    connect(&state, &StoreState::changed, this, &LogSummary::look);
}

void LogSummary::setStore(Store* store)
{
    m_store = store;
}

void LogSummary::open()
{
    m_open = true;
    emit opened();
    refresh();
}

void LogSummary::close()
{
    stopComparing();
    m_open = false;
    m_head.reset();
    m_note.clear();
    m_newer = false;
    conclude(Outcome::None);
    emit changed();
}

void LogSummary::refresh()
{
    if (!m_open) {
        return;
    }
    m_head = newest();
    m_note = m_head ? fitting(m_head->note) : QString();
    m_newer = false;
    emit changed();
}

void LogSummary::compare()
{
    if (!m_open || !m_hasCamera || m_comparing) {
        return;
    }
    conclude(Outcome::None);
    m_comparing = true;
    emit cameraChanged();
}

void LogSummary::stopComparing()
{
    if (!m_comparing) {
        return;
    }
    m_comparing = false;
    m_picture = {};
    emit pictureChanged();
    emit cameraChanged();
}

void LogSummary::seen(const QString& text, const QImage& picture)
{
    if (!m_comparing) {
        return;
    }
    if (text.isEmpty()) {
        m_picture = picture;
        emit pictureChanged();
        return;
    }
    stopComparing();
    emit taken();
    hold(text.toStdString());
}

void LogSummary::hold(const std::string& text)
{
    if (!m_open || m_store == nullptr) {
        return;
    }
    conclude(Outcome::None);
    const auto held = headIn(text);
    if (!held) {
        conclude(Outcome::Unreadable);
        return;
    }
    const auto own = m_store->status();
    if (!own) {
        conclude(Outcome::Failed);
        return;
    }
    if (held->origin != own->origin) {
        conclude(Outcome::OtherLog, held->size);
        return;
    }
    m_store->confront(text, "an auditor",
        [this, held = *held, question = m_question](const Result<bool>& contradicted) {
            if (question == m_question) {
                answered(held, contradicted);
            }
        });
}

void LogSummary::answered(const tlog::Checkpoint& held, const Result<bool>& contradicted)
{
    if (!contradicted) {
        const bool seal = contradicted.error().kind == Error::Kind::Mismatch;
        conclude(seal ? Outcome::NotSealed : Outcome::Failed, held.size);
        return;
    }
    if (*contradicted) {
        conclude(Outcome::Contradicted, held.size);
        return;
    }
    const auto now = newest();
    const bool same = now && now->checkpoint.size == held.size;
    conclude(same ? Outcome::Same : Outcome::Beginning, held.size);
}

// A new question too: what was on its way says nothing any more.
void LogSummary::conclude(Outcome outcome, std::optional<std::uint64_t> size)
{
    ++m_question;
    m_outcome = outcome;
    m_outcomeSize = size;
    emit outcomeChanged();
}

void LogSummary::setHasCamera(bool has)
{
    if (m_hasCamera == has) {
        return;
    }
    m_hasCamera = has;
    if (!has) {
        stopComparing();
    }
    emit cameraChanged();
}

void LogSummary::setCameraRuns(bool runs)
{
    m_cameraRuns = runs;
    emit cameraChanged();
}

// The head on the screen stays: somebody may be scanning it.
void LogSummary::look()
{
    if (!m_head || m_newer) {
        return;
    }
    const auto now = newest();
    if (now && now->note.serialize() != m_head->note.serialize()) {
        m_newer = true;
        emit changed();
    }
}

std::optional<tlog::OpenedCheckpoint> LogSummary::newest() const
{
    if (m_store == nullptr) {
        return std::nullopt;
    }
    auto newest = m_store->newest();
    return newest ? std::optional(std::move(*newest)) : std::nullopt;
}

QString LogSummary::origin() const
{
    return m_head ? QString::fromStdString(m_head->checkpoint.origin) : QString();
}

QString LogSummary::size() const
{
    return m_head ? QString::number(m_head->checkpoint.size) : QString();
}

QString LogSummary::root() const
{
    return m_head ? hashText(m_head->checkpoint.root) : QString();
}

int LogSummary::witnesses() const
{
    if (!m_head) {
        return 0;
    }
    std::set<std::string> names;
    for (const auto& signature : m_head->note.signatures) {
        if (signature.name != m_head->checkpoint.origin) {
            names.insert(signature.name);
        }
    }
    return static_cast<int>(names.size());
}

VerdictView::Tone LogSummary::tone() const
{
    switch (m_outcome) {
    case Outcome::Same:
    case Outcome::Beginning:
        return VerdictView::Tone::Good;
    case Outcome::Contradicted:
        return VerdictView::Tone::Bad;
    case Outcome::None:
    case Outcome::NotSealed:
    case Outcome::OtherLog:
    case Outcome::Unreadable:
    case Outcome::Failed:
        break;
    }
    return VerdictView::Tone::Unread;
}

QString LogSummary::outcomeSize() const
{
    return m_outcomeSize ? QString::number(*m_outcomeSize) : QString();
}

} // namespace ikrar::kiosk
