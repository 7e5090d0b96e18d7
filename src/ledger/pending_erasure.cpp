#include "ledger/pending_erasure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxFile = std::size_t{16} * 1024 * 1024;
constexpr mode_t ownerOnly = 0600;

std::uint64_t numberFrom(const QJsonValue& value)
{
    return static_cast<std::uint64_t>(value.toInteger());
}

Erased erasedFrom(const QJsonObject& json)
{
    Erased erased;
    for (const QJsonValue entry : json.value(QLatin1String("entries")).toArray())
        erased.entries.push_back(numberFrom(entry));
    erased.people = numberFrom(json.value(QLatin1String("people")));
    erased.helped = numberFrom(json.value(QLatin1String("helped")));
    return erased;
}

QJsonObject object(const Erased& erased)
{
    QJsonArray entries;
    for (const std::uint64_t entry : erased.entries)
        entries.append(static_cast<qint64>(entry));
    return {{QStringLiteral("entries"), entries},
        {QStringLiteral("people"), static_cast<qint64>(erased.people)},
        {QStringLiteral("helped"), static_cast<qint64>(erased.helped)}};
}

} // namespace

PendingErasure::PendingErasure(base::FileSystem& files, const base::Path& data)
    : m_files(&files)
    , m_path(data / "erasure.pending")
{
}

Result<std::optional<Erased>> PendingErasure::read(std::uint64_t buried) const
{
    const auto bytes = base::readFile(m_path, maxFile);
    if (!bytes && bytes.error().kind == Error::Kind::Missing)
        return std::nullopt;
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto text = base::asText(*bytes);
    const QJsonObject json
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
              .object();
    if (json.isEmpty())
        return fail(Error::Kind::Malformed,
            m_path.string()
                + " tells what an earlier erasure took, and cannot be read: look at it, move it "
                  "away, and erase again. Nothing was erased now.");
    const QJsonObject begun = json.value(QLatin1String("begun")).toObject();
    const Erased earlier = erasedFrom(json);
    if (numberFrom(begun.value(QLatin1String("buried"))) <= buried)
        return sum(earlier, erasedFrom(begun));
    const bool none = earlier.entries.empty() && earlier.people == 0 && earlier.helped == 0;
    return none ? std::nullopt : std::optional(earlier);
}

Result<void> PendingErasure::keep(
    const std::optional<Erased>& earlier, const Erased& begun, std::uint64_t buried)
{
    QJsonObject last = object(begun);
    last.insert(QStringLiteral("buried"), static_cast<qint64>(buried));
    QJsonObject all = object(earlier.value_or(Erased()));
    all.insert(QStringLiteral("begun"), last);
    const std::string text = QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
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
