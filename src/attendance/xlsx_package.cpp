#include "attendance/xlsx_package.h"

#include <QIODevice>

#include <zip.h>

#include <array>
#include <utility>

namespace ikrar::attendance {

namespace {

/// Between two tags: a cell holds 32,767 characters, each of up to six bytes as `&quot;`.
constexpr std::uint64_t maxBetweenTags = 256UL * 1024;
constexpr int maxDepth = 32;
constexpr std::size_t maxRelationships = 10'000;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using FilePtr = std::unique_ptr<zip_file_t, CloseFile>;

} // namespace

/// Hands out a part, and stops at what a parser would have to keep in memory to get past.
class PartDevice final : public QIODevice
{
public:
    PartDevice(FilePtr file, std::uint64_t& unpacked)
        : m_file(std::move(file))
        , m_unpacked(unpacked)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        if (m_failure)
            return -1;
        const auto read = zip_fread(m_file.get(), data, static_cast<zip_uint64_t>(size));
        if (read < 0)
            return stop(Error::Kind::Malformed, "a part of it cannot be unpacked");
        m_unpacked += static_cast<std::uint64_t>(read);
        if (m_unpacked > maxUnpackedWorkbook)
            return stop(Error::Kind::TooLarge, "it unpacks to more than 256 MiB");
        for (const char c : std::string_view(data, static_cast<std::size_t>(read))) {
            if (const char* wrong = look(c))
                return stop(Error::Kind::Malformed, wrong);
        }
        return read;
    }
    qint64 writeData(const char* /*data*/, qint64 /*size*/) override { return -1; }

private:
    /// What is wrong at this byte; null: nothing.
    const char* look(char c)
    {
        const std::uint64_t at = m_position++;
        const auto byte = static_cast<unsigned char>(c);
        if (at == 0 && (byte >= 0xfe || byte == 0))
            return "a part of it is not in UTF-8";
        if (c == '<')
            m_tag = at;
        // In UTF-8 an XML text has no other `<!` than a document type, a comment or CDATA, and no
        // `<?` but the declaration that it may begin with, after a mark of three bytes.
        const bool second = at == m_tag + 1 && at > 0;
        if (second && (c == '!' || (c == '?' && m_tag > 3)))
            return "a part of it holds what no spreadsheet writes";
        return at - m_tag > maxBetweenTags ? "a text in it is too long" : nullptr;
    }

    qint64 stop(Error::Kind kind, const char* what)
    {
        m_failure = Error{kind, what};
        return -1;
    }

    FilePtr m_file;
    std::uint64_t& m_unpacked;
    std::uint64_t m_position = 0;
    std::uint64_t m_tag = 0; ///< position of the last `<`
    std::optional<Error> m_failure;
};

namespace {

/// A target as a relationship of a part in `folder` gives it, as the name of a part; empty when it
/// leads out of the package.
std::string resolved(const std::string& folder, const std::string& target)
{
    std::vector<std::string> steps;
    const std::string path = target.starts_with('/') ? target : folder + "/" + target;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string step = path.substr(begin, end - begin);
        begin = end + 1;
        if (step == ".." && steps.empty())
            return {};
        if (step == "..")
            steps.pop_back();
        else if (!step.empty() && step != ".")
            steps.push_back(step);
    }
    std::string name;
    for (const std::string& step : steps)
        name += (name.empty() ? "" : "/") + step;
    return name;
}

std::pair<std::string, std::string> split(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    if (slash == std::string::npos)
        return {"", part};
    return {part.substr(0, slash), part.substr(slash + 1)};
}

} // namespace

XmlPart::XmlPart(std::unique_ptr<PartDevice> device)
    : m_device(std::move(device))
    , m_reader(m_device.get())
{
}

XmlPart::~XmlPart() = default;

bool XmlPart::child()
{
    const bool found = m_reader.readNextStartElement();
    if (std::exchange(m_begun, true))
        return found;
    const QStringView encoding = m_reader.documentEncoding();
    if (!encoding.isEmpty() && encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) != 0)
        m_reader.raiseError(QStringLiteral("not in UTF-8"));
    return found && !m_reader.hasError();
}

QString XmlPart::attribute(QLatin1String name) const
{
    for (const QXmlStreamAttribute& each : m_reader.attributes()) {
        if (each.name() == name && each.namespaceUri().isEmpty())
            return each.value().toString();
    }
    return {};
}

QString XmlPart::relationship() const
{
    for (const QXmlStreamAttribute& each : m_reader.attributes()) {
        if (each.name() == QLatin1String("id") && !each.namespaceUri().isEmpty())
            return each.value().toString();
    }
    return {};
}

void XmlPart::skip()
{
    static_cast<void>(text());
}

QString XmlPart::text()
{
    QString collected;
    int depth = 1;
    while (depth > 0 && !m_reader.hasError()) {
        const auto token = m_reader.readNext();
        if (token == QXmlStreamReader::StartElement && ++depth > maxDepth)
            m_reader.raiseError(QStringLiteral("elements nest too deep"));
        else if (token == QXmlStreamReader::EndElement)
            --depth;
        else if (token == QXmlStreamReader::Characters && depth == 1)
            collected += m_reader.text();
    }
    return collected;
}

std::uint64_t XmlPart::position() const
{
    return m_device->position();
}

Result<void> XmlPart::finish()
{
    while (!m_reader.atEnd())
        m_reader.readNext();
    if (const auto& failure = m_device->failure())
        return tl::unexpected(*failure);
    if (m_reader.hasError())
        return fail(Error::Kind::Malformed, "a part of it is no sound XML");
    return {};
}

struct XlsxPackage::Archive {
    explicit Archive(zip_t* opened) : zip(opened) { }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    Archive(Archive&&) = delete;
    Archive& operator=(Archive&&) = delete;
    ~Archive() { zip_discard(zip); }

    zip_t* zip;
};

XlsxPackage::XlsxPackage(std::unique_ptr<Archive> archive) : m_archive(std::move(archive)) { }

XlsxPackage::~XlsxPackage() = default;

Result<std::unique_ptr<XlsxPackage>> XlsxPackage::open(BytesView file)
{
    zip_source_t* source = zip_source_buffer_create(file.data(), file.size(), 0, nullptr);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip == nullptr) {
        zip_source_free(source);
        return fail(Error::Kind::Malformed, "it is no whole ZIP");
    }
    return std::unique_ptr<XlsxPackage>(new XlsxPackage(std::make_unique<Archive>(zip)));
}

bool XlsxPackage::has(const std::string& name) const
{
    return zip_name_locate(m_archive->zip, name.c_str(), 0) >= 0;
}

std::string XlsxPackage::beginning(const std::string& name) const
{
    std::array<char, 256> bytes{};
    const FilePtr file(zip_fopen(m_archive->zip, name.c_str(), 0));
    const auto read = file ? zip_fread(file.get(), bytes.data(), bytes.size()) : 0;
    return {bytes.data(), static_cast<std::size_t>(std::max<zip_int64_t>(read, 0))};
}

std::uint64_t XlsxPackage::size(const std::string& name) const
{
    zip_stat_t stat{};
    return zip_stat(m_archive->zip, name.c_str(), 0, &stat) == 0 ? stat.size : 0;
}

Result<std::unique_ptr<XmlPart>> XlsxPackage::part(const std::string& name)
{
    if (!has(name))
        return fail(Error::Kind::Missing, "a part of it is missing");
    FilePtr file(zip_fopen(m_archive->zip, name.c_str(), 0));
    if (!file)
        return fail(Error::Kind::Malformed, "a part of it cannot be unpacked");
    return std::make_unique<XmlPart>(std::make_unique<PartDevice>(std::move(file), m_unpacked));
}

Result<std::vector<XlsxPackage::Relationship>> XlsxPackage::relationships(const std::string& from)
{
    const auto [folder, name] = split(from);
    auto part = this->part((folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels");
    if (!part)
        return tl::unexpected(part.error());
    XmlPart& xml = **part;
    std::vector<Relationship> all;
    for (bool root = xml.child(); root && xml.child() && all.size() < maxRelationships;) {
        const std::string type = xml.attribute(QLatin1String("Type")).toStdString();
        const std::string target
            = resolved(folder, xml.attribute(QLatin1String("Target")).toStdString());
        if (xml.attribute(QLatin1String("TargetMode")) != QLatin1String("External")
            && !target.empty())
            all.push_back({xml.attribute(QLatin1String("Id")).toStdString(),
                type.substr(type.rfind('/') + 1), target});
        xml.skip();
    }
    return xml.finish().map([&] { return all; });
}

} // namespace ikrar::attendance
