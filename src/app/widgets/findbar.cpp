// SPDX-License-Identifier: MIT
#include "app/widgets/findbar.h"

#include "app/widgets/codeedit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t mostMatches = 10'000;

} // namespace

FindBar::FindBar(CodeEdit& edit, QWidget* parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_words(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_case(new QCheckBox(tr("&Case")))
    , m_whole(new QCheckBox(tr("&Whole Words")))
    , m_regex(new QCheckBox(tr("Re&gular Expression")))
    , m_count(new QLabel) {
    setObjectName(QStringLiteral("findBar"));
    build();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &FindBar::look);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        look();
        if (currentMatch() >= 0 || m_matches.empty())
            return;
        // What is typed on is looked for from where the words before were found.
        QTextCursor begin = m_edit.textCursor();
        begin.setPosition(begin.selectionStart());
        m_edit.setTextCursor(begin);
        next();
    });
    for (QCheckBox* box : {m_case, m_whole, m_regex})
        connect(box, &QCheckBox::toggled, this, &FindBar::look);
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, &FindBar::tell);
    for (QWidget* widget : {static_cast<QWidget*>(&m_edit), static_cast<QWidget*>(m_words),
                            static_cast<QWidget*>(m_replacement)})
        widget->installEventFilter(this);
    hide();
}

QPushButton* FindBar::makeButton(const char* name, const QString& text, const QString& toolTip,
                                 void (FindBar::*act)()) {
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, act);
    m_buttons.push_back(button);
    return button;
}

QWidget* FindBar::buildReplaceRow() {
    m_replacement->setObjectName(QStringLiteral("replaceEdit"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_replacement, 1);
    row->addWidget(makeButton("replaceButton", tr("Re&place"), tr("Replaces this place and goes to the next"),
                              &FindBar::replaceOne));
    row->addWidget(makeButton("replaceAllButton", tr("Replace &All"),
                              tr("Replaces every place, as one undo step"), &FindBar::replaceAll));
    return bar;
}

void FindBar::build() {
    m_words->setObjectName(QStringLiteral("findEdit"));
    m_words->setAccessibleName(tr("Find"));
    m_words->setPlaceholderText(tr("Find"));
    m_words->setClearButtonEnabled(true);
    m_case->setObjectName(QStringLiteral("findCaseBox"));
    m_case->setToolTip(tr("Capital and small letters differ"));
    m_whole->setObjectName(QStringLiteral("findWholeBox"));
    m_regex->setObjectName(QStringLiteral("findRegexBox"));
    m_regex->setToolTip(
        tr("In what replaces it, \\1 to \\9 stand for the groups and \\0 for all that was found"));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1,000 of 10,000")));
    auto* closing = new QToolButton;
    closing->setObjectName(QStringLiteral("closeFindButton"));
    closing->setIcon(QIcon::fromTheme(QStringLiteral("window-close")));
    if (closing->icon().isNull())
        closing->setText(tr("Close"));
    closing->setAutoRaise(true);
    closing->setAccessibleName(tr("Close"));
    closing->setToolTip(tr("Close (Escape)"));
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    auto* row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    row->addWidget(makeButton("findPreviousButton", tr("Previo&us"), tr("The place before (Shift+F3)"),
                              &FindBar::previous));
    row->addWidget(makeButton("findNextButton", tr("Ne&xt"), tr("The next place (F3)"), &FindBar::next));
    row->addWidget(m_case);
    row->addWidget(m_whole);
    row->addWidget(m_regex);
    row->addWidget(closing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 3, 0, 3);
    layout->setSpacing(3);
    layout->addLayout(row);
    m_replaceRow = buildReplaceRow();
    layout->addWidget(m_replaceRow);
}

void FindBar::open(bool withReplace) {
    const QString selected = m_edit.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar(QChar::ParagraphSeparator)) && !m_regex->isChecked())
        m_words->setText(selected);
    m_replaceRow->setVisible(withReplace && !m_edit.isReadOnly());
    show();
    look();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::close() {
    hide();
    m_edit.setFocus();
}

void FindBar::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_edit.setMatches({});
}

void FindBar::refresh() {
    if (isVisible())
        m_later.start(); // once, however many changes come together
}

catalog::PatientPattern FindBar::expression() const {
    const QString typed = m_words->text();
    QRegularExpression::PatternOptions options =
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    if (!m_case->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    return catalog::PatientPattern(m_regex->isChecked() ? typed : QRegularExpression::escape(typed), options,
                                   m_whole->isChecked());
}

void FindBar::lookFor(const catalog::PatientPattern& wanted, const QString& text) {
    auto matches = wanted.forText(text).globalMatch(text);
    qsizetype end = -1;
    while (matches.hasNext() && m_matches.size() < mostMatches) {
        const QRegularExpressionMatch match = matches.next();
        end = match.capturedEnd();
        if (match.capturedLength() > 0)
            m_matches.push_back(
                {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), match});
    }
    if (catalog::PatientPattern::isGivenUp(matches, end, text))
        m_error = tr("This expression is too complicated for this text.");
}

void FindBar::look() {
    m_matches.clear();
    m_error.clear();
    const catalog::PatientPattern wanted = expression();
    if (!wanted.isValid())
        m_error = tr("At character %1: %2").arg(wanted.errorOffset() + 1).arg(wanted.errorString());
    else if (!m_words->text().isEmpty())
        lookFor(wanted, m_edit.text().shown());
    std::vector<std::pair<int, int>> places;
    for (const Match& match : m_matches)
        places.emplace_back(match.position, match.length);
    m_edit.setMatches(places);
    tell();
}

/// The match that is selected, or -1.
int FindBar::currentMatch() const {
    const QTextCursor cursor = m_edit.textCursor();
    for (std::size_t i = 0; i < m_matches.size(); ++i)
        if (m_matches[i].position == cursor.selectionStart() &&
            m_matches[i].position + m_matches[i].length == cursor.selectionEnd())
            return static_cast<int>(i);
    return -1;
}

void FindBar::tell() {
    if (!isVisible())
        return;
    const int current = currentMatch();
    const auto all = static_cast<int>(m_matches.size());
    m_count->setText(!m_error.isEmpty()          ? m_error
                     : m_words->text().isEmpty() ? QString()
                     : all == 0                  ? tr("Not found")
                     : current < 0               ? tr("%n place(s)", nullptr, all)
                                                 : tr("%1 of %2").arg(current + 1).arg(all));
    for (QPushButton* button : m_buttons)
        button->setEnabled(all > 0);
}

/// Goes round at the end.
void FindBar::walk(int step) {
    if (m_matches.empty())
        return;
    const QTextCursor cursor = m_edit.textCursor();
    const auto from = step > 0 ? cursor.selectionEnd() : cursor.selectionStart();
    const auto behind = std::find_if(m_matches.begin(), m_matches.end(), [&](const Match& match) {
        return step > 0 ? match.position >= from : match.position + match.length > from;
    });
    const Match& match = step > 0 ? (behind == m_matches.end() ? m_matches.front() : *behind)
                                  : (behind == m_matches.begin() ? m_matches.back() : *std::prev(behind));
    QTextCursor found(m_edit.document());
    found.setPosition(match.position);
    found.setPosition(match.position + match.length, QTextCursor::KeepAnchor);
    m_edit.setTextCursor(found);
    m_edit.ensureCursorVisible();
}

QString FindBar::replacementFor(const Match& match) const {
    QString pattern = m_replacement->text();
    if (!m_regex->isChecked())
        return pattern;
    QString words;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar next = at + 1 < pattern.size() ? pattern[at + 1] : QChar();
        if (pattern[at] != u'\\' || next.isNull()) {
            words += pattern[at];
            continue;
        }
        words += next.isDigit() ? match.groups.captured(next.digitValue())
                 : next == u'n' ? QStringLiteral("\n")
                                : QString(next);
        ++at;
    }
    return words;
}

void FindBar::replaceOne() {
    const int current = currentMatch();
    if (m_edit.isReadOnly())
        return;
    if (current >= 0) {
        const Match match = m_matches[static_cast<std::size_t>(current)];
        const QString words = replacementFor(match);
        m_edit.replaceAll({{match.position, match.length}}, {words});
        QTextCursor behind(m_edit.document());
        behind.setPosition(match.position + static_cast<int>(words.size()));
        m_edit.setTextCursor(behind);
        look();
    }
    next();
}

void FindBar::replaceAll() {
    if (m_edit.isReadOnly() || m_matches.empty())
        return;
    std::vector<std::pair<int, int>> places;
    QStringList words;
    for (const Match& match : m_matches) {
        places.emplace_back(match.position, match.length);
        words += replacementFor(match);
    }
    m_edit.replaceAll(places, words);
    emit message(tr("%n place(s) replaced.", nullptr, static_cast<int>(places.size())));
    look();
}

/// Acts on a key of the bar; with `isTrial` only says whether it would.
bool FindBar::takeKey(QObject* watched, int key, Qt::KeyboardModifiers modifiers, bool isTrial) {
    const auto act = [&](const auto& what) {
        if (!isTrial)
            what();
        return true;
    };
    if (modifiers == Qt::ControlModifier && (key == Qt::Key_F || key == Qt::Key_R))
        return act([&] { open(key == Qt::Key_R); });
    if (key == Qt::Key_F3 && isVisible())
        return act([&] { walk(modifiers & Qt::ShiftModifier ? -1 : 1); });
    if (key == Qt::Key_Escape && isVisible())
        return act([&] { close(); });
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && watched != &m_edit)
        return act([&] { watched == m_words ? walk(modifiers & Qt::ShiftModifier ? -1 : 1) : replaceOne(); });
    return false;
}

/// The window has other uses for some of these keys; here they are the bar's.
bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isTrial = event->type() == QEvent::ShortcutOverride;
    if (!takeKey(watched, key->key(), key->modifiers() & ~Qt::KeypadModifier, isTrial))
        return QWidget::eventFilter(watched, event);
    event->accept();
    return true;
}

} // namespace app
