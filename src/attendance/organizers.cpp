#include "attendance/organizers.h"

#include "base/base64.h"
#include "base/utf8.h"
#include "crypto/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxFile = std::size_t{1024} * 1024;
constexpr std::size_t maxText = 128;
constexpr std::size_t saltSize = 16;
constexpr std::size_t hashSize = 32;
constexpr mode_t ownerOnly = 0600;

base::Path holdersPath(const base::Path& data)
{
    return data / "organizers";
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Each digit follows the one before it by `step`, 9 before 0.
bool isRun(std::string_view pin, int step)
{
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if ((pin[i] - pin[i - 1] - step) % 10 != 0)
            return false;
    }
    return true;
}

bool repeatsItself(std::string_view pin)
{
    for (std::size_t group = 2; group <= pin.size() / 2; ++group) {
        if (pin.size() % group == 0 && pin.substr(group) == pin.substr(0, pin.size() - group))
            return true;
    }
    return false;
}

bool isChosenFirst(std::string_view pin)
{
    constexpr std::array<std::string_view, 12> first{"112233", "123321", "111222", "121314",
        "142536", "147258", "159753", "159357", "170845", "17081945", "011011", "102030"};
    return std::find(first.begin(), first.end(), pin) != first.end();
}

/// Base64 without padding, as PHC strings have it.
std::string bare(BytesView bytes)
{
    std::string text = base::toBase64(bytes);
    text.erase(std::min(text.find('='), text.size()));
    return text;
}

Result<Bytes> fromBare(std::string_view text)
{
    std::string padded(text);
    padded.append((4 - padded.size() % 4) % 4, '=');
    return base::fromBase64(padded);
}

struct Hashed {
    crypto::ScryptCost cost;
    Bytes salt;
    Bytes hash;
};

tl::unexpected<Error> notHashed()
{
    return fail(Error::Kind::Malformed, "DATA/organizers holds a PIN in no known form.");
}

/// Takes `key=<number>` and what ends it off the front.
bool takeNumber(std::string_view& text, std::string_view key, char end, std::uint32_t& number)
{
    if (!text.starts_with(key))
        return false;
    text.remove_prefix(key.size());
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc() || length == text.size() || text[length] != end)
        return false;
    text.remove_prefix(length + 1);
    return true;
}

Result<Hashed> parseHashed(std::string_view text)
{
    Hashed hashed;
    std::uint32_t logN = 0;
    constexpr std::uint32_t maxLogN = 30;
    if (!takeNumber(text, "$scrypt$ln=", ',', logN) || logN > maxLogN
        || !takeNumber(text, "r=", ',', hashed.cost.r)
        || !takeNumber(text, "p=", '$', hashed.cost.p))
        return notHashed();
    hashed.cost.n = std::uint64_t{1} << logN;
    const auto between = text.find('$');
    if (between == std::string_view::npos)
        return notHashed();
    auto salt = fromBare(text.substr(0, between));
    auto hash = fromBare(text.substr(between + 1));
    if (!salt || !hash || salt->size() != saltSize || hash->size() != hashSize)
        return notHashed();
    hashed.salt = std::move(*salt);
    hashed.hash = std::move(*hash);
    return hashed;
}

bool equalInConstantTime(BytesView one, BytesView other)
{
    unsigned difference = one.size() == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        difference |= static_cast<unsigned>(one[i] ^ other[i]);
    return difference == 0;
}

bool isOneLine(const std::string& text)
{
    const bool controls = std::any_of(text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return text.find_first_not_of(' ') != std::string::npos && text.size() <= maxText && !controls
        && base::isUtf8(text);
}

std::string field(const QJsonValue& value, const char* key)
{
    return value.toObject().value(QLatin1String(key)).toString().toStdString();
}

Result<Organizer> organizerFrom(const QJsonValue& value)
{
    Organizer organizer{field(value, "name"), field(value, "post"), field(value, "pin")};
    if (!isOneLine(organizer.name) || !isOneLine(organizer.post) || !parseHashed(organizer.pin))
        return fail(Error::Kind::Malformed,
            "DATA/organizers is damaged: remove it and run `ikrar organizer add` for each again.");
    return organizer;
}

Result<QJsonDocument> readJson(const base::Path& path)
{
    const auto bytes = base::readFile(path, maxFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto text = base::asText(*bytes);
    auto json
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (json.isNull())
        return fail(Error::Kind::Malformed, path.string() + " is no JSON.");
    return json;
}

Result<void> writeJson(base::FileSystem& files, const base::Path& path, const QJsonDocument& json)
{
    const std::string text = json.toJson(QJsonDocument::Indented).toStdString();
    return base::replaceFile(files, path, base::asBytes(text), ownerOnly);
}

Result<void> write(
    base::FileSystem& files, const base::Path& data, const std::vector<Organizer>& organizers)
{
    QJsonArray list;
    for (const Organizer& organizer : organizers) {
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(organizer.name)},
            {QStringLiteral("post"), QString::fromStdString(organizer.post)},
            {QStringLiteral("pin"), QString::fromStdString(organizer.pin)}});
    }
    return writeJson(files, holdersPath(data), QJsonDocument(list));
}

auto named(const std::string& name)
{
    return [&name](const Organizer& organizer) { return organizer.name == name; };
}

} // namespace

Result<void> checkPin(std::string_view pin)
{
    constexpr std::size_t least = 6;
    constexpr std::size_t most = 12;
    if (pin.size() < least || pin.size() > most || !std::all_of(pin.begin(), pin.end(), isDigit))
        return fail(Error::Kind::Invalid, "A PIN has 6 to 12 digits.");
    if (isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1) || repeatsItself(pin)
        || isChosenFirst(pin))
        return fail(Error::Kind::Invalid,
            "This PIN is among the first that anybody would try; choose another.");
    return {};
}

std::string hashPin(std::string_view pin, const crypto::ScryptCost& cost)
{
    const auto salt = crypto::randomBytes<saltSize>();
    // The cost is ours, and allowed.
    const Bytes hash = crypto::scrypt(base::asBytes(pin), salt, cost, hashSize).value();
    return "$scrypt$ln=" + std::to_string(std::countr_zero(cost.n)) + ",r=" + std::to_string(cost.r)
        + ",p=" + std::to_string(cost.p) + '$' + bare(salt) + '$' + bare(hash);
}

Result<bool> isPin(std::string_view pin, const std::string& hashed)
{
    const auto known = parseHashed(hashed);
    if (!known)
        return tl::unexpected(known.error());
    return crypto::scrypt(base::asBytes(pin), known->salt, known->cost, hashSize)
        .map([&](const Bytes& hash) { return equalInConstantTime(hash, known->hash); });
}

Result<std::vector<Organizer>> readOrganizers(const base::Path& data)
{
    const auto json = readJson(holdersPath(data));
    if (!json) {
        if (json.error().kind == Error::Kind::Missing)
            return std::vector<Organizer>();
        return tl::unexpected(json.error());
    }
    std::vector<Organizer> organizers;
    for (const QJsonValue value : json->array()) {
        auto organizer = organizerFrom(value);
        if (!organizer)
            return tl::unexpected(organizer.error());
        organizers.push_back(std::move(*organizer));
    }
    return organizers;
}

Result<void> addOrganizer(base::FileSystem& files, const base::Path& data, const std::string& name,
    const std::string& post, std::string_view pin, const crypto::ScryptCost& cost)
{
    if (!isOneLine(name) || !isOneLine(post))
        return fail(Error::Kind::Invalid, "Name and post are one line each, of at most 128 bytes.");
    if (auto checked = checkPin(pin); !checked)
        return checked;
    auto organizers = readOrganizers(data);
    if (!organizers)
        return tl::unexpected(organizers.error());
    if (std::any_of(organizers->begin(), organizers->end(), named(name)))
        return fail(
            Error::Kind::Invalid, name + " is an organizer already; remove them for a new PIN.");
    organizers->push_back({name, post, hashPin(pin, cost)});
    return write(files, data, *organizers);
}

Result<void> removeOrganizer(
    base::FileSystem& files, const base::Path& data, const std::string& name)
{
    auto organizers = readOrganizers(data);
    if (!organizers)
        return tl::unexpected(organizers.error());
    if (std::erase_if(*organizers, named(name)) == 0)
        return fail(Error::Kind::Missing, "No organizer has this name: " + name);
    return write(files, data, *organizers);
}

FailedPins::FailedPins(base::FileSystem& files, const base::Path& data)
    : m_files(files)
    , m_path(data / "organizers.failed")
{
    const auto json = readJson(m_path);
    if (!json)
        return;
    const QJsonObject counts = json->object();
    for (auto at = counts.begin(); at != counts.end(); ++at)
        m_counts.emplace_back(
            at.key().toStdString(), static_cast<unsigned>(std::max(0, at.value().toInt())));
}

unsigned FailedPins::count(const std::string& name) const
{
    const auto at = std::find_if(m_counts.begin(), m_counts.end(),
        [&name](const auto& counted) { return counted.first == name; });
    return at == m_counts.end() ? 0 : at->second;
}

void FailedPins::set(const std::string& name, unsigned count)
{
    if (this->count(name) == count)
        return;
    std::erase_if(m_counts, [&name](const auto& counted) { return counted.first == name; });
    m_counts.emplace_back(name, count);
    QJsonObject counts;
    for (const auto& [holder, failures] : m_counts)
        counts.insert(QString::fromStdString(holder), static_cast<int>(failures));
    static_cast<void>(writeJson(m_files, m_path, QJsonDocument(counts)));
}

} // namespace ikrar::attendance
