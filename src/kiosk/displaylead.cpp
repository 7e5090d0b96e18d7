#include "kiosk/displaylead.h"

#include <QDebug>

namespace ikrar::kiosk {

using Place = BoardScene;

DisplayLead::DisplayLead(base::FileSystem& files, base::Path runtimeDirectory,
    const CeremonyFacts& ceremony, QObject* parent)
    : QObject(parent)
    , m_files(files)
    , m_runtimeDirectory(std::move(runtimeDirectory))
    , m_ceremony(ceremony)
{
    connect(&ceremony, &CeremonyFacts::changed, this, &DisplayLead::changed);
}

void DisplayLead::setOrigin(const std::string& origin)
{
    m_origin = origin;
    m_board = readBoard(m_runtimeDirectory, origin).value_or(Board{});
    emit changed();
}

void DisplayLead::forward()
{
    show(after(m_board));
}

void DisplayLead::backward()
{
    show(before(m_board));
}

void DisplayLead::showTitle()
{
    show({});
}

void DisplayLead::showCount()
{
    show({Place::Count, 0});
}

void DisplayLead::show(const Board& board)
{
    const auto written = writeBoard(m_files, m_runtimeDirectory, m_origin, board);
    m_failed = !written;
    if (written) {
        m_board = board;
    } else {
        qWarning().noquote() << "ikrar-kiosk: display:" << written.error().what.c_str();
    }
    emit changed();
}

Board DisplayLead::after(const Board& board) const
{
    switch (board.scene) {
    case Place::Title:
        return m_ceremony.opening().isEmpty() ? Board{Place::Clause, 0} : Board{Place::Opening, 0};
    case Place::Opening:
        return {Place::Clause, 0};
    case Place::Clause:
        if (board.clause + 1 < clauses()) {
            return {Place::Clause, board.clause + 1};
        }
        break;
    case Place::Count:
        break;
    }
    return {Place::Count, 0};
}

Board DisplayLead::before(const Board& board) const
{
    switch (board.scene) {
    case Place::Count:
        return {Place::Clause, clauses() - 1};
    case Place::Clause:
        if (board.clause > 0) {
            return {Place::Clause, board.clause - 1};
        }
        return m_ceremony.opening().isEmpty() ? Board{} : Board{Place::Opening, 0};
    case Place::Opening:
    case Place::Title:
        break;
    }
    return {};
}

QString DisplayLead::textOf(const Board& board) const
{
    switch (board.scene) {
    case Place::Opening:
        return m_ceremony.opening();
    case Place::Clause:
        return m_ceremony.fullClauses().value(board.clause);
    case Place::Title:
    case Place::Count:
        break;
    }
    return {};
}

int DisplayLead::clause() const
{
    return m_board.scene == Place::Clause ? m_board.clause + 1 : 0;
}

int DisplayLead::clauses() const
{
    return static_cast<int>(m_ceremony.fullClauses().size());
}

} // namespace ikrar::kiosk
