#include "base/result.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <set>

using namespace ikrar;

TEST_CASE("each kind of error has a name of its own", "[base]")
{
    std::set<std::string_view> names;
    const auto last = static_cast<int>(Error::Kind::Io);
    for (int kind = 0; kind <= last; ++kind)
        names.insert(base::name(static_cast<Error::Kind>(kind)));
    CHECK(names.size() == static_cast<std::size_t>(last) + 1);
    CHECK(base::name(Error::Kind::NotCanonical) == "not-canonical");
}

TEST_CASE("errno tells a full disk, a read-only one and a broken one apart", "[base]")
{
    CHECK(base::kindOfErrno(ENOSPC) == Error::Kind::NoSpace);
    CHECK(base::kindOfErrno(EDQUOT) == Error::Kind::NoSpace);
    CHECK(base::kindOfErrno(EROFS) == Error::Kind::ReadOnly);
    CHECK(base::kindOfErrno(EIO) == Error::Kind::Io);
    CHECK(base::kindOfErrno(ENODEV) == Error::Kind::Io);
    CHECK(base::kindOfErrno(ENOENT) == Error::Kind::Missing);
    CHECK(base::kindOfErrno(EACCES) == Error::Kind::Permission);
    CHECK(base::kindOfErrno(EEXIST) == Error::Kind::Refused);
    CHECK(base::kindOfErrno(EAGAIN) == Error::Kind::Busy);
}

TEST_CASE("an error from errno names what failed and why", "[base]")
{
    const Result<int> result = base::failErrno(ENOSPC, "/data/log");
    CHECK(result.error() == Error{Error::Kind::NoSpace, "/data/log: No space left on device"});
}
