#pragma once

#include "base/file.h"
#include "print/slip.h"

#include <QSizeF>

#include <optional>
#include <string>
#include <string_view>

namespace ikrar::kiosk {

/// /etc/ikrar/kiosk.conf: lines `key = value`, `#` comments and empty lines.
///
///     screen_mm = 268x476        # what the screen measures, where it reports nonsense
///     printer = slips            # a printer by CUPS's name, for receipts and session reports
///     printer_paper = 80mm       # 80mm or 58mm: a thermal roll, by ESC/POS; a6: a page, the
///     default
struct Config {
    std::optional<QSizeF> screenMm;
    std::string printer; ///< empty: nothing is printed
    print::Paper printerPaper = print::Paper::A6;
};

/// Errors: Invalid with the line's number, for an unknown key or a value out of its form.
[[nodiscard]] Result<Config> parseConfig(std::string_view text);
/// An absent file is an empty one. Errors: those of the file and of parseConfig.
[[nodiscard]] Result<Config> readConfig(const base::Path& path);

/// The passphrase of the log's key: the systemd credential `ikrar-passphrase`, else `file`; one
/// line without its end. Errors: Invalid where there is neither.
[[nodiscard]] Result<std::string> readPassphrase(const base::Path& file);

} // namespace ikrar::kiosk
