#include "crypto/openssl_ptr.h"

#include <openssl/err.h>

#include <array>
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
    std::array<char, 256> text{};
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0)
        return "no reason given";
    ERR_error_string_n(code, text.data(), text.size());
    return text.data();
}

} // namespace ikrar::crypto
