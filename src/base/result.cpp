#include "base/result.h"

#include <cerrno>
#include <system_error>

namespace ikrar::base {

std::string_view name(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Malformed:
        return "malformed";
    case Error::Kind::NotCanonical:
        return "not-canonical";
    case Error::Kind::Truncated:
        return "truncated";
    case Error::Kind::TrailingBytes:
        return "trailing-bytes";
    case Error::Kind::TooLarge:
        return "too-large";
    case Error::Kind::UnknownVersion:
        return "unknown-version";
    case Error::Kind::UnknownKey:
        return "unknown-key";
    case Error::Kind::Mismatch:
        return "mismatch";
    case Error::Kind::Missing:
        return "missing";
    case Error::Kind::Invalid:
        return "invalid";
    case Error::Kind::Refused:
        return "refused";
    case Error::Kind::Busy:
        return "busy";
    case Error::Kind::Permission:
        return "permission";
    case Error::Kind::NoSpace:
        return "no-space";
    case Error::Kind::ReadOnly:
        return "read-only";
    case Error::Kind::Io:
        break;
    }
    return "io";
}

Error::Kind kindOfErrno(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return Error::Kind::Missing;
    case EACCES:
    case EPERM:
        return Error::Kind::Permission;
    case ENOSPC:
    case EDQUOT:
        return Error::Kind::NoSpace;
    case EROFS:
        return Error::Kind::ReadOnly;
    case EEXIST:
        return Error::Kind::Refused;
    case EAGAIN:
    case EBUSY:
    case ETXTBSY:
        return Error::Kind::Busy;
    case EFBIG:
        return Error::Kind::TooLarge;
    case EINVAL:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return Error::Kind::Invalid;
    default:
        return Error::Kind::Io;
    }
}

tl::unexpected<Error> failErrno(int code, std::string_view what)
{
    return fail(
        kindOfErrno(code), std::string(what) + ": " + std::generic_category().message(code));
}

} // namespace ikrar::base
