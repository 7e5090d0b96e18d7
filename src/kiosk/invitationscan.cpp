#include "kiosk/invitationscan.h"

#include <utility>

namespace ikrar::kiosk {

namespace {

/// Room for a card's text with spaces and hyphens between all of its digits.
constexpr qsizetype longestCard = 128;

} // namespace

void InvitationScan::open()
{
    if (!std::exchange(m_open, true)) {
        emit opened();
    }
}

void InvitationScan::close()
{
    m_open = false;
    stopLooking();
    conclude(Problem::None);
}

void InvitationScan::look()
{
    if (!m_open || !m_hasCamera || m_looking) {
        return;
    }
    conclude(Problem::None);
    m_looking = true;
    emit cameraChanged();
}

void InvitationScan::stopLooking()
{
    m_inView.clear();
    if (!std::exchange(m_looking, false)) {
        return;
    }
    m_picture = {};
    emit pictureChanged();
    emit cameraChanged();
}

void InvitationScan::seen(const QString& text, const QImage& picture)
{
    if (!m_looking) {
        return;
    }
    m_picture = picture;
    emit pictureChanged();
    // Frames between in which it cannot be read do not make it another code.
    if (!text.isEmpty() && std::exchange(m_inView, text) != text) {
        hold(text);
    }
}

void InvitationScan::hold(const QString& text)
{
    if (!m_open || m_store == nullptr) {
        return;
    }
    emit taken();
    const auto token = text.size() <= longestCard
        ? ledger::parseInvitation(text.toStdString())
        : Result<ledger::InvitationToken>(fail(Error::Kind::TooLarge, "longer than any card"));
    if (!token) {
        conclude(Problem::NotInvitation);
        return;
    }
    const auto person = m_store->invited(*token);
    if (!person) {
        emit failed(person.error());
    } else if (!*person) {
        conclude(Problem::NotKnown);
    } else {
        conclude(Problem::None);
        emit recognised(**person);
    }
}

void InvitationScan::conclude(Problem problem)
{
    if (std::exchange(m_problem, problem) != problem) {
        emit problemChanged();
    }
}

void InvitationScan::setHasCamera(bool has)
{
    if (std::exchange(m_hasCamera, has) == has) {
        return;
    }
    if (!has) {
        stopLooking();
    }
    emit cameraChanged();
}

void InvitationScan::setCameraRuns(bool runs)
{
    if (std::exchange(m_cameraRuns, runs) != runs) {
        emit cameraChanged();
    }
}

} // namespace ikrar::kiosk
