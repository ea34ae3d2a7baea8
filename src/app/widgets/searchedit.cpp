// SPDX-License-Identifier: MIT
#include "app/widgets/searchedit.h"

#include "app/widgets/linemarks.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace app {

SearchEdit::SearchEdit(const catalog::Catalog& catalog, QWidget* parent)
    : QLineEdit(parent)
    , m_completion(catalog)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this)) {
    setObjectName(QStringLiteral("searchEdit"));
    setAccessibleName(tr("Search episodes"));
    setPlaceholderText(tr("Search: words, guest:name, date:2024.., has:chapters (Ctrl+F)"));
    setClearButtonEnabled(true);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(QStringLiteral("searchOffers"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.data(Qt::UserRole).toString()); });
    connect(this, &QLineEdit::textChanged, this, &SearchEdit::read);
    connect(this, &QLineEdit::textEdited, this, &SearchEdit::offer);
    connect(&m_completion, &models::SearchCompletion::counted, this, [this] {
        if (hasFocus())
            offer();
    });
}

void SearchEdit::read() {
    m_query = catalog::SearchQuery(text());
    tellProblems();
}

void SearchEdit::tellProblems() {
    underline();
    const QString why = problem();
    setToolTip(why.isEmpty() ? QString() : Qt::convertFromPlainText(why));
    setAccessibleDescription(why);
}

QString SearchEdit::problem() const {
    QStringList sentences;
    for (const catalog::SearchError& error : m_query.errors())
        sentences += error.message;
    return sentences.join(QLatin1Char('\n'));
}

void SearchEdit::underline() {
    std::vector<LineMark> marks;
    for (const catalog::SearchError& error : m_query.errors())
        marks.push_back({error.position, error.length, errorFormat(*this)});
    setLineMarks(*this, marks);
}

void SearchEdit::offer() {
    m_offers = m_completion.offersAt(text(), cursorPosition());
    m_model->clear();
    for (const auto& one : m_offers.offers) {
        auto* item =
            new QStandardItem(one.hint.isEmpty() ? one.text : tr("%1    %2").arg(one.text, one.hint));
        item->setData(one.text, Qt::UserRole);
        m_model->appendRow(item);
    }
    if (m_offers.offers.empty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SearchEdit::take(const QString& chosen) {
    QString typed = text();
    typed.replace(m_offers.position, m_offers.length, chosen);
    const auto end = static_cast<int>(m_offers.position + chosen.size());
    const bool isValue = !chosen.endsWith(QLatin1Char(':'));
    if (isValue && end == typed.size())
        typed += QLatin1Char(' ');
    setText(typed);
    setCursorPosition(end + (isValue && end < typed.size() ? 1 : 0));
    if (!isValue)
        offer(); // what may follow the colon
}

void SearchEdit::addTerm(const QString& term) {
    const QString before = text().trimmed();
    setText(before.isEmpty() ? term : before + QLatin1Char(' ') + term);
    setFocus();
    offer();
}

void SearchEdit::keyPressEvent(QKeyEvent* event) {
    const bool isPicking = m_completer->popup()->isVisible();
    const bool isTaken = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab;
    if (isPicking && isTaken && m_completer->popup()->currentIndex().isValid())
        return event->ignore(); // the popup's
    if (isPicking && isTaken)
        m_completer->popup()->hide();
    QLineEdit::keyPressEvent(event);
}

} // namespace app
