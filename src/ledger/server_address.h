#pragma once

#include "base/result.h"

namespace ikrar::ledger {

/// A database of a PostgreSQL server, as libpq is told of it.
struct ServerAddress {
    std::string words; ///< keyword='value' with `;` between; may hold a password
    std::string shown; ///< host:port/database, nothing that is secret
};

/// Whether it begins with `postgresql://` or `postgres://`.
[[nodiscard]] bool isServerAddress(std::string_view where);

/// `postgresql://user@host:port/database?sslmode=verify-full`, as libpq writes it: several hosts
/// with commas between, parts percent-encoded. A password has no place in it, since other users of
/// the machine can read command lines: it is `password`, or libpq finds it (PGPASSFILE, ~/.pgpass).
/// Without `target_session_attrs` the server must take writes, so that of a primary and its
/// standbys the primary is found; a dead connection is given up after 20 s. Errors: Invalid.
[[nodiscard]] Result<ServerAddress> parseServerAddress(
    std::string_view url, const std::string& password = {});

} // namespace ikrar::ledger
