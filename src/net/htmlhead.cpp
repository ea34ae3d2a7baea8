// SPDX-License-Identifier: MIT
#include "net/htmlhead.h"

#include "net/htmlentities.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace net {

namespace {

bool isSpace(QChar character) {
    return character == u' ' || (character >= u'\t' && character <= u'\r' && character != u'\v');
}

bool isLetter(QChar character) {
    const QChar lower = character.toLower();
    return character.unicode() < 128 && lower >= u'a' && lower <= u'z';
}

struct Tag {
    QString name; ///< in lower case
    QHash<QString, QString> attributes;
    bool isEnd = false;
    bool isSelfClosing = false;
};

/// One walk from the start to the end of a page.
class Walk {
public:
    explicit Walk(const QString& html)
        : m_html(html) {}

    HtmlHead read() {
        while ((m_at = m_html.indexOf(u'<', m_at)) >= 0 && m_at < m_html.size()) {
            if (m_html.mid(m_at, 4) == QLatin1String("<!--"))
                passComment();
            else if (isLetter(peek(1)) || (peek(1) == u'/' && isLetter(peek(2))))
                take(readTag());
            else
                passTo(peek(1) == u'!' || peek(1) == u'?' || peek(1) == u'/' ? u'>' : u'<');
        }
        return m_head;
    }

private:
    QChar peek(qsizetype ahead = 0) const {
        return m_at + ahead < m_html.size() ? m_html.at(m_at + ahead) : QChar();
    }
    bool atEnd() const { return m_at >= m_html.size(); }

    QStringView between(qsizetype start, qsizetype end) const {
        return start < end ? m_html.sliced(start, end - start) : QStringView();
    }

    void passTo(QChar character) {
        const qsizetype next = m_html.indexOf(character, m_at + 1);
        m_at = next < 0 ? m_html.size() : next;
    }

    /// "-->" and "--!>" end a comment, and "<!-->" and "<!--->" are whole ones.
    void passComment() {
        m_at += 2;
        while ((m_at = m_html.indexOf(QLatin1String("--"), m_at)) >= 0) {
            if (peek(2) == u'>' || (peek(2) == u'!' && peek(3) == u'>'))
                return;
            ++m_at;
        }
        m_at = m_html.size();
    }

    Tag readTag() {
        Tag tag;
        tag.isEnd = peek(1) == u'/';
        m_at += tag.isEnd ? 2 : 1;
        tag.name = readWord(QStringLiteral("/>"));
        while (!atEnd() && peek() != u'>') {
            tag.isSelfClosing = peek() == u'/';
            if (tag.isSelfClosing || isSpace(peek()))
                ++m_at;
            else
                readAttribute(tag);
        }
        ++m_at;
        return tag;
    }

    QString readWord(QStringView ends) {
        const qsizetype start = m_at;
        while (!atEnd() && !isSpace(peek()) && !ends.contains(peek()))
            ++m_at;
        return between(start, m_at).toString().toLower();
    }

    void passSpace() {
        while (!atEnd() && isSpace(peek()))
            ++m_at;
    }

    void readAttribute(Tag& tag) {
        if (peek() == u'=')
            ++m_at; // the standard takes it for a part of the name
        const QString name = readWord(QStringLiteral("=/>"));
        passSpace();
        QString value;
        if (peek() == u'=') {
            ++m_at;
            value = readValue();
        }
        if (!tag.attributes.contains(name)) // the first one counts
            tag.attributes.insert(name, value);
    }

    QString readValue() {
        passSpace();
        const QChar quote = peek();
        const bool isQuoted = quote == u'"' || quote == u'\'';
        const qsizetype start = m_at + (isQuoted ? 1 : 0);
        if (isQuoted) {
            passTo(quote);
        } else {
            while (!atEnd() && !isSpace(peek()) && peek() != u'>')
                ++m_at;
        }
        QString value = decodeEntities(between(start, m_at), EntityPlace::Attribute);
        if (isQuoted && !atEnd())
            ++m_at;
        return value;
    }

    void take(const Tag& tag) {
        if (tag.name == QLatin1String("svg") || tag.name == QLatin1String("math"))
            m_foreign = std::max(0, m_foreign + (tag.isEnd ? -1 : tag.isSelfClosing ? 0 : 1));
        else if (!tag.isEnd && m_foreign == 0)
            takeStart(tag);
    }

    void takeStart(const Tag& tag) {
        static const QStringList raw = {QStringLiteral("script"),   QStringLiteral("style"),
                                        QStringLiteral("textarea"), QStringLiteral("xmp"),
                                        QStringLiteral("iframe"),   QStringLiteral("noembed"),
                                        QStringLiteral("noframes")};
        if (tag.name == QLatin1String("title"))
            takeTitle();
        else if (tag.name == QLatin1String("meta"))
            takeMeta(tag);
        else if (raw.contains(tag.name))
            passTextOf(tag.name);
    }

    /// Up to the end tag, tags within being text.
    QStringView passTextOf(const QString& name) {
        const qsizetype start = std::min(m_at, m_html.size());
        const QString end = QStringLiteral("</") + name;
        qsizetype at = start;
        while ((at = m_html.indexOf(end, at, Qt::CaseInsensitive)) >= 0) {
            m_at = at + end.size();
            if (atEnd() || isSpace(peek()) || peek() == u'>' || peek() == u'/')
                return between(start, at);
            at = m_at;
        }
        m_at = m_html.size();
        return between(start, m_at);
    }

    void takeTitle() {
        QStringView text = passTextOf(QStringLiteral("title"));
        if (atEnd()) // without its end tag the title ends at the next tag; without one it may have been cut
            text = text.first(std::max<qsizetype>(0, text.indexOf(u'<')));
        if (m_head.title.trimmed().isEmpty())
            m_head.title = decodeEntities(text, EntityPlace::Text);
    }

    void takeMeta(const Tag& tag) {
        const QString property =
            tag.attributes.value(QStringLiteral("property"), tag.attributes.value(QStringLiteral("name")));
        const QString content = tag.attributes.value(QStringLiteral("content"));
        if (property.compare(QLatin1String("og:title"), Qt::CaseInsensitive) == 0 && m_head.ogTitle.isEmpty())
            m_head.ogTitle = content;
        if (property.compare(QLatin1String("og:site_name"), Qt::CaseInsensitive) == 0 &&
            m_head.siteName.isEmpty())
            m_head.siteName = content;
    }

    QStringView m_html;
    HtmlHead m_head;
    qsizetype m_at = 0;
    int m_foreign = 0; ///< how deep within <svg> and <math>
};

} // namespace

HtmlHead readHtmlHead(const QString& html) {
    return Walk(html).read();
}

} // namespace net
