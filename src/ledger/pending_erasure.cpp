#include "ledger/pending_erasure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxFile = std::size_t{16} * 1024 * 1024;
constexpr mode_t ownerOnly = 0600;

} // namespace

PendingErasure::PendingErasure(base::FileSystem& files, const base::Path& data)
    : m_files(&files)
    , m_path(data / "erasure.pending")
{
}

std::optional<Erased> PendingErasure::read() const
{
    const auto bytes = base::readFile(m_path, maxFile);
    if (!bytes)
        return std::nullopt;
    const auto text = base::asText(*bytes);
    const QJsonObject json
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
              .object();
    if (json.isEmpty())
        return std::nullopt;
    const auto number
        = [](const QJsonValue& value) { return static_cast<std::uint64_t>(value.toInteger()); };
    Erased erased;
    for (const QJsonValue entry : json.value(QLatin1String("entries")).toArray())
        erased.entries.push_back(number(entry));
    erased.people = number(json.value(QLatin1String("people")));
    erased.helped = number(json.value(QLatin1String("helped")));
    return erased;
}

Result<void> PendingErasure::keep(const Erased& erased)
{
    QJsonArray entries;
    for (const std::uint64_t entry : erased.entries)
        entries.append(static_cast<qint64>(entry));
    const std::string text
        = QJsonDocument(QJsonObject{{QStringLiteral("entries"), entries},
                            {QStringLiteral("people"), static_cast<qint64>(erased.people)},
                            {QStringLiteral("helped"), static_cast<qint64>(erased.helped)}})
              .toJson(QJsonDocument::Compact)
              .toStdString();
    return base::replaceFile(*m_files, m_path, base::asBytes(text), ownerOnly);
}

void PendingErasure::forget()
{
    std::error_code missing;
    if (std::filesystem::exists(m_path, missing))
        static_cast<void>(m_files->remove(m_path));
}

Erased PendingErasure::sum(const Erased& earlier, Erased later)
{
    later.entries.insert(later.entries.end(), earlier.entries.begin(), earlier.entries.end());
    std::sort(later.entries.begin(), later.entries.end());
    later.entries.erase(
        std::unique(later.entries.begin(), later.entries.end()), later.entries.end());
    later.people += earlier.people;
    later.helped += earlier.helped;
    return later;
}

} // namespace ikrar::ledger
