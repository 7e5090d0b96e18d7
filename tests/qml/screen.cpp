#include "qml/screen.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace ikrar::tests {

namespace {

bool isButton(const QQuickItem& item)
{
    return item.inherits("QQuickAbstractButton");
}

bool isUsable(const QQuickItem& item)
{
    return item.isVisible() && item.isEnabled();
}

bool isPlainText(QQuickItem& item)
{
    auto* accessible = QAccessible::queryAccessibleInterface(&item);
    return accessible != nullptr && accessible->role() == QAccessible::StaticText;
}

bool isLoading(const QQuickItem& item)
{
    constexpr int loading = 2; // QQuickImageBase::Loading
    return item.inherits("QQuickImage") && item.property("status").toInt() == loading;
}

bool stillLoads(QQuickWindow& window)
{
    const auto items = visibleItems(*window.contentItem());
    return std::any_of(items.begin(), items.end(), [](auto* item) { return isLoading(*item); });
}

void collect(QQuickItem& item, std::vector<QQuickItem*>& into)
{
    if (!item.isVisible() || item.opacity() <= 0) {
        return;
    }
    into.push_back(&item);
    for (auto* child : item.childItems()) {
        collect(*child, into);
    }
}

} // namespace

void prepareApplication()
{
    qputenv("QML_NO_TOUCH_COMPRESSION", "1");
    // Without a display too: CTest lists the cases by running the program as it is built.
    for (const auto& [name, value] : {std::pair{"QT_IM_MODULE", "qtvirtualkeyboard"},
             {"QT_QPA_PLATFORM", "offscreen"}, {"QT_QUICK_BACKEND", "software"}}) {
        if (!qEnvironmentVariableIsSet(name)) {
            qputenv(name, value);
        }
    }
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
}

double Format::pixelsPerMm() const
{
    return std::hypot(pixels.width(), pixels.height()) / (inches * 25.4);
}

const std::vector<Format>& formats()
{
    static const std::vector<Format> all{{"1080x1920", {1080, 1920}, 21.5},
        {"1920x1080", {1920, 1080}, 15.6}, {"1280x800", {1280, 800}, 10.1}};
    return all;
}

std::vector<QQuickItem*> visibleItems(QQuickItem& root)
{
    std::vector<QQuickItem*> items;
    collect(root, items);
    return items;
}

QString accessibleName(QQuickItem& item)
{
    auto* accessible = QAccessible::queryAccessibleInterface(&item);
    return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
}

Screen::Screen(kiosk::Kiosk& kiosk, const Format& format)
    : Screen({QStringLiteral("Signer"), QStringLiteral("kiosk"), kiosk, *kiosk.preferences(),
                 kiosk.metrics()},
        format)
{
    kiosk.watchInput(m_window);
}

Screen::Screen(kiosk::Auditor& auditor, const Format& format)
    : Screen({QStringLiteral("Auditor"), QStringLiteral("auditor"), auditor, *auditor.preferences(),
                 auditor.metrics()},
        format)
{
    auditor.watchKeys(m_window);
}

Screen::Screen(kiosk::Organizer& organizer, const Format& format)
    : Screen({QStringLiteral("Organizer"), QStringLiteral("organizer"), organizer,
                 *organizer.preferences(), organizer.metrics()},
        format)
{
    organizer.watchInput(m_window);
}

Screen::Screen(kiosk::Gatherer& gatherer, const Format& format)
    : Screen({QStringLiteral("Organizer"), QStringLiteral("gatherer"), gatherer,
                 *gatherer.preferences(), gatherer.metrics(), QStringLiteral("GatheredWindow")},
        format)
{
    gatherer.watchInput(m_window);
}

Screen::Screen(kiosk::Display& display, const Format& format)
    : Screen({QStringLiteral("Display"), QStringLiteral("display"), display, *display.preferences(),
                 nullptr},
        format)
{
}

Screen::Screen(const Model& model, const Format& format)
    : m_pixelsPerMm(format.pixelsPerMm())
    , m_translations(model.preferences, m_engine)
    , m_finger(QTest::createTouchDevice())
{
    QAccessible::setActive(true);
    if (model.metrics != nullptr) {
        model.metrics->measure(format.pixels, QSizeF(format.pixels) / m_pixelsPerMm);
    }
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [this](const auto& warnings) {
        for (const auto& warning : warnings) {
            m_warnings += warning.toString();
        }
    });
    m_engine.setInitialProperties({{model.property, QVariant::fromValue(&model.object)}});
    m_engine.load(
        QUrl(QStringLiteral("qrc:/qt/qml/Ikrar/%1/%2.qml").arg(model.module, model.window)));
    if (!m_engine.rootObjects().isEmpty()) {
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    }
    if (m_window == nullptr) {
        throw std::runtime_error("Main.qml does not load: " + m_warnings.join(u' ').toStdString());
    }
    QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [this] { ++m_frames; });
    m_window->resize(format.pixels);
    m_window->show();
    m_window->requestActivate();
    settle();
}

QStringList Screen::takeWarnings()
{
    return std::exchange(m_warnings, {});
}

void until(const std::function<bool()>& reached)
{
    while (!reached()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

void Screen::settle()
{
    // The first frame lays out what changed, the second draws what that layout changed in turn.
    for (int frame = 0; frame < 2; ++frame) {
        const int before = m_frames;
        m_window->update();
        until([&] { return m_frames > before; });
    }
}

QQuickItem* Screen::find(const QString& name) const
{
    const QRectF screen(QPointF(), QSizeF(m_window->size()));
    QQuickItem* text = nullptr;
    for (auto* item : visibleItems(*m_window->contentItem())) {
        const auto middle = item->mapToScene({item->width() / 2, item->height() / 2});
        if (!isUsable(*item) || !screen.contains(middle) || accessibleName(*item) != name) {
            continue;
        }
        // A digit that was typed reads like the key it came from, and is not one.
        if (!isPlainText(*item)) {
            return item;
        }
        text = text == nullptr ? item : text;
    }
    return text;
}

QStringList Screen::buttons() const
{
    QStringList names;
    for (auto* item : visibleItems(*m_window->contentItem())) {
        if (isButton(*item) && isUsable(*item)) {
            names += accessibleName(*item);
        }
    }
    return names;
}

QQuickItem* Screen::must(const QString& name) const
{
    auto* item = find(name);
    if (item == nullptr) {
        throw std::runtime_error(
            "no \"" + name.toStdString() + "\" among: " + buttons().join(u", ").toStdString());
    }
    return item;
}

void Screen::tap(QPointF at)
{
    const auto point = at.toPoint();
    QTest::touchEvent(m_window, m_finger.get()).press(0, point, m_window);
    QTest::touchEvent(m_window, m_finger.get()).release(0, point, m_window);
}

void Screen::touch(const QString& name)
{
    auto* item = must(name);
    tap(item->mapToScene({item->width() / 2, item->height() / 2}));
    ++m_touches;
    settle();
}

void Screen::press(const QString& name)
{
    auto* accessible = QAccessible::queryAccessibleInterface(must(name));
    auto* actions = accessible == nullptr ? nullptr : accessible->actionInterface();
    if (actions == nullptr) {
        throw std::runtime_error("no action on \"" + name.toStdString() + "\"");
    }
    actions->doAction(QAccessibleActionInterface::pressAction());
    settle();
}

void Screen::reach(const QString& name)
{
    (void)must(name);
    constexpr int longestRound = 60;
    for (int tabs = 0; tabs < longestRound; ++tabs) {
        auto* focused = m_window->activeFocusItem();
        if (focused != nullptr && accessibleName(*focused) == name) {
            return;
        }
        key(Qt::Key_Tab);
    }
    throw std::runtime_error("the tab key does not reach \"" + name.toStdString() + "\"");
}

void Screen::activate(const QString& name)
{
    reach(name);
    key(Qt::Key_Space);
    settle();
}

void Screen::key(int key)
{
    QTest::keyClick(m_window, static_cast<Qt::Key>(key));
    QCoreApplication::processEvents();
}

void Screen::type(const QString& digits)
{
    for (const QChar digit : digits) {
        QTest::keyClick(m_window, digit.toLatin1());
    }
    settle();
}

void Screen::sign(const QString& pad)
{
    auto* item = must(pad);
    const auto at = [&](double t) {
        const double wave = std::sin(t * 6 * std::numbers::pi) * (0.30 - 0.15 * t);
        return item->mapToScene({item->width() * (0.15 + 0.7 * t), item->height() * (0.5 + wave)})
            .toPoint();
    };
    constexpr int steps = 90;
    QTest::touchEvent(m_window, m_finger.get()).press(0, at(0), m_window);
    for (int step = 1; step < steps; ++step) {
        QTest::touchEvent(m_window, m_finger.get()).move(0, at(double(step) / steps), m_window);
    }
    QTest::touchEvent(m_window, m_finger.get()).release(0, at(1), m_window);
    settle();
}

QImage Screen::picture()
{
    settle();
    until([this] { return !stillLoads(*m_window); });
    return m_window->grabWindow();
}

} // namespace ikrar::tests
