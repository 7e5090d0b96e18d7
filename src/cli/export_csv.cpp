#include "cli/export_format.h"

namespace ikrar::cli {

namespace {

Result<std::uint64_t> write(const ExportJob& job, attendance::Sink& sink)
{
    if (job.options.raw)
        return attendance::writeRawCsv(job.records, sink, job.done);
    const char separator = job.options.separator == "tab" ? '\t' : job.options.separator.front();
    return attendance::writePeopleCsv(job.records, job.order, separator, sink, job.done);
}

} // namespace

ExportFormat csvFormat()
{
    return {"csv", write, nullptr};
}

} // namespace ikrar::cli
