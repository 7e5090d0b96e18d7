#include "crypto/openssl_ptr.h"

#include <openssl/err.h>

#include <cstdio>
#include <cstdlib>

namespace ikrar::crypto {

void require(bool done, const char* what)
{
    if (done)
        return;
    static_cast<void>(std::fputs(what, stderr));
    static_cast<void>(std::fputs(" failed\n", stderr));
    ERR_print_errors_fp(stderr);
    std::abort();
}

std::string takeReason()
{
    const char* const reason = ERR_reason_error_string(ERR_peek_last_error());
    std::string text = reason != nullptr ? reason : "no reason given";
    ERR_clear_error();
    return text;
}

} // namespace ikrar::crypto
