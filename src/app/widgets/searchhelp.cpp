// SPDX-License-Identifier: MIT
#include "app/widgets/searchhelp.h"

#include "catalog/search/searchterm.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace app {

namespace {

QLabel* sentence(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

SearchHelp::SearchHelp(QWidget* parent)
    : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("searchHelp"));
    setAccessibleName(tr("The language of the search"));
    setFrameShape(QFrame::StyledPanel);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 9, 12, 9);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    int row = 0;
    for (const QString& text :
         {tr("Words must all occur, anywhere; case and accents do not matter."),
          tr("\"two words\": in this order. -word: without it. or, ( ): either. /…/: a regular expression.")})
        grid->addWidget(sentence(text), row++, 0, 1, 2);
    grid->setRowMinimumHeight(row++, 6);
    for (const catalog::SearchTerm& term : catalog::searchTerms()) {
        const QString name = QLatin1String(term.name) + QLatin1Char(':');
        auto* button = new QPushButton(name);
        button->setObjectName(QLatin1String(term.name) + QStringLiteral("TermButton"));
        button->setFlat(true);
        button->setAccessibleDescription(catalog::helpOf(term));
        connect(button, &QPushButton::clicked, this, [this, name] {
            close();
            emit chosen(name);
        });
        grid->addWidget(button, row, 0);
        grid->addWidget(sentence(catalog::helpOf(term)), row++, 1);
    }
}

void SearchHelp::showBelow(const QWidget& widget) {
    adjustSize();
    const QRect screen = widget.screen()->availableGeometry();
    QPoint place = widget.mapToGlobal(QPoint(widget.width() - width(), widget.height()));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    if (auto* first = findChild<QPushButton*>())
        first->setFocus();
}

} // namespace app
