#include "attendance/paper_file.h"

#include <QIODevice>
#include <QPageLayout>
#include <QPdfWriter>

#include <fcntl.h>

namespace ikrar::attendance {

namespace {

constexpr qsizetype bufferSize = qsizetype{1} << 18;
constexpr mode_t ownerOnly = 0600; // names and numbers of people

SheetSize millimetres(double width, double height)
{
    return {width * mm, height * mm};
}

} // namespace

SheetSize portrait(Paper paper)
{
    return paper == Paper::A4 ? millimetres(210, 297) : millimetres(215, 330);
}

SheetSize landscape(Paper paper)
{
    const SheetSize upright = portrait(paper);
    return {upright.height, upright.width};
}

/// Qt's writer sees a device; what it writes goes through our file layer, whose errors it would
/// not tell apart.
class PaperFile::Device final : public QIODevice
{
public:
    Device(base::FileSystem& files, base::Path path)
        : m_files(files)
        , m_path(std::move(path))
        , m_temporary(m_path.string() + ".tmp")
    {
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    Device(Device&&) = delete;
    Device& operator=(Device&&) = delete;
    ~Device() override
    {
        if (m_fd == -1)
            return;
        m_files.close(m_fd);
        static_cast<void>(m_files.remove(m_temporary));
    }

    [[nodiscard]] bool isSequential() const override { return true; }

    [[nodiscard]] Result<void> openTemporary()
    {
        std::error_code ignored; // what a crash left behind, whose mode would not be ours
        std::filesystem::remove(m_temporary, ignored);
        auto fd = m_files.open(m_temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, ownerOnly);
        if (!fd)
            return tl::unexpected(fd.error());
        m_fd = *fd;
        m_buffer.reserve(bufferSize);
        QIODevice::open(WriteOnly);
        return {};
    }

    [[nodiscard]] Result<void> health() const
    {
        if (m_failure)
            return tl::unexpected(*m_failure);
        return {};
    }

    [[nodiscard]] Result<void> place()
    {
        flush();
        auto placed = health().and_then([&] { return m_files.sync(m_fd); }).and_then([&] {
            return m_files.rename(m_temporary, m_path);
        });
        if (!placed)
            return placed;
        m_files.close(m_fd);
        m_fd = -1;
        return base::syncDirectory(
            m_files, m_path.has_parent_path() ? m_path.parent_path() : base::Path("."));
    }

protected:
    qint64 readData(char* /*data*/, qint64 /*maxSize*/) override { return -1; }

    qint64 writeData(const char* data, qint64 size) override
    {
        m_buffer.append(data, size);
        if (m_buffer.size() >= bufferSize)
            flush();
        return size;
    }

private:
    void flush()
    {
        const std::string_view pending(
            m_buffer.constData(), static_cast<std::size_t>(m_buffer.size()));
        if (!m_failure) {
            if (auto written = m_files.write(m_fd, base::asBytes(pending)); !written)
                m_failure
                    = Error{written.error().kind, m_path.string() + ": " + written.error().what};
        }
        m_buffer.resize(0); // keeps what was reserved
    }

    base::FileSystem& m_files;
    base::Path m_path;
    base::Path m_temporary;
    int m_fd = -1;
    QByteArray m_buffer;
    std::optional<Error> m_failure;
};

PaperFile::PaperFile(std::unique_ptr<Device> device) : m_device(std::move(device)) { }

PaperFile::~PaperFile()
{
    if (m_painter.isActive())
        m_painter.end();
}

Result<std::unique_ptr<PaperFile>> PaperFile::create(
    base::FileSystem& files, const base::Path& path, const SheetSize& size, const QString& title)
{
    auto device = std::make_unique<Device>(files, path);
    if (auto opened = device->openTemporary(); !opened)
        return tl::unexpected(opened.error());
    std::unique_ptr<PaperFile> file(new PaperFile(std::move(device)));
    file->m_writer = std::make_unique<QPdfWriter>(file->m_device.get());
    QPdfWriter& writer = *file->m_writer;
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(static_cast<int>(dotsPerInch));
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Ikrar"));
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(size.width / pt, size.height / pt),
                                         QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF()));
    file->m_painter.begin(&writer);
    return file;
}

void PaperFile::newPage()
{
    m_writer->newPage();
}

Result<void> PaperFile::health() const
{
    return m_device->health();
}

Result<void> PaperFile::finish()
{
    m_painter.end();
    return m_device->place();
}

} // namespace ikrar::attendance
