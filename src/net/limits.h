// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// How much of a server's answer is read, how long it is waited for, and how much is asked at once.
namespace net::limits {

inline constexpr int deadlineMilliseconds = 15'000; ///< for one question, redirects included
inline constexpr int documentMilliseconds = 60'000; ///< for a document that is read as a whole
inline constexpr int redirects = 10;                ///< followed, each looked at first
inline constexpr qint64 bodyBytes = 64 * 1024;      ///< of a page or an enclosure's beginning
inline constexpr qint64 checkedBytes = 1024;        ///< of a page of which only the status is wanted
inline constexpr int idleSeconds = 5;               ///< a connection is kept for the next question
inline constexpr int checksAtOnce = 16, checksPerHost = 2;
inline constexpr int titlesAtOnce = 4, titlesPerHost = 2;
inline constexpr qsizetype titleCharacters = 300; ///< of a page's title
inline constexpr qint64 streamBytes =
    Q_INT64_C(4) * 1024 * 1024 * 1024;                       ///< of an enclosure kept while it plays
inline constexpr qint64 streamAheadBytes = 16 * 1024 * 1024; ///< fetched beyond what plays
inline constexpr int streamRetries = 3;
inline constexpr qint64 downloadBytes = 500 * 1024 * 1024; ///< of an enclosure fetched for its waveform

} // namespace net::limits
