// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QFont>
#include <QString>
#include <QStyleOptionViewItem>
#include <QTextLayout>

#include <memory>

namespace app {

/// The lines of text in cells that were painted last, laid out: the same page is painted again and again, and
/// laying out a text takes longer than drawing it.
class LaidOutTexts {
public:
    struct Line {
        QString shown; ///< the text, cut where it is too long
        QTextLayout layout;
    };
    /// `text` on one line of that width, in the option's font. The line lives until the next one is asked
    /// for.
    const Line& line(const QString& text, const QStyleOptionViewItem& option, Qt::Alignment alignment,
                     int width);

private:
    struct Key {
        QString text;
        int width = 0;
        int alignment = 0;
        Qt::LayoutDirection direction = Qt::LeftToRight;

        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0) {
            return qHashMulti(seed, key.text, key.width, key.alignment, static_cast<int>(key.direction));
        }
    };
    static constexpr qsizetype most = 1000; ///< some pages; a line takes 2 KB

    QCache<Key, std::shared_ptr<Line>> m_lines{most};
    std::shared_ptr<Line> m_asked; ///< lives even where the cache gives it up
    QFont m_font;                  ///< of all of them
};

} // namespace app
