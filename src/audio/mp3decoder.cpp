// SPDX-License-Identifier: MIT
#include "audio/mp3decoder.h"

#include "audio/mpegheader.h"

#include <mpg123.h>

namespace audio {

struct Mp3Decoder::Private {
    mpg123_handle* handle = nullptr;
    unsigned channels = 2;

    bool open(int freeBytes) {
        static const bool isInitialised = mpg123_init() == MPG123_OK;
        handle = isInitialised ? mpg123_new(nullptr, nullptr) : nullptr;
        if (!handle)
            return false;
        constexpr long flags = MPG123_QUIET | MPG123_IGNORE_INFOFRAME | MPG123_SKIP_ID3V2;
        if (freeBytes > 0) // libmpg123 counts without the header, and else waits for the next frames
            mpg123_param(handle, MPG123_FREEFORMAT_SIZE, freeBytes - mpeg::headerLength, 0);
        return mpg123_param(handle, MPG123_ADD_FLAGS, flags, 0) == MPG123_OK &&
               mpg123_param(handle, MPG123_REMOVE_FLAGS, MPG123_GAPLESS, 0) == MPG123_OK && allowFormats() &&
               mpg123_open_feed(handle) == MPG123_OK;
    }
    bool allowFormats() {
        bool isAllowed = mpg123_format_none(handle) == MPG123_OK;
        for (const long rate : {8000L, 11025L, 12000L, 16000L, 22050L, 24000L, 32000L, 44100L, 48000L})
            isAllowed = isAllowed && mpg123_format(handle, rate, MPG123_MONO | MPG123_STEREO,
                                                   MPG123_ENC_SIGNED_16) == MPG123_OK;
        return isAllowed;
    }
    void readFormat() {
        long rate = 0;
        int count = 0, encoding = 0;
        if (mpg123_getformat(handle, &rate, &count, &encoding) == MPG123_OK && count > 0)
            channels = static_cast<unsigned>(count);
    }
};

Mp3Decoder::Mp3Decoder(int freeBytes)
    : d(std::make_unique<Private>()) {
    if (!d->open(freeBytes)) {
        mpg123_delete(d->handle);
        d->handle = nullptr;
    }
}

Mp3Decoder::~Mp3Decoder() {
    mpg123_delete(d->handle);
}

bool Mp3Decoder::isReady() const {
    return d->handle != nullptr;
}

void Mp3Decoder::decode(std::string_view frame, const Take& take) {
    constexpr int mostRounds = 8; // one frame is in it, and perhaps the one before and a change of format
    if (!isReady() || mpg123_feed(d->handle, reinterpret_cast<const unsigned char*>(frame.data()),
                                  frame.size()) != MPG123_OK)
        return;
    for (int round = 0; round < mostRounds; ++round) {
        off_t number = 0;
        unsigned char* samples = nullptr;
        std::size_t bytes = 0;
        const int result = mpg123_decode_frame(d->handle, &number, &samples, &bytes);
        if (result == MPG123_NEW_FORMAT)
            d->readFormat();
        if (bytes > 0 && samples)
            take(reinterpret_cast<const std::int16_t*>(samples), bytes / sizeof(std::int16_t) / d->channels,
                 d->channels);
        if (result != MPG123_OK && result != MPG123_NEW_FORMAT)
            return; // it needs more, or this frame is bad
    }
}

} // namespace audio
