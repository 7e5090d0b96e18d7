#include "kiosk/headview.h"

#include "base/file.h"
#include "base/printable.h"
#include "kiosk/phrases.h"

namespace ikrar::kiosk {

namespace {

HeadView::Standing standingOf(audit::Standing standing)
{
    switch (standing) {
    case audit::Standing::First:
        return HeadView::Standing::First;
    case audit::Standing::Same:
        return HeadView::Standing::Same;
    case audit::Standing::Consistent:
        return HeadView::Standing::Consistent;
    case audit::Standing::Behind:
        return HeadView::Standing::Behind;
    case audit::Standing::Undecided:
        return HeadView::Standing::Undecided;
    case audit::Standing::Rewritten:
        break;
    }
    return HeadView::Standing::Rewritten;
}

/// A note's error names the keys that the note names, which may be anybody's words, and long ones.
QString forPeople(const Error& error)
{
    constexpr qsizetype longest = 200;
    const QString text = QString::fromStdString(base::printable(error.what));
    return text.size() <= longest ? text : text.left(longest) + u'…';
}

} // namespace

void HeadView::show(
    const Result<audit::Head>& head, const receipt::LogView* log, const base::Path& evidence)
{
    m_shown = true;
    m_savedTo.clear();
    m_why.clear();
    m_keptSize.reset();
    if (head) {
        m_head = *head;
        compare(log, evidence);
    } else {
        m_head = {};
        m_standing = Standing::Unreadable;
        m_why = forPeople(head.error());
    }
    emit changed();
}

void HeadView::compare(const receipt::LogView* log, const base::Path& evidence)
{
    const auto kept = m_kept.find(m_head.origin);
    if (kept == m_kept.end()) {
        m_standing = Standing::First;
        m_kept.emplace(m_head.origin, m_head);
        return;
    }
    m_keptSize = kept->second.size;
    const auto compared = audit::compareHeads(kept->second, m_head, log);
    m_standing = compared ? standingOf(*compared) : Standing::Undecided;
    if (!compared) {
        m_why = forPeople(compared.error());
    }
    if (m_standing == Standing::Rewritten) {
        save(kept->second, evidence);
    } else if (m_head.size > kept->second.size) {
        kept->second = m_head;
    }
}

void HeadView::save(const audit::Head& kept, const base::Path& evidence)
{
    const base::Path file = evidence
        / ("ikrar-rewritten-" + std::to_string(kept.size) + '-' + std::to_string(m_head.size)
            + ".txt");
    const auto written = base::replaceFile(
        base::systemFiles(), file, base::asBytes(audit::evidenceOf(kept, m_head)), 0644);
    if (written) {
        m_savedTo = QString::fromStdString(file.string());
    } else {
        m_why = QString::fromStdString(written.error().what);
    }
}

void HeadView::clear()
{
    m_shown = false;
    emit changed();
}

VerdictView::Tone HeadView::tone() const
{
    switch (m_standing) {
    case Standing::First:
    case Standing::Same:
    case Standing::Consistent:
        return VerdictView::Tone::Good;
    case Standing::Behind:
    case Standing::Undecided:
        return VerdictView::Tone::Caution;
    case Standing::Rewritten:
        return VerdictView::Tone::Bad;
    case Standing::Unreadable:
        break;
    }
    return VerdictView::Tone::Unread;
}

QString HeadView::origin() const
{
    return QString::fromStdString(m_head.origin);
}

QString HeadView::size() const
{
    return QString::number(m_head.size);
}

QString HeadView::root() const
{
    return hashText(m_head.root);
}

QString HeadView::keptSize() const
{
    return m_keptSize ? QString::number(*m_keptSize) : QString();
}

QString HeadView::note() const
{
    return QString::fromStdString(m_head.note);
}

} // namespace ikrar::kiosk
