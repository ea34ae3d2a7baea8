// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace app {

/// UTF-8 bytes as the characters that a text editor shows, and the way back: what was typed changes only its
/// own bytes, so that line ends of other lines stay as they are. A byte order mark is not shown.
class ByteText {
public:
    explicit ByteText(std::string bytes = {});

    const std::string& bytes() const { return m_bytes; }
    /// Every line end as one `\n`.
    const QString& shown() const { return m_shown; }
    int positionOf(std::size_t offset) const; ///< UTF-16 units
    std::size_t offsetOf(int position) const;

    /// The bytes after the characters became `now`. `position` says where something was typed: of equal
    /// characters in a row the one there is meant.
    std::string changedTo(const QString& now, int position) const;
    /// The line end that new lines get: the one that the text has.
    QString lineEnd() const;

private:
    std::string m_bytes;
    QString m_shown;
    std::vector<std::size_t> m_offsets; ///< the byte of each character, and the end
};

} // namespace app
