#pragma once

#include "tlog/policy.h"

namespace ikrar::fuzz {

/// The policy under which the receipts of the corpus are genuine.
inline const tlog::Policy& knownPolicy()
{
    static const tlog::Policy policy = tlog::Policy::parse(
        "log "
        "contoh.example/ikrar/contoh-1/kios-1-0123abcd+f1163c82+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/"
        "N0iAG0D29c\n"
        "witness bawaslu "
        "bawaslu.example/saksi+2aac7838+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU\n"
        "witness inspektorat "
        "inspektorat.example/saksi+fb1e7dcb+BO1JKMYo0cLG6ukDOJBZlWEpWSc6XGP5NjbBRhSshzfR\n"
        "group both all bawaslu inspektorat\n"
        "quorum both\n")
                                           .value();
    return policy;
}

} // namespace ikrar::fuzz
