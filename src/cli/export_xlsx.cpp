#include "attendance/records_xlsx.h"
#include "cli/export_format.h"

namespace ikrar::cli {

ExportFormat xlsxFormat()
{
    return {"xlsx", nullptr, [](const ExportJob& job, const base::Path& file) {
                const auto paper = job.options.paper == "f4" ? attendance::SheetPaper::F4
                                                             : attendance::SheetPaper::A4;
                return attendance::writeXlsx(job.records, job.order, paper, file, job.done);
            }};
}

} // namespace ikrar::cli
