#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ikrar::base {

/// Why an operation on bytes from outside, or on the environment, failed: a kind to decide by and
/// one sentence to show. Whether evidence is genuine is a Verdict, and our own bugs are assertions.
struct Error {
    enum class Kind : std::uint8_t {
        Malformed, ///< not of the format
        NotCanonical, ///< another spelling of what the format spells in one way
        Truncated, ///< the bytes end before the value does
        TrailingBytes, ///< bytes follow the value
        TooLarge, ///< over the format's bound
        UnknownVersion,
        UnknownKey,
        Mismatch, ///< well-formed, but it contradicts what it must agree with
        Missing, ///< no such file, row or key
        Invalid, ///< wrong use: an argument or a file given by the caller
        Refused, ///< the store must not do this (a copy, rolled back, closed, no open session)
        Busy, ///< another process holds it
        Permission,
        NoSpace, ///< disk full
        ReadOnly, ///< file system mounted read-only
        Io, ///< the device failed
    };

    Kind kind{};
    std::string what;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// The kind as it is printed and logged: `malformed`, `not-canonical`, ...
[[nodiscard]] std::string_view name(Error::Kind kind);

/// `return fail(Error::Kind::Malformed, "...")` from any function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, std::string what)
{
    return tl::unexpected<Error>(Error{kind, std::move(what)});
}

/// The kind that an `errno` value stands for: ENOSPC and EDQUOT are NoSpace, EROFS is ReadOnly, ...
[[nodiscard]] Error::Kind kindOfErrno(int code);

/// `what: strerror(code)` with the kind of `code`.
[[nodiscard]] tl::unexpected<Error> failErrno(int code, std::string_view what);

} // namespace ikrar::base

namespace ikrar {

using base::Error;
using base::fail;
using base::Result;

} // namespace ikrar
