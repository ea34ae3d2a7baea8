// SPDX-License-Identifier: MIT
#include "catalog/search/searchpattern.h"

#include "catalog/limits.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>

namespace catalog {

/// What the copies of one expression share.
struct SearchPattern::Patience {
    std::atomic<qint64> nanoseconds{0};
    std::atomic<qint64> texts{0};
    std::atomic<bool> isGivenUp{false};

    bool isOver() const {
        constexpr qint64 million = 1'000'000;
        return nanoseconds >
               (limits::searchMilliseconds + texts * limits::searchMillisecondsForText) * million;
    }
    /// Counts one text from when it is made to its end.
    class Look {
    public:
        explicit Look(Patience& patience)
            : m_patience(patience) {
            m_timer.start();
            ++m_patience.texts;
        }
        ~Look() {
            m_patience.nanoseconds += m_timer.nsecsElapsed();
            if (m_patience.isOver())
                m_patience.isGivenUp = true;
        }
        Q_DISABLE_COPY_MOVE(Look)

    private:
        Patience& m_patience;
        QElapsedTimer m_timer;
    };
};

SearchPattern::SearchPattern(const QString& pattern)
    : m_pattern(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption |
                             QRegularExpression::UseUnicodePropertiesOption)
    , m_patience(std::make_shared<Patience>()) {}

QString SearchPattern::error() const {
    if (m_pattern.isValid())
        return {};
    return QCoreApplication::translate("Search", "This is no regular expression: %1 at character %2.")
        .arg(m_pattern.errorString())
        .arg(m_pattern.errorOffset() + 1);
}

bool SearchPattern::isTooComplicated() const {
    return m_patience->isGivenUp;
}

std::optional<bool> SearchPattern::matches(const QString& text) const {
    if (m_patience->isOver())
        return std::nullopt;
    const Patience::Look look(*m_patience);
    const QRegularExpressionMatch match = m_pattern.forText(text).match(text);
    if (match.isValid())
        return match.hasMatch();
    m_patience->isGivenUp = true;
    return std::nullopt;
}

std::vector<FoundPlace> SearchPattern::places(const QString& text, std::size_t most) const {
    std::vector<FoundPlace> found;
    if (!m_pattern.isValid() || m_patience->isOver())
        return found;
    const Patience::Look look(*m_patience);
    for (auto walk = m_pattern.forText(text).globalMatch(text); walk.hasNext() && found.size() < most;) {
        const QRegularExpressionMatch match = walk.next();
        if (match.capturedLength() > 0)
            found.push_back({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

} // namespace catalog
