#include "qml/walker.h"

#include "qml/screen.h"

#include <QCoreApplication>
#include <QFont>
#include <QRawFont>

#include <algorithm>

namespace ikrar::tests {

namespace {

constexpr double leastTargetMm = 12.7;
constexpr double leastGapMm = 2.54;
constexpr double pixel = 1; ///< rounding to whole pixels is no fault

bool isText(const QQuickItem& item)
{
    return item.inherits("QQuickText") && !item.property("text").toString().isEmpty();
}

bool isTarget(const QQuickItem& item)
{
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextField");
}

/// What must be seen whole.
bool matters(const QQuickItem& item)
{
    return isText(item) || isTarget(item) || item.inherits("ikrar::kiosk::QrItem")
        || item.inherits("ikrar::kiosk::InkPad");
}

QRectF sceneRect(const QQuickItem& item)
{
    return item.mapRectToScene({0, 0, item.width(), item.height()});
}

/// Where the letters are, which is less than the item where text is short.
QRectF lettersRect(const QQuickItem& text)
{
    const QSizeF size(
        text.property("contentWidth").toDouble(), text.property("contentHeight").toDouble());
    const auto alignment = text.property("horizontalAlignment").toInt();
    const double spare = text.width() - size.width();
    const double x = alignment == Qt::AlignHCenter ? spare / 2
        : alignment == Qt::AlignRight              ? spare
                                                   : 0;
    return text.mapRectToScene({x, 0, size.width(), size.height()});
}

QQuickItem* flickableOf(const QQuickItem& item)
{
    for (auto* up = item.parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            return up;
        }
    }
    return nullptr;
}

bool belongsToKeyboard(const QQuickItem& item)
{
    for (const auto* up = &item; up != nullptr; up = up->parentItem()) {
        if (QByteArray(up->metaObject()->className()).startsWith("InputPanel")) {
            return true;
        }
    }
    return false;
}

/// Leads to what lies below or above.
bool scrolls(QQuickItem& item)
{
    const auto name = accessibleName(item);
    return isTarget(item)
        && (name == QCoreApplication::translate("PageFrame", "Gulir ke bawah")
            || name == QCoreApplication::translate("PledgePage", "Baca terus"));
}

class Walker
{
public:
    Walker(QQuickWindow& window, double pixelsPerMm)
        : m_screen(QPointF(), QSizeF(window.size()))
        , m_pixelsPerMm(pixelsPerMm)
    {
        for (auto* item : visibleItems(*window.contentItem())) {
            m_scrolls = m_scrolls || scrolls(*item);
            if (matters(*item) && !isVeiled(*item) && !belongsToKeyboard(*item)) {
                m_items.push_back(item);
            }
        }
    }

    QStringList walk()
    {
        for (auto* item : m_items) {
            lookAtPlace(*item);
            if (isText(*item)) {
                lookAtText(*item);
            }
            if (isTarget(*item)) {
                lookAtTarget(*item);
            }
        }
        lookAtPairs();
        return m_findings;
    }

private:
    /// Behind the countdown: a person is not meant to use it.
    static bool isVeiled(const QQuickItem& item)
    {
        for (const auto* up = &item; up != nullptr; up = up->parentItem()) {
            if (up->objectName() == QLatin1String("stage")) {
                return !up->isEnabled();
            }
        }
        return false;
    }

    void say(const QQuickItem& item, const QString& what)
    {
        auto name = item.property("text").toString();
        if (name.isEmpty()) {
            name = accessibleName(const_cast<QQuickItem&>(item)); // NOLINT: the interface wants it
        }
        m_findings += QStringLiteral("%1 \"%2\": %3")
                          .arg(QLatin1String(item.metaObject()->className()), name, what);
    }

    [[nodiscard]] static bool scrolledAway(const QQuickItem& item)
    {
        const auto* flickable = flickableOf(item);
        return flickable != nullptr
            && !sceneRect(*flickable)
                    .adjusted(-pixel, -pixel, pixel, pixel)
                    .contains(sceneRect(item));
    }

    void lookAtPlace(const QQuickItem& item)
    {
        const auto place = sceneRect(item);
        const auto* flickable = flickableOf(item);
        const auto room = flickable == nullptr
            ? m_screen
            : flickable->mapRectToScene({-flickable->property("contentX").toDouble(),
                -flickable->property("contentY").toDouble(),
                flickable->property("contentWidth").toDouble(),
                flickable->property("contentHeight").toDouble()});
        if (!room.adjusted(-pixel, -pixel, pixel, pixel).contains(place)) {
            say(item, QStringLiteral("is outside the screen"));
        }
        if (scrolledAway(item) && !m_scrolls) {
            say(item, QStringLiteral("is over the edge, and no button leads there"));
        }
        const auto* parent = item.parentItem();
        if (parent == nullptr || parent->width() <= 0 || parent->height() <= 0) {
            return;
        }
        if (!sceneRect(*parent).adjusted(-pixel, -pixel, pixel, pixel).contains(place)) {
            say(item, QStringLiteral("is outside its parent"));
        }
    }

    void lookAtText(const QQuickItem& item)
    {
        if (item.property("truncated").toBool()) {
            say(item, QStringLiteral("is cut"));
        }
        const double width = item.property("contentWidth").toDouble();
        const double height = item.property("contentHeight").toDouble();
        if (width > item.width() + pixel || height > item.height() + pixel) {
            say(item, QStringLiteral("is larger than its place"));
        }
        const auto font = QRawFont::fromFont(item.property("font").value<QFont>());
        for (const QChar character : item.property("text").toString()) {
            if (!character.isSpace() && !font.supportsCharacter(character)) {
                say(item, QStringLiteral("has a glyph its font lacks: %1").arg(character));
            }
        }
    }

    void lookAtTarget(const QQuickItem& item)
    {
        const double least = leastTargetMm * m_pixelsPerMm - pixel;
        if (item.width() < least || item.height() < least) {
            say(item,
                QStringLiteral("is %1 x %2 mm")
                    .arg(item.width() / m_pixelsPerMm, 0, 'f', 1)
                    .arg(item.height() / m_pixelsPerMm, 0, 'f', 1));
        }
    }

    void lookAtPairs()
    {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            for (std::size_t j = i + 1; j < m_items.size(); ++j) {
                lookAtPair(*m_items[i], *m_items[j]);
            }
        }
    }

    void lookAtPair(const QQuickItem& one, const QQuickItem& other)
    {
        if (scrolledAway(one) || scrolledAway(other)) {
            return;
        }
        if (isTarget(one) && isTarget(other)) {
            lookAtTargets(one, other);
        } else if (isText(one) && isText(other)) {
            lookAtTexts(one, other);
        }
    }

    void lookAtTargets(const QQuickItem& one, const QQuickItem& other)
    {
        const auto a = sceneRect(one);
        const auto b = sceneRect(other);
        if (a.adjusted(pixel, pixel, -pixel, -pixel).intersects(b)) {
            say(one, QStringLiteral("lies over \"%1\"").arg(other.property("text").toString()));
            return;
        }
        const double gap = leastGapMm * m_pixelsPerMm - pixel;
        if (a.adjusted(-gap, -gap, gap, gap).intersects(b)) {
            say(one,
                QStringLiteral("is too near to \"%1\"").arg(other.property("text").toString()));
        }
    }

    void lookAtTexts(const QQuickItem& one, const QQuickItem& other)
    {
        // Lines have air above and below their letters, so that boxes may touch.
        const auto a = lettersRect(one);
        const auto b = lettersRect(other);
        const auto common = a.intersected(b);
        const double air = 0.25 * std::min(a.height(), b.height());
        if (common.width() > 2 * pixel && common.height() > air) {
            say(one, QStringLiteral("lies over \"%1\"").arg(other.property("text").toString()));
        }
    }

    QRectF m_screen;
    double m_pixelsPerMm;
    bool m_scrolls = false;
    std::vector<QQuickItem*> m_items;
    QStringList m_findings;
};

} // namespace

QStringList walk(QQuickWindow& window, double pixelsPerMm)
{
    return Walker(window, pixelsPerMm).walk();
}

} // namespace ikrar::tests
