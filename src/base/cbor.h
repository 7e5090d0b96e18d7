#pragma once

#include "base/bytes.h"

namespace ikrar::base {

/// Writes deterministic CBOR (RFC 8949 section 4.2.1): shortest heads, definite lengths. The caller
/// writes map keys in ascending order. Through libcbor's streaming encoder.
class CborWriter
{
public:
    CborWriter& unsignedInteger(std::uint64_t value);
    CborWriter& integer(std::int64_t value);
    CborWriter& bytes(BytesView value);
    CborWriter& text(std::string_view value);
    CborWriter& array(std::size_t count);
    CborWriter& map(std::size_t count);
    CborWriter& tag(std::uint64_t value);

    [[nodiscard]] Bytes take();

private:
    Bytes m_out;
};

/// Reads deterministic CBOR item by item through libcbor's streaming decoder; nothing is allocated
/// from a claimed length. Refused: indefinite lengths and heads longer than needed (NotCanonical),
/// floats, simple values and an item of another type (Malformed), a length over `max` (TooLarge),
/// an end within an item (Truncated). What was refused is not read: the next call sees it again.
/// Views point into the bytes given to the constructor.
class CborReader
{
public:
    explicit CborReader(BytesView source) : m_rest(source) { }

    [[nodiscard]] Result<std::uint64_t> unsignedInteger();
    /// Unsigned or negative. Errors also: TooLarge outside of 64 bits with a sign.
    [[nodiscard]] Result<std::int64_t> integer();
    /// As many integers as `into` holds, each as integer() reads it; on an error what was read of
    /// them is not taken back. Quicker than one by one:
    /// an ink has a thousand.
    [[nodiscard]] Result<void> integers(std::span<std::int64_t> into);
    [[nodiscard]] Result<BytesView> bytes(std::size_t max);
    /// UTF-8 is checked.
    [[nodiscard]] Result<std::string_view> text(std::size_t max);
    /// The number of items that follow; never more than bytes are left, so it may size a
    /// reservation.
    [[nodiscard]] Result<std::size_t> array(std::size_t max);
    /// The number of pairs that follow.
    [[nodiscard]] Result<std::size_t> map(std::size_t max);
    [[nodiscard]] Result<std::uint64_t> tag();

    /// Errors: TrailingBytes unless everything was read.
    [[nodiscard]] Result<void> finish() const;

private:
    BytesView m_rest;
};

} // namespace ikrar::base
