// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Records that can be appended one after the other and read back after any damage: what stands before the
/// first bad byte comes back whole, what stands behind it does not come back at all.
///
///     record  = "EDr1"  length  CRC-32C  payload     (length and CRC: 32 bits, little endian)
///
/// The checksum covers the length and the payload. No Qt: a fuzzer links this alone.
namespace catalog {

constexpr std::size_t recordHeaderSize = 12; ///< bytes

std::string encodeRecord(std::string_view payload);

struct RecordReading {
    std::vector<std::string_view> payloads; ///< parts of the bytes that were read
    std::size_t validBytes = 0;             ///< up to the end of the last good record
    bool isDamaged = false;                 ///< something stands behind it: a torn tail or bad bytes
};
/// Payloads over `limit` bytes count as damage.
RecordReading readRecords(std::string_view bytes, std::size_t limit);

/// CRC-32C (Castagnoli, RFC 3720), to go on with by passing what came before.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t before = 0);

/// Fields in a payload, each behind its length.
class FieldWriter {
public:
    FieldWriter& text(std::string_view bytes);
    FieldWriter& number(std::uint64_t value);
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads them in order. Past the end, or where a length does not fit, everything is empty and isGood() false.
class FieldReader {
public:
    explicit FieldReader(std::string_view payload)
        : m_rest(payload) {}
    std::string_view text();
    std::uint64_t number();
    bool isGood() const { return m_isGood; }
    bool atEnd() const { return m_isGood && m_rest.empty(); }

private:
    std::string_view take(std::size_t size);

    std::string_view m_rest;
    bool m_isGood = true;
};

} // namespace catalog
