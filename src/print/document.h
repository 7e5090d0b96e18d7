#pragma once

#include "base/file.h"
#include "print/slip.h"

namespace ikrar::print {

/// What goes to a printer: the bytes, and what they are.
struct Document {
    std::string title; ///< as Slip::title
    std::string format; ///< MIME type
    Bytes bytes;
};

/// A slip for its paper: a PDF of one page, or for a roll ESC/POS (`GS v 0` raster in bands, then
/// a cut), which a printer takes as it is. Requires a QGuiApplication. Errors: TooLarge (the slip
/// is longer than the page, or than 400 mm of a roll); Io.
[[nodiscard]] Result<Document> documentOf(const Slip& slip);

/// The PDF of a slip made for a page, as a file, whole or not at all. Errors: also those of the
/// file layer.
[[nodiscard]] Result<void> savePdf(const Slip& slip, const base::Path& path);

} // namespace ikrar::print
