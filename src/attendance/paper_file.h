#pragma once

#include "base/file.h"

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

/// A PDF (PDF/A-1b, so that archives take it) that is written page by page into `<path>.tmp`, and
/// stands under its name only when finish() has synced it. Nothing of earlier pages is held but
/// where they lie. Requires a QGuiApplication.
class PaperFile
{
public:
    /// Errors: those of the file layer.
    [[nodiscard]] static Result<std::unique_ptr<PaperFile>> create(base::FileSystem& files,
        const base::Path& path, const SheetSize& size, const QString& title);

    PaperFile(const PaperFile&) = delete;
    PaperFile& operator=(const PaperFile&) = delete;
    PaperFile(PaperFile&&) = delete;
    PaperFile& operator=(PaperFile&&) = delete;
    /// Unfinished, it leaves nothing.
    ~PaperFile();

    /// Of the page that is being painted; its origin is the sheet's upper left corner.
    [[nodiscard]] QPainter& painter() { return m_painter; }
    void newPage();
    /// The first failure of what was written since the file was made.
    [[nodiscard]] Result<void> health() const;
    /// Writes the rest, syncs, and gives the file its name. Errors: those of the file layer, those
    /// of earlier pages too.
    [[nodiscard]] Result<void> finish();

private:
    class Device;
    explicit PaperFile(std::unique_ptr<Device> device);

    std::unique_ptr<Device> m_device;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
};

} // namespace ikrar::attendance
