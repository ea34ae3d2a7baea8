// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace catalog {

/// Has the processor bring bytes near while it goes on: a hint, which changes nothing and may be left out.
inline void fetch(const void* from, std::size_t bytes) {
#ifdef __GNUC__
    constexpr std::size_t cacheLine = 64;
    for (std::size_t at = 0; at < bytes; at += cacheLine)
        __builtin_prefetch(static_cast<const char*>(from) + at);
#else
    (void)from;
    (void)bytes;
#endif
}

} // namespace catalog
