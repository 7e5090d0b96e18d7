#include "kiosk/config.h"

#include "kiosk/screenmetrics.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t maxFileSize = 64UL * 1024;

using Wrong = const char*; ///< why a value cannot be taken; null: it was

Wrong readScreen(const QString& value, Config& config)
{
    config.screenMm = parseScreenMm(value);
    return config.screenMm ? nullptr : "screen_mm is WIDTHxHEIGHT in millimetres, 50 to 3000 each";
}

Wrong readPrinter(const QString& value, Config& config)
{
    constexpr qsizetype longest = 127; // as CUPS has it
    const bool taken = !value.isEmpty() && value.size() <= longest
        && std::all_of(value.begin(), value.end(), [](QChar c) {
               return c > u' ' && c < u'\x7f' && c != u'/' && c != u'#' && c != u'\'' && c != u'"';
           });
    config.printer = value.toStdString();
    return taken ? nullptr : "printer is a name as lpstat -e lists it";
}

Wrong readPaper(const QString& value, Config& config)
{
    static const QHash<QString, print::Paper> papers{{QStringLiteral("a6"), print::Paper::A6},
        {QStringLiteral("80mm"), print::Paper::Roll80},
        {QStringLiteral("58mm"), print::Paper::Roll58}};
    const auto found = papers.constFind(value);
    if (found == papers.constEnd()) {
        return "printer_paper is a6, 80mm or 58mm";
    }
    config.printerPaper = *found;
    return nullptr;
}

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
    using Read = Wrong (*)(const QString&, Config&);
    static const QHash<QString, Read> keys{{QStringLiteral("screen_mm"), readScreen},
        {QStringLiteral("printer"), readPrinter}, {QStringLiteral("printer_paper"), readPaper}};
    const auto read = keys.value(content.left(equals).trimmed().toString());
    if (read == nullptr) {
        return wrong("unknown key");
    }
    const Wrong why = read(content.mid(equals + 1).trimmed().toString(), config);
    return why == nullptr ? Result<void>() : Result<void>(wrong(why));
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
