#include "attendance/paper_file.h"

#include <QIODevice>
#include <QPageLayout>
#include <QPdfWriter>

namespace ikrar::attendance {

namespace {

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

/// Qt's writer sees a device; the sink's errors are told, which a device's would not be.
class PaperFile::Device final : public QIODevice
{
public:
    explicit Device(Sink& sink) : m_sink(sink) { QIODevice::open(WriteOnly); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] const Result<void>& health() const { return m_health; }

protected:
    qint64 readData(char* /*data*/, qint64 /*maxSize*/) override { return -1; }

    qint64 writeData(const char* data, qint64 size) override
    {
        if (m_health)
            m_health = m_sink.write({data, static_cast<std::size_t>(size)});
        return size;
    }

private:
    Sink& m_sink;
    Result<void> m_health;
};

PaperFile::PaperFile(Sink& sink, const SheetSize& size, const QString& title)
    : m_device(std::make_unique<Device>(sink))
    , m_writer(std::make_unique<QPdfWriter>(m_device.get()))
{
    m_writer->setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    m_writer->setResolution(static_cast<int>(dotsPerInch));
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Ikrar"));
    m_writer->setPageLayout(QPageLayout(QPageSize(QSizeF(size.width / pt, size.height / pt),
                                            QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF()));
    m_painter.begin(m_writer.get());
}

PaperFile::~PaperFile()
{
    if (m_painter.isActive())
        m_painter.end();
}

void PaperFile::newPage()
{
    m_writer->newPage();
}

Result<void> PaperFile::finish()
{
    m_painter.end();
    return m_device->health();
}

} // namespace ikrar::attendance
