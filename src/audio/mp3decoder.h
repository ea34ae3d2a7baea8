// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace audio {

/// Frames → samples, by libmpg123. It is given whole frames alone and reads no file; nothing is trimmed.
class Mp3Decoder {
public:
    /// So many samples of each channel, the channels one after the other.
    using Take = std::function<void(const std::int16_t* samples, std::size_t count, unsigned channels)>;

    /// `freeBytes`: of an unpadded frame of free format, where the stream is one.
    explicit Mp3Decoder(int freeBytes = 0);
    ~Mp3Decoder();
    Mp3Decoder(const Mp3Decoder&) = delete;
    Mp3Decoder& operator=(const Mp3Decoder&) = delete;

    bool isReady() const;
    /// Decodes one more frame. What comes out may lag behind by a frame; a frame that cannot be decoded gives
    /// nothing.
    void decode(std::string_view frame, const Take& take);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace audio
