// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// A promise that holds for every input: where it does not, libFuzzer keeps the input.
inline void require(bool holds, const std::string& promise) {
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN PROMISE: %s\n", promise.c_str());
    std::abort();
}

inline std::string_view viewOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
