#pragma once

#include "print/document.h"

#include <string>
#include <vector>

namespace ikrar::print {

/// How a printer of CUPS stands. Reasons are CUPS's keywords as IPP has them (RFC 8011 5.4.12),
/// without what says how bad they are: `media-empty`, `cover-open`, `offline`, ...
struct PrinterStatus {
    bool stopped = false; ///< it prints nothing until somebody resumes it
    bool accepting = true;
    std::vector<std::string> reasons;
    std::string message; ///< CUPS's own words, of a failed filter too; may be empty
};

/// How a job stands (RFC 8011 5.3.7). What is done with is done for CUPS: a printer that says
/// nothing back may still have printed nothing.
struct JobStatus {
    enum class State : std::uint8_t { Waiting, Held, Printing, Stopped, Done, Canceled, Aborted };
    State state{};
    std::string message;
};

/// Printers by the local CUPS (or that of CUPS_SERVER), which queues and drives them. Every call
/// asks it over a connection of its own and takes at most some seconds: not for the GUI thread.
/// Errors of each: Io where CUPS does not answer, Missing where it knows no such printer or job,
/// Refused with its reason.
[[nodiscard]] Result<PrinterStatus> printerStatus(const std::string& printer);
/// The number of the job, which is queued when this returns.
[[nodiscard]] Result<int> submit(const std::string& printer, const Document& document);
[[nodiscard]] Result<JobStatus> jobStatus(const std::string& printer, int job);
/// A job that is over already is no error.
[[nodiscard]] Result<void> cancel(const std::string& printer, int job);

} // namespace ikrar::print
