#include "kiosk/displayboard.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <array>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t maxFile = 4096;
constexpr std::array names{"title", "opening", "clause", "count"};

base::Path boardPath(const base::Path& runtimeDirectory)
{
    return runtimeDirectory / "ikrar-display";
}

} // namespace

Result<void> writeBoard(base::FileSystem& files, const base::Path& runtimeDirectory,
    const std::string& origin, const Board& board)
{
    const QJsonObject object{{QStringLiteral("origin"), QString::fromStdString(origin)},
        {QStringLiteral("scene"), QLatin1String(names.at(static_cast<std::size_t>(board.scene)))},
        {QStringLiteral("clause"), board.clause}};
    const auto text = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    return base::makeDirectories(files, runtimeDirectory).and_then([&] {
        return base::replaceFile(files, boardPath(runtimeDirectory), base::asBytes(text));
    });
}

std::optional<Board> readBoard(const base::Path& runtimeDirectory, const std::string& origin)
{
    const auto bytes = base::readFile(boardPath(runtimeDirectory), maxFile);
    if (!bytes) {
        return std::nullopt;
    }
    const auto text = base::asText(*bytes);
    const auto object
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
              .object();
    const auto scene = object.value(QStringLiteral("scene")).toString().toStdString();
    const auto* const at = std::find(names.begin(), names.end(), scene);
    const bool ours = object.value(QStringLiteral("origin")).toString().toStdString() == origin;
    if (!ours || at == names.end()) {
        return std::nullopt;
    }
    return Board{static_cast<BoardScene>(at - names.begin()),
        std::max(0, object.value(QStringLiteral("clause")).toInt())};
}

} // namespace ikrar::kiosk
