#include "witness/routes.h"

namespace ikrar::witness {

namespace {

constexpr std::string_view addPath = "/add-checkpoint";
constexpr std::string_view checkpointName = "/checkpoint";
constexpr std::size_t hexDigits = 2 * crypto::Hash::size;

/// The hex digits of `/<hex>/checkpoint`; empty for another path.
std::string_view monitored(std::string_view path)
{
    const bool shaped
        = path.size() == 1 + hexDigits + checkpointName.size() && path.ends_with(checkpointName);
    return shaped ? path.substr(1, hexDigits) : std::string_view();
}

Answer answerTo(Service& service, const audit::HttpRequest& request)
{
    const bool posts = request.method == "POST";
    if (request.path == addPath)
        return posts ? service.addCheckpoint(base::asText(request.body))
                     : Answer{405, "Checkpoints are added by POST.\n"};
    const std::string_view hex = monitored(request.path);
    if (hex.empty())
        return {404, "A witness has /add-checkpoint and /<hex>/checkpoint.\n"};
    return posts ? Answer{405, "Checkpoints are read by GET.\n"} : service.checkpoint(hex);
}

} // namespace

audit::HttpAnswer route(Service& service, const audit::HttpRequest& request)
{
    const Answer answer = answerTo(service, request);
    audit::HttpAnswer sent;
    sent.status = answer.status;
    sent.contentType = answer.contentType;
    sent.body = base::copy(base::asBytes(answer.body));
    if (answer.status == 200 && request.method != "POST")
        sent.headers.emplace_back("Cache-Control", "no-cache");
    return sent;
}

} // namespace ikrar::witness
