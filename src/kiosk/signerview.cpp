#include "kiosk/signerview.h"

#include "attendance/paper_file.h"
#include "attendance/paper_marks.h"
#include "base/printable.h"
#include "kiosk/phrases.h"

#include <QPainter>

#include <utility>

namespace ikrar::kiosk {

namespace {

using State = SignerView::State;
using Kind = audit::PersonIndex::Answer::Kind;

constexpr double inkWidth = 60 * attendance::mm;
constexpr double inkHeight = 20 * attendance::mm;
constexpr double dotsPerPixel = 4; ///< then as sharp as a screen, not as paper

// A bundle is anybody's work: what it holds neither turns a line around nor hides in it.
QString utf8(const std::string& text)
{
    return QString::fromStdString(base::printable(text));
}

State stateOf(Kind kind)
{
    switch (kind) {
    case Kind::Person:
        return State::Person;
    case Kind::NoNames:
        return State::NoNames;
    case Kind::NoLog:
        return State::NoLog;
    case Kind::NoRow:
        return State::NoRow;
    case Kind::Erased:
        return State::Erased;
    case Kind::OtherPerson:
    case Kind::TextChanged:
        break;
    }
    return State::Differs;
}

} // namespace

void SignerView::show(
    audit::PersonIndex::Answer answer, const pledge::Ceremony* ceremony, bool sealed)
{
    clear();
    m_state = stateOf(answer.kind);
    if (answer.row) {
        take(*answer.row, ceremony);
        m_sealed = sealed;
    }
    emit changed();
}

void SignerView::take(const audit::AttendanceRow& row, const pledge::Ceremony* ceremony)
{
    const bool named = row.identity.kind == pledge::IdentityKind::Nama;
    const auto* unit = ceremony == nullptr ? nullptr : ceremony->unit(row.unit);
    m_name = utf8(row.name);
    m_numberKind = numberLabel(row.identity);
    m_number = named ? QString() : utf8(pledge::format(row.identity));
    m_unit = utf8(unit == nullptr ? row.unit : unit->name);
    m_voided = row.voided.has_value();
}

void SignerView::showInk(BytesView ink)
{
    QImage picture(static_cast<int>(inkWidth / dotsPerPixel),
        static_cast<int>(inkHeight / dotsPerPixel), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(1 / dotsPerPixel, 1 / dotsPerPixel);
    if (attendance::paintInk(painter, QRectF(0, 0, inkWidth, inkHeight), ink)) {
        painter.end();
        m_ink = picture;
        emit inkChanged();
    }
}

void SignerView::clear()
{
    if (m_state == State::None) {
        return;
    }
    m_state = State::None;
    for (QString* text : {&m_name, &m_numberKind, &m_number, &m_unit}) {
        text->fill(u'\0');
        text->clear();
    }
    m_voided = false;
    m_sealed = false;
    m_ink = {};
    emit inkChanged();
    emit changed();
}

} // namespace ikrar::kiosk
