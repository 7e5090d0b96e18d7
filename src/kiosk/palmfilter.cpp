#include "kiosk/palmfilter.h"

#include <QLineF>

namespace ikrar::kiosk {

using Kind = PalmFilter::Action::Kind;

PalmFilter::Actions PalmFilter::press(const Contact& contact)
{
    if (!m_finger && contact.diameter <= palmDiameter) {
        m_waiting[contact.id] = {{contact.position}};
    }
    return {};
}

PalmFilter::Actions PalmFilter::move(const Contact& contact)
{
    if (m_finger == contact.id) {
        m_last = contact.position;
        return {{Kind::Extend, contact.position}};
    }
    const auto found = m_waiting.find(contact.id);
    if (found == m_waiting.end()) {
        return {};
    }
    if (contact.diameter > palmDiameter) {
        m_waiting.erase(found);
        return {};
    }
    auto& waiting = found->second;
    waiting.points.push_back(contact.position);
    if (QLineF(waiting.points.front(), contact.position).length() <= still) {
        return {};
    }
    return promote(waiting, contact.id);
}

PalmFilter::Actions PalmFilter::release(const Contact& contact)
{
    Actions actions;
    if (m_finger == contact.id) {
        if (contact.position != m_last) {
            actions.push_back({Kind::Extend, contact.position});
        }
        actions.push_back({Kind::End, contact.position});
        m_finger.reset();
        return actions;
    }
    const auto found = m_waiting.find(contact.id);
    if (found == m_waiting.end()) {
        return {};
    }
    const auto waiting = found->second;
    m_waiting.erase(found);
    return waiting.mayBeDot ? dot(waiting) : actions;
}

PalmFilter::Actions PalmFilter::cancelAll()
{
    const bool drawing = m_finger.has_value();
    m_finger.reset();
    m_waiting.clear();
    return drawing ? Actions{{Kind::End, m_last}} : Actions{};
}

PalmFilter::Actions PalmFilter::promote(const Waiting& waiting, int id)
{
    Actions actions{{Kind::Begin, waiting.points.front()}};
    for (std::size_t i = 1; i < waiting.points.size(); ++i) {
        actions.push_back({Kind::Extend, waiting.points[i]});
    }
    m_last = waiting.points.back();
    m_finger = id;
    m_waiting.clear(); // whatever rests beside the finger stays ignored until it is lifted
    return actions;
}

PalmFilter::Actions PalmFilter::dot(const Waiting& waiting)
{
    for (auto& [id, other] : m_waiting) {
        other.mayBeDot = false;
    }
    const auto place = waiting.points.front();
    return {{Kind::Begin, place}, {Kind::End, place}};
}

} // namespace ikrar::kiosk
