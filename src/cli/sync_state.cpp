#include "cli/sync_state.h"

#include "crypto/sha256.h"

#include <QJsonDocument>

#include <algorithm>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxStateFile = 65536;
constexpr std::size_t nameDigits = 16;

base::Path fileOf(const base::Path& data, const std::string& into)
{
    const std::string digest = base::toHex(crypto::sha256(base::asBytes(into)).view());
    return data / "sync" / (digest.substr(0, nameDigits) + ".json");
}

std::uint64_t pending(const SyncState& state, std::uint64_t size)
{
    return size - std::min(state.size, size);
}

} // namespace

Result<void> writeSyncState(const base::Path& data, const SyncState& state)
{
    const QJsonObject object{{QStringLiteral("into"), text(state.into)},
        {QStringLiteral("size"), static_cast<qint64>(state.size)},
        {QStringLiteral("time"), static_cast<qint64>(state.time)},
        {QStringLiteral("problem"), text(state.problem)}};
    const std::string written
        = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + '\n';
    return base::makeDirectories(base::systemFiles(), data / "sync").and_then([&] {
        return base::replaceFile(
            base::systemFiles(), fileOf(data, state.into), base::asBytes(written));
    });
}

std::vector<SyncState> readSyncStates(const base::Path& data)
{
    std::vector<SyncState> states;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(data / "sync", none)) {
        const auto bytes = base::readFile(entry.path(), maxStateFile);
        if (!bytes || entry.path().extension() != ".json")
            continue;
        const std::string_view written = base::asText(*bytes);
        const QJsonObject object = QJsonDocument::fromJson(
            QByteArray(written.data(), static_cast<qsizetype>(written.size())))
                                       .object();
        const auto number = [&](const char* key) {
            return static_cast<std::int64_t>(object[QLatin1String(key)].toDouble());
        };
        if (!object.contains(QStringLiteral("into")))
            continue;
        states.push_back({object[QStringLiteral("into")].toString().toStdString(),
            static_cast<std::uint64_t>(std::max<std::int64_t>(number("size"), 0)), number("time"),
            object[QStringLiteral("problem")].toString().toStdString()});
    }
    std::sort(states.begin(), states.end(),
        [](const SyncState& a, const SyncState& b) { return a.into < b.into; });
    return states;
}

std::string describe(const std::vector<SyncState>& states, std::uint64_t size)
{
    std::string out;
    for (const SyncState& state : states)
        out += "\nGathered   " + std::to_string(size - pending(state, size)) + " in " + state.into
            + ", " + std::to_string(pending(state, size)) + " pending"
            + (state.problem.empty() ? "" : ": " + state.problem);
    return out;
}

QJsonArray describeAsArray(const std::vector<SyncState>& states, std::uint64_t size)
{
    QJsonArray array;
    for (const SyncState& state : states)
        array.append(QJsonObject{{QStringLiteral("into"), text(state.into)},
            {QStringLiteral("size"), static_cast<qint64>(state.size)},
            {QStringLiteral("pending"), static_cast<qint64>(pending(state, size))},
            {QStringLiteral("time"), static_cast<qint64>(state.time)},
            {QStringLiteral("problem"), text(state.problem)}});
    return array;
}

} // namespace ikrar::cli
