// SPDX-License-Identifier: MIT
// The journal's records: any bytes are read without harm, what was written comes back, and damage takes
// nothing that stands before it.
#include "catalog/recordlog.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t limit = 1 << 20;

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// Whatever is read lies in the bytes, in order, and reads the same alone.
void readAny(std::string_view bytes) {
    const auto reading = catalog::readRecords(bytes, limit);
    require(reading.validBytes <= bytes.size());
    require(reading.isDamaged == (reading.validBytes < bytes.size()));
    std::string again;
    for (const std::string_view payload : reading.payloads)
        again += catalog::encodeRecord(payload);
    require(again == bytes.substr(0, reading.validBytes));
    catalog::FieldReader reader(bytes);
    std::size_t taken = 0;
    while (reader.isGood() && taken <= bytes.size()) {
        taken += reader.text().size() + 1;
        (void)reader.number();
    }
}

/// The input as records, cut and flipped where its own bytes say.
void damage(std::string_view bytes) {
    constexpr std::size_t piece = 37;
    std::vector<std::string> payloads;
    std::string whole;
    std::vector<std::size_t> ends{0};
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        payloads.emplace_back(bytes.substr(at, piece));
        whole += catalog::encodeRecord(payloads.back());
        ends.push_back(whole.size());
    }
    if (whole.empty())
        return;
    const std::size_t place =
        (static_cast<unsigned char>(bytes.front()) * 257U + bytes.size() * 31U) % whole.size();
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ (1 << (bytes.size() % 8)));
    for (const std::string& damaged : {whole.substr(0, place), flipped}) {
        const auto reading = catalog::readRecords(damaged, limit);
        std::size_t good = 0;
        while (good + 1 < ends.size() && ends[good + 1] <= place)
            ++good;
        require(reading.payloads.size() == good);
        for (std::size_t i = 0; i < good; ++i)
            require(reading.payloads[i] == payloads[i]);
    }
    require(catalog::readRecords(whole, limit).payloads.size() == payloads.size());
}

void fields(std::string_view bytes) {
    const std::string_view half = bytes.substr(0, bytes.size() / 2);
    const std::string payload = catalog::FieldWriter().text(half).number(bytes.size()).text(bytes).take();
    catalog::FieldReader reader(payload);
    require(reader.text() == half && reader.number() == bytes.size() && reader.text() == bytes);
    require(reader.atEnd());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAny(bytes);
    damage(bytes);
    fields(bytes);
    return 0;
}
