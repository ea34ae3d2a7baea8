// SPDX-License-Identifier: MIT
#include "catalog/recordlog.h"

#include <array>

namespace catalog {

namespace {

constexpr std::string_view mark = "EDr1";
constexpr std::size_t wordSize = 4;
constexpr unsigned bitsOfByte = 8;
constexpr std::uint32_t castagnoli = 0x82F63B78; ///< the polynomial, reflected

constexpr std::array<std::uint32_t, 256> crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (unsigned bit = 0; bit < bitsOfByte; ++bit)
            value = (value >> 1U) ^ ((value & 1U) != 0 ? castagnoli : 0);
        table[i] = value;
    }
    return table;
}();

void appendLittleEndian(std::string& bytes, std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>((value >> (bitsOfByte * i)) & 0xFFU);
}

std::uint64_t littleEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (bitsOfByte * i);
    return value;
}

} // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    for (const char byte : bytes)
        crc = crcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> bitsOfByte);
    return ~crc;
}

std::string encodeRecord(std::string_view payload) {
    std::string length;
    appendLittleEndian(length, payload.size(), wordSize);
    std::string record(mark);
    record += length;
    appendLittleEndian(record, crc32c(payload, crc32c(length)), wordSize);
    record += payload;
    return record;
}

RecordReading readRecords(std::string_view bytes, std::size_t limit) {
    RecordReading reading;
    std::size_t at = 0;
    while (bytes.size() - at >= recordHeaderSize && bytes.substr(at, wordSize) == mark) {
        const std::string_view length = bytes.substr(at + wordSize, wordSize);
        const auto size = static_cast<std::size_t>(littleEndian(length));
        if (size > limit || size > bytes.size() - at - recordHeaderSize)
            break;
        const std::string_view payload = bytes.substr(at + recordHeaderSize, size);
        if (crc32c(payload, crc32c(length)) != littleEndian(bytes.substr(at + 2 * wordSize, wordSize)))
            break;
        reading.payloads.push_back(payload);
        at += recordHeaderSize + size;
    }
    reading.validBytes = at;
    reading.isDamaged = at < bytes.size();
    return reading;
}

FieldWriter& FieldWriter::text(std::string_view bytes) {
    appendLittleEndian(m_bytes, bytes.size(), wordSize);
    m_bytes += bytes;
    return *this;
}

FieldWriter& FieldWriter::number(std::uint64_t value) {
    appendLittleEndian(m_bytes, value, sizeof value);
    return *this;
}

std::string_view FieldReader::take(std::size_t size) {
    m_isGood = m_isGood && size <= m_rest.size();
    if (!m_isGood)
        return {};
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
}

std::string_view FieldReader::text() {
    return take(static_cast<std::size_t>(littleEndian(take(wordSize))));
}

std::uint64_t FieldReader::number() {
    return littleEndian(take(sizeof(std::uint64_t)));
}

} // namespace catalog
