#pragma once

#include "attendance/delivery.h"

#include <QPainter>

#include <memory>

class QPdfWriter;

namespace ikrar::attendance {

/// Papers are measured in dots of 1/1200 inch.
constexpr double dotsPerInch = 1200;
constexpr double mm = dotsPerInch / 25.4;
constexpr double pt = dotsPerInch / 72;

/// F4 is 215 x 330 mm: what Indonesian offices call so (folio).
enum class Paper : std::uint8_t { A4, F4 };

/// A sheet as it lies before the reader, in dots.
struct SheetSize {
    double width = 0;
    double height = 0;
};
[[nodiscard]] SheetSize portrait(Paper paper);
[[nodiscard]] SheetSize landscape(Paper paper);

/// A PDF (PDF/A-1b, so that archives take it) that goes into a sink page by page. Nothing of
/// earlier pages is held but where they lie. Requires a QGuiApplication.
class PaperFile
{
public:
    /// The sink outlives it.
    PaperFile(Sink& sink, const SheetSize& size, const QString& title);

    PaperFile(const PaperFile&) = delete;
    PaperFile& operator=(const PaperFile&) = delete;
    PaperFile(PaperFile&&) = delete;
    PaperFile& operator=(PaperFile&&) = delete;
    ~PaperFile();

    /// Of the page that is being painted; its origin is the sheet's upper left corner.
    [[nodiscard]] QPainter& painter() { return m_painter; }
    void newPage();
    /// Writes the rest. Errors: the sink's first.
    [[nodiscard]] Result<void> finish();

private:
    class Device;

    std::unique_ptr<Device> m_device;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
};

} // namespace ikrar::attendance
