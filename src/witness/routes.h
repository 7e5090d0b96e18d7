#pragma once

#include "audit/http.h"
#include "witness/service.h"

namespace ikrar::witness {

/// The service over HTTP: `POST /add-checkpoint`, `GET /<hex>/checkpoint`; another path is 404, the
/// wrong method 405. Called from several threads.
[[nodiscard]] audit::HttpAnswer route(Service& service, const audit::HttpRequest& request);

} // namespace ikrar::witness
