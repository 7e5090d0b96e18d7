#include "attendance/records_json.h"
#include "cli/export_format.h"

namespace ikrar::cli {

ExportFormat jsonFormat()
{
    return {"json",
        [](const ExportJob& job, attendance::Sink& sink) {
            return attendance::writeJson(job.records, job.order, sink, job.done);
        },
        nullptr};
}

} // namespace ikrar::cli
