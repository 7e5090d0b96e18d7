#include "kiosk/mediadesk.h"

#include <QLocale>

#include <algorithm>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 2s;

QString text(const base::Path& path)
{
    return QString::fromStdString(path.string());
}

/// Free space moves while somebody reads the list: that alone is no other list.
bool sameMedia(const std::vector<attendance::Medium>& a, const std::vector<attendance::Medium>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const attendance::Medium& one, const attendance::Medium& other) {
            return one.path == other.path && one.readOnly == other.readOnly;
        });
}

} // namespace

QString sizeText(std::uint64_t bytes, pledge::Language language)
{
    const QLocale locale(
        language == pledge::Language::English ? QLocale::English : QLocale::Indonesian);
    return locale.formattedDataSize(
        static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat); // NOLINT
}

MediaDesk::MediaDesk(const Preferences& preferences, base::Path folder, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_own(std::move(folder))
{
    connect(&preferences, &Preferences::languageChanged, this, &MediaDesk::changed);
}

void MediaDesk::choose(int place)
{
    if (place < 0 || place >= static_cast<int>(m_media.size()) || place == m_chosen) {
        return;
    }
    m_chosen = place;
    emit changed();
}

void MediaDesk::look()
{
    const auto before = folder();
    auto media = attendance::mediaNow(m_own);
    const bool same = sameMedia(media, m_media);
    m_media = std::move(media);
    const auto at = std::find_if(
        m_media.begin(), m_media.end(), [&](const auto& medium) { return medium.path == before; });
    const auto found = at != m_media.end() ? at
                                           : std::find_if(m_media.begin(), m_media.end(),
                                               [](const auto& medium) { return !medium.readOnly; });
    const int chosen
        = found == m_media.end() ? -1 : static_cast<int>(std::distance(m_media.begin(), found));
    if (std::exchange(m_chosen, chosen) != chosen || !same) {
        emit changed();
    }
}

void MediaDesk::advance(std::chrono::milliseconds elapsed)
{
    m_since += elapsed;
    if (m_since >= lookEvery) {
        m_since = 0ms;
        look();
    }
}

QVariantList MediaDesk::media() const
{
    QVariantList list;
    for (const auto& medium : m_media) {
        list << QVariantMap{{QStringLiteral("name"), QString::fromStdString(medium.label)},
            {QStringLiteral("where"), text(medium.path)},
            {QStringLiteral("free"), sizeText(medium.free, m_preferences.textLanguage())},
            {QStringLiteral("carried"), medium.carried},
            {QStringLiteral("readOnly"), medium.readOnly}};
    }
    return list;
}

base::Path MediaDesk::folder() const
{
    return m_chosen < 0 ? base::Path() : m_media[static_cast<std::size_t>(m_chosen)].path;
}

std::vector<base::Path> MediaDesk::folders() const
{
    std::vector<base::Path> folders;
    folders.reserve(m_media.size());
    for (const auto& medium : m_media) {
        folders.push_back(medium.path);
    }
    return folders;
}

} // namespace ikrar::kiosk
