#include "print/printer.h"

#include <cups/cups.h>

#include <array>
#include <memory>
#include <span>

namespace ikrar::print {

namespace {

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Connection = std::unique_ptr<http_t, CloseHttp>;
using Message = std::unique_ptr<ipp_t, DeleteIpp>;

constexpr double answerSeconds = 10;

int giveUp(http_t* /*http*/, void* /*data*/)
{
    return 0;
}

std::string lastError()
{
    const char* why = cupsLastErrorString(); // none where nothing was asked yet in this thread
    return why != nullptr ? why : "no reason was given";
}

Result<Connection> connected()
{
    constexpr int connectMilliseconds = 3000;
    Connection http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(),
        1 /* blocking */, connectMilliseconds, nullptr));
    if (!http)
        return fail(Error::Kind::Io, "The printing system (CUPS) does not answer: " + lastError());
    httpSetTimeout(http.get(), answerSeconds, giveUp, nullptr);
    return http;
}

std::string uriOf(const std::string& printer)
{
    constexpr std::size_t longest = 1024;
    std::array<char, longest> uri{};
    httpAssembleURI(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
        "localhost", 0, ("/printers/" + printer).c_str());
    return uri.data();
}

Message request(ipp_op_t operation, const std::string& printer)
{
    Message message(ippNewRequest(operation));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
        uriOf(printer).c_str());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
        cupsUser());
    return message;
}

void askFor(ipp_t* message, std::span<const char* const> attributes)
{
    ippAddStrings(message, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
        static_cast<int>(attributes.size()), nullptr, attributes.data());
}

Error refusal(const std::string& what)
{
    const std::string why = lastError();
    switch (cupsLastError()) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return {Error::Kind::Missing, what + ": CUPS has no such printer or job."};
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_INTERNAL:
    case IPP_STATUS_ERROR_TIMEOUT:
        return {Error::Kind::Io, what + ": CUPS did not answer: " + why};
    default:
        return {Error::Kind::Refused, what + ": " + why};
    }
}

/// Sends it to CUPS itself; `what` names it where it is refused.
Result<Message> asked(http_t* http, Message message, const std::string& what)
{
    Message answer(cupsDoRequest(http, message.release(), "/"));
    if (!answer || ippGetStatusCode(answer.get()) > IPP_STATUS_OK_CONFLICTING)
        return tl::unexpected(refusal(what));
    return answer;
}

std::string textOf(ipp_t* answer, const char* name)
{
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    const char* value = attribute != nullptr ? ippGetString(attribute, 0, nullptr) : nullptr;
    return value != nullptr ? value : "";
}

int numberOf(ipp_t* answer, const char* name)
{
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return attribute != nullptr ? ippGetInteger(attribute, 0) : 0;
}

/// Without `-error`, `-warning`, `-report`, and without `none`.
std::vector<std::string> reasonsOf(ipp_t* answer)
{
    std::vector<std::string> reasons;
    ipp_attribute_t* attribute = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    const int count = attribute != nullptr ? ippGetCount(attribute) : 0;
    for (int at = 0; at < count; ++at) {
        std::string reason = ippGetString(attribute, at, nullptr);
        for (const std::string_view severity : {"-error", "-warning", "-report"}) {
            if (reason.ends_with(severity))
                reason.resize(reason.size() - severity.size());
        }
        if (reason != "none")
            reasons.push_back(std::move(reason));
    }
    return reasons;
}

JobStatus::State stateOf(int state)
{
    switch (state) {
    case IPP_JSTATE_HELD:
        return JobStatus::State::Held;
    case IPP_JSTATE_PROCESSING:
        return JobStatus::State::Printing;
    case IPP_JSTATE_STOPPED:
        return JobStatus::State::Stopped;
    case IPP_JSTATE_CANCELED:
        return JobStatus::State::Canceled;
    case IPP_JSTATE_ABORTED:
        return JobStatus::State::Aborted;
    case IPP_JSTATE_COMPLETED:
        return JobStatus::State::Done;
    default:
        return JobStatus::State::Waiting;
    }
}

std::string jobName(const std::string& printer, int job)
{
    return "Job " + std::to_string(job) + " of printer " + printer;
}

Result<void> write(http_t* http, const std::string& printer, int job, const Document& document)
{
    const std::string what = "The document for printer " + printer;
    if (cupsStartDocument(http, printer.c_str(), job, document.title.c_str(),
            document.format.c_str(), 1 /* the last of its job */)
        != HTTP_STATUS_CONTINUE)
        return tl::unexpected(refusal(what));
    const std::string_view bytes = base::asText(document.bytes);
    const bool written
        = cupsWriteRequestData(http, bytes.data(), bytes.size()) == HTTP_STATUS_CONTINUE;
    const bool finished = cupsFinishDocument(http, printer.c_str()) <= IPP_STATUS_OK_CONFLICTING;
    if (!written || !finished)
        return tl::unexpected(refusal(what));
    return {};
}

Result<void> cancelOver(http_t* http, const std::string& printer, int job)
{
    Message message = request(IPP_OP_CANCEL_JOB, printer);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const auto answer = asked(http, std::move(message), jobName(printer, job));
    if (!answer && cupsLastError() != IPP_STATUS_ERROR_NOT_POSSIBLE)
        return tl::unexpected(answer.error());
    return {};
}

} // namespace

Result<PrinterStatus> printerStatus(const std::string& printer)
{
    static constexpr std::array attributes{"printer-state", "printer-state-reasons",
        "printer-state-message", "printer-is-accepting-jobs"};
    return connected()
        .and_then([&](const Connection& http) {
            Message message = request(IPP_OP_GET_PRINTER_ATTRIBUTES, printer);
            askFor(message.get(), attributes);
            return asked(http.get(), std::move(message), "Printer " + printer);
        })
        .map([](const Message& answer) {
            PrinterStatus status;
            status.stopped = numberOf(answer.get(), "printer-state") == IPP_PSTATE_STOPPED;
            ipp_attribute_t* accepting
                = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
            status.accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
            status.reasons = reasonsOf(answer.get());
            status.message = textOf(answer.get(), "printer-state-message");
            return status;
        });
}

Result<int> submit(const std::string& printer, const Document& document)
{
    return connected().and_then([&](const Connection& http) -> Result<int> {
        Message message = request(IPP_OP_CREATE_JOB, printer);
        ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
            document.title.c_str());
        const auto answer = asked(http.get(), std::move(message), "Printer " + printer);
        if (!answer)
            return tl::unexpected(answer.error());
        const int job = numberOf(answer->get(), "job-id");
        if (auto written = write(http.get(), printer, job, document); !written) {
            (void)cancelOver(http.get(), printer, job); // half a slip is not to be printed
            return tl::unexpected(written.error());
        }
        return job;
    });
}

Result<JobStatus> jobStatus(const std::string& printer, int job)
{
    static constexpr std::array attributes{"job-state", "job-printer-state-message"};
    return connected()
        .and_then([&](const Connection& http) {
            Message message = request(IPP_OP_GET_JOB_ATTRIBUTES, printer);
            ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
            askFor(message.get(), attributes);
            return asked(http.get(), std::move(message), jobName(printer, job));
        })
        .map([](const Message& answer) {
            return JobStatus{stateOf(numberOf(answer.get(), "job-state")),
                textOf(answer.get(), "job-printer-state-message")};
        });
}

Result<void> cancel(const std::string& printer, int job)
{
    return connected().and_then(
        [&](const Connection& http) { return cancelOver(http.get(), printer, job); });
}

} // namespace ikrar::print
