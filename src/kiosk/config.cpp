#include "kiosk/config.h"

#include "kiosk/screenmetrics.h"

#include <QString>
#include <QStringList>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t maxFileSize = 64UL * 1024;

Result<void> readLine(QStringView line, int number, Config& config)
{
    const auto wrong = [&](const char* why) {
        return fail(Error::Kind::Invalid, "line " + std::to_string(number) + ": " + why);
    };
    const auto content
        = line.left(line.indexOf(u'#') < 0 ? line.size() : line.indexOf(u'#')).trimmed();
    if (content.isEmpty()) {
        return {};
    }
    const auto equals = content.indexOf(u'=');
    if (equals < 0) {
        return wrong("expected key = value");
    }
    if (content.left(equals).trimmed() != u"screen_mm") {
        return wrong("unknown key");
    }
    config.screenMm = parseScreenMm(content.mid(equals + 1).trimmed().toString());
    if (!config.screenMm) {
        return wrong("screen_mm is WIDTHxHEIGHT in millimetres, 50 to 3000 each");
    }
    return {};
}

} // namespace

Result<Config> parseConfig(std::string_view text)
{
    Config config;
    int number = 0;
    const auto lines
        = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n');
    for (const auto& line : lines) {
        if (auto read = readLine(line, ++number, config); !read) {
            return tl::unexpected(read.error());
        }
    }
    return config;
}

Result<Config> readConfig(const base::Path& path)
{
    const auto bytes = base::readFile(path, maxFileSize);
    if (!bytes) {
        if (bytes.error().kind == Error::Kind::Missing) {
            return Config{};
        }
        return tl::unexpected(bytes.error());
    }
    auto config = parseConfig(base::asText(*bytes));
    if (!config) {
        return fail(config.error().kind, path.string() + ", " + config.error().what);
    }
    return config;
}

Result<std::string> readPassphrase(const base::Path& file)
{
    base::Path path = file;
    const auto credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (path.empty() && !credentials.isEmpty()) {
        path = base::Path(credentials.toStdString()) / "ikrar-passphrase";
    }
    if (path.empty()) {
        return fail(Error::Kind::Invalid,
            "the log's key needs a passphrase: give the systemd credential ikrar-passphrase or "
            "--passphrase-file");
    }
    const auto bytes = base::readFile(path, maxFileSize);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto text = base::asText(*bytes);
    return std::string(text.substr(0, text.find_first_of("\r\n")));
}

} // namespace ikrar::kiosk
