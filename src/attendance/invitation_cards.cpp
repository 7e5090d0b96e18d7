#include "attendance/invitation_cards.h"

#include "attendance/letter_dates.h"
#include "attendance/list_cells.h"
#include "attendance/paper_marks.h"
#include "attendance/signature_block.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::size_t across = 2;
constexpr std::size_t down = 4;
constexpr double cardWidth = 95 * mm;
constexpr double cardHeight = 66 * mm;
constexpr double markLength = 4 * mm;
constexpr double markGap = 1.5 * mm; ///< between a card's corner and the mark
constexpr double padding = 4 * mm;
constexpr double module = 0.8 * mm;
constexpr double points = 8;

/// Paints one card from its upper left corner on.
class CardPainter
{
public:
    CardPainter(Pages& pages, const pledge::Ceremony& ceremony, const CardOptions& options)
        : m_pages(pages)
        , m_ceremony(ceremony)
        , m_options(options)
    {
    }

    void paint(const Invitee& invitee, const qr::Matrix& code, double x, double y)
    {
        const double side = qrSide(code, module);
        if (QPainter* on = m_pages.painter())
            paintQr(
                *on, code, x + cardWidth - side - 1 * mm, y + cardHeight - side - 1 * mm, module);
        m_x = x + padding;
        m_y = y + padding;
        paintHead();
        // Beside the QR once it begins, over the whole card above it.
        m_bottom = y + cardHeight - padding;
        paintGuest(invitee);
        m_width = cardWidth - side - padding - 2 * mm;
        m_y = std::max(m_y, y + cardHeight - side - 1 * mm);
        paintSession();
        paintAdvice();
    }

private:
    void say(
        const QString& text, double size, Weight weight = Weight::Normal, double after = 0.6 * mm)
    {
        const TextBlock block(text, letters(size, weight), m_width);
        if (m_y + block.height() > m_bottom + padding)
            return; // never into the next card
        m_pages.paint(block, m_x, m_y);
        m_y += block.height() + after;
    }

    void paintHead()
    {
        m_width = cardWidth - 2 * padding;
        m_bottom = m_y + cardHeight;
        const QString mark = m_options.rehearsal ? QStringLiteral("GLADI · ") : QString();
        say(mark + QStringLiteral("UNDANGAN · ") + fromUtf8(m_ceremony.organizer), 7.5,
            Weight::Bold);
        say(fromUtf8(m_ceremony.title.id), 7, Weight::Normal, 1 * mm);
        m_pages.line(m_x, m_y, m_x + m_width, m_y, 0.2 * mm);
        m_y += 1.2 * mm;
    }

    void paintGuest(const Invitee& invitee)
    {
        const QString name = fromUtf8(invitee.name);
        const bool fits = TextBlock(name, letters(11, Weight::Bold), m_width).lines() <= 2;
        say(name, fits ? 11 : 8.5, Weight::Bold, 0.2 * mm);
        say(unitText(m_ceremony, invitee.unit), points, Weight::Normal, 1.5 * mm);
    }

    void paintSession()
    {
        const pledge::Session& session = m_options.session.session;
        const QString time = timeText(session.time, m_ceremony.timeZone);
        say(session.date.empty() ? QStringLiteral("Tanggal ") + dotted(20)
                                 : fromUtf8(longDate(session.date)),
            points, Weight::Bold);
        say(QStringLiteral("Pukul ") + (time.isEmpty() ? dotted(16) : time), points, Weight::Bold);
        say(session.place.empty() ? QStringLiteral("Tempat ") + dotted(24)
                                  : fromUtf8(session.place),
            points, Weight::Normal, 1.2 * mm);
    }

    void paintAdvice()
    {
        say(QStringLiteral("Bawa kartu ini dan kartu identitas. Tunjukkan kode ini ke kamera kios. "
                           "Berlaku untuk satu orang."),
            7, Weight::Normal, 1 * mm);
        const auto& contact = m_ceremony.contact;
        if (contact.name.empty() && contact.phone.empty())
            return;
        const QString space
            = contact.name.empty() || contact.phone.empty() ? QString() : QStringLiteral(", ");
        say(QStringLiteral("Pertanyaan: ") + fromUtf8(contact.name) + space
                + fromUtf8(contact.phone),
            7);
    }

    Pages& m_pages;
    const pledge::Ceremony& m_ceremony;
    const CardOptions& m_options;
    double m_x = 0;
    double m_y = 0;
    double m_width = 0;
    double m_bottom = 0;
};

struct Corner {
    double x = 0;
    double y = 0;
};

/// Of the first card.
Corner origin(const SheetSize& size)
{
    return {(size.width - across * cardWidth) / 2, (size.height - down * cardHeight) / 2};
}

/// Outside the cards only, so that a cut that is a little off shows no line.
void paintCutMarks(Pages& pages)
{
    const Corner first = origin(pages.frame().size);
    const double right = first.x + across * cardWidth;
    const double bottom = first.y + down * cardHeight;
    constexpr double width = 0.15 * mm;
    for (std::size_t column = 0; column <= across; ++column) {
        const double x = first.x + static_cast<double>(column) * cardWidth;
        pages.line(x, first.y - markGap - markLength, x, first.y - markGap, width);
        pages.line(x, bottom + markGap, x, bottom + markGap + markLength, width);
    }
    for (std::size_t row = 0; row <= down; ++row) {
        const double y = first.y + static_cast<double>(row) * cardHeight;
        pages.line(first.x - markGap - markLength, y, first.x - markGap, y, width);
        pages.line(right + markGap, y, right + markGap + markLength, y, width);
        for (std::size_t column = 1; column < across; ++column) {
            const double x = first.x + static_cast<double>(column) * cardWidth;
            pages.line(x - markLength / 2, y, x + markLength / 2, y, width);
            pages.line(x, y - markLength / 2, x, y + markLength / 2, width);
        }
    }
}

void paintPageNumber(Pages& pages)
{
    const TextBlock number(pages.numberText(), letters(6.5), pages.width(), Qt::AlignRight);
    pages.paint(number, pages.left(), pages.frame().size.height - number.height() - 3 * mm);
}

Result<void> compose(Pages& pages, const pledge::Ceremony& ceremony,
    const std::vector<Invitee>& invitees, const CardOptions& options)
{
    const Corner first = origin(pages.frame().size);
    CardPainter cards(pages, ceremony, options);
    for (std::size_t at = 0; at < invitees.size(); ++at) {
        const std::size_t place = at % (across * down);
        if (place == 0) {
            pages.startPage();
            paintCutMarks(pages);
            paintPageNumber(pages);
        }
        if (pages.painter() == nullptr)
            continue; // cards have their size, whatever they say
        const auto code = paperQr(ledger::invitationText(invitees[at].token));
        if (!code)
            return tl::unexpected(code.error());
        const auto column = static_cast<double>(place % across);
        const std::size_t row = place / across;
        cards.paint(invitees[at], *code, first.x + column * cardWidth,
            first.y + static_cast<double>(row) * cardHeight);
    }
    return {};
}

} // namespace

Result<void> writeInvitationCards(Sink& sink, const pledge::Ceremony& ceremony,
    const std::vector<Invitee>& invitees, const CardOptions& options)
{
    if (invitees.empty())
        return fail(Error::Kind::Invalid, "Nobody is to be invited: import a roster first.");
    PageFrame frame{portrait(Paper::A4),
        QStringLiteral("Kartu undangan · ") + fromUtf8(ceremony.title.id), {}, options.rehearsal};
    frame.footer = false;
    return writePaper(
        sink, frame, [&](Pages& pages) { return compose(pages, ceremony, invitees, options); });
}

} // namespace ikrar::attendance
