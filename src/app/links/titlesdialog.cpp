// SPDX-License-Identifier: MIT
#include "app/links/titlesdialog.h"

#include "models/tooltip.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace app {

namespace {
enum Column { TitleColumn, AddressColumn, ColumnCount };
constexpr int offeredRole = Qt::UserRole;
} // namespace

TitlesDialog::TitlesDialog(const std::vector<net::FetchedTitle>& titles, QWidget* parent)
    : QDialog(parent)
    , m_titles(titles)
    , m_table(new QTableWidget(static_cast<int>(titles.size()), ColumnCount))
    , m_withoutSite(new QCheckBox(tr("Leave the &site's name out"))) {
    setObjectName(QStringLiteral("titlesDialog"));
    setWindowTitle(tr("Titles of Pages"));
    resize(760, 380);
    m_table->setObjectName(QStringLiteral("titlesTable"));
    m_table->setAccessibleName(tr("Titles of pages"));
    m_table->setHorizontalHeaderLabels({tr("Title"), tr("Address")});
    m_table->horizontalHeader()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(AddressColumn, 280);
    m_table->verticalHeader()->hide();
    m_table->setWordWrap(false);
    m_withoutSite->setObjectName(QStringLiteral("withoutSiteBox"));
    m_withoutSite->setChecked(true);
    const bool isAny = std::any_of(titles.begin(), titles.end(), [](const net::FetchedTitle& title) {
        return !net::withoutSiteSuffix(title.page.title, title.page.siteName, title.finalUrl.host())
                    .isEmpty();
    });
    m_withoutSite->setVisible(isAny);
    auto* words =
        new QLabel(tr("Ticked titles become the words of their links. A title can be changed here first."));
    words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Use Titles"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_withoutSite);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_withoutSite, &QCheckBox::toggled, this, &TitlesDialog::fill);
    fill();
}

void TitlesDialog::fill() {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const net::FetchedTitle& title = m_titles[static_cast<std::size_t>(row)];
        const QStringList shorter =
            net::withoutSiteSuffix(title.page.title, title.page.siteName, title.finalUrl.host());
        const bool hasTitle = !title.page.title.isEmpty();
        const QString offered = !hasTitle                                          ? title.page.error
                                : m_withoutSite->isChecked() && !shorter.isEmpty() ? shorter.first()
                                                                                   : title.page.title;
        if (QTableWidgetItem* item = m_table->item(row, TitleColumn)) {
            // What was typed over the offered title stays.
            if (item->text() == item->data(offeredRole).toString())
                item->setText(offered);
            item->setData(offeredRole, offered);
            continue;
        }
        auto* words = new QTableWidgetItem(offered);
        words->setData(offeredRole, offered);
        words->setFlags(hasTitle ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable |
                                       Qt::ItemIsUserCheckable
                                 : Qt::ItemIsSelectable);
        if (hasTitle)
            words->setCheckState(Qt::Checked);
        words->setToolTip(models::plainToolTip(hasTitle ? title.page.title : title.page.error));
        auto* address = new QTableWidgetItem(title.url.toString());
        address->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        address->setToolTip(models::plainToolTip(title.finalUrl.toString()));
        m_table->setItem(row, TitleColumn, words);
        m_table->setItem(row, AddressColumn, address);
    }
}

QHash<QString, QString> TitlesDialog::chosen() const {
    QHash<QString, QString> titles;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QTableWidgetItem* item = m_table->item(row, TitleColumn);
        if (item->checkState() == Qt::Checked && !item->text().trimmed().isEmpty())
            titles.insert(m_titles[static_cast<std::size_t>(row)].url.toString(), item->text().simplified());
    }
    return titles;
}

int giveTitles(models::EditSession& session, catalog::EpisodeId id, const QHash<QString, QString>& titles) {
    const auto document = session.catalog().episode(id).document();
    const auto editor =
        document ? document->linkEditor() : format::Result<format::LinkEditor>(format::Error{});
    if (!editor)
        return 0;
    catalog::Edit edit{id, {}};
    int changed = 0;
    const auto& rows = document->links().rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        format::LinkParts link = rows[i].link;
        const QString url = QUrl(QString::fromStdString(link.url), QUrl::TolerantMode).toString();
        const bool isUnnamed =
            rows[i].kind == format::RowKind::Link && (link.text.empty() || link.text == link.url);
        if (!isUnnamed || !titles.contains(url))
            continue;
        const std::string title = titles.value(url).toStdString();
        if (link.title == link.text)
            link.title = title;
        link.text = title;
        if (const auto edits = editor->setLink(i, link); edits) {
            edit.changes.insert(edit.changes.end(), edits->begin(), edits->end());
            ++changed;
        }
    }
    const bool isDone = changed > 0 && session.apply({edit}, QObject::tr("Fetch Titles"));
    return isDone ? changed : 0;
}

} // namespace app
