// SPDX-License-Identifier: MIT
#include "app/editor/formpage.h"

#include "app/widgets/fieldrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace app {

namespace {
constexpr int step = 9;
constexpr int largeStep = 12;
constexpr int besideLabel = 24; ///< the mark with the space on both its sides
} // namespace

FormPage::FormPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_banner(new QLabel(this))
    , m_form(nullptr) {
    m_scroll->setObjectName(QStringLiteral("formScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_banner->setObjectName(QStringLiteral("readOnlyBanner"));
    m_banner->setTextFormat(Qt::PlainText);
    m_banner->setWordWrap(true);
    m_banner->setMargin(step);
    m_banner->hide();
    whole->addWidget(m_banner);
    whole->addWidget(m_scroll, 1);
    auto* content = new QWidget;
    m_form = new QVBoxLayout(content);
    m_form->setContentsMargins(largeStep, largeStep, largeStep, largeStep);
    m_form->setSpacing(step);
    m_scroll->setWidget(content);

    connect(&context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id == m_id)
                    refresh();
            });
    connect(&context.session.catalog(), &catalog::Catalog::cleared, this, [this] { setEpisode({}); });
    connect(&context.session.catalog(), &catalog::Catalog::registryChanged, this, &FormPage::refresh);
    connect(&context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            showIssues();
    });
}

void FormPage::addRow(FieldRow* row) {
    m_rows.push_back(row);
    m_form->addWidget(row);
    connect(row, &FieldRow::message, this, &EditorPage::message);
}

void FormPage::addSection(const QString& title) {
    auto* heading = new QLabel(title, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    addWide(heading);
}

void FormPage::addWide(QWidget* widget) {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(labelColumnWidth(this) + besideLabel, 0, 0, 0);
    line->addWidget(widget, 1);
    m_form->addLayout(line);
}

void FormPage::finishForm() {
    m_form->addStretch(1);
    assignMnemonics();
    setEpisode({});
}

void FormPage::assignMnemonics() {
    QString taken = QStringLiteral("felcpvth"); // the window's menus
    for (FieldRow* row : m_rows) {
        const QString label = row->label();
        for (qsizetype at = 0; at < label.size(); ++at) {
            const QChar letter = label.at(at).toLower();
            if (!letter.isLetter() || taken.contains(letter))
                continue;
            taken += letter;
            row->setMnemonic(at);
            break;
        }
    }
}

QString FormPage::readOnlyText() const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (!catalog.contains(m_id))
        return {};
    const catalog::Episode& episode = catalog.episode(m_id);
    if (episode.isRefused())
        return tr("%1 cannot be edited here: %2").arg(catalog.relativePath(m_id), episode.reason());
    if (episode.isReadOnly())
        return tr("%1 is read-only: %2").arg(catalog.relativePath(m_id), episode.readOnlyReason());
    return {};
}

void FormPage::setEpisode(catalog::EpisodeId id) {
    const bool isAnother = id != m_id;
    m_id = m_context.session.catalog().contains(id) ? id : catalog::EpisodeId{};
    for (FieldRow* row : m_rows)
        row->setEpisode(m_id);
    refresh();
    showIssues();
    if (isAnother)
        m_scroll->ensureVisible(0, 0);
}

void FormPage::refresh() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const QString readOnly = readOnlyText();
    m_banner->setText(readOnly);
    m_banner->setVisible(!readOnly.isEmpty());
    // What is only read-only can still be selected and copied; each row keeps its control from being changed.
    m_scroll->widget()->setEnabled(catalog.contains(m_id) && !catalog.episode(m_id).isRefused());
    for (FieldRow* row : m_rows)
        row->refresh();
    episodeShown();
}

void FormPage::showIssues() {
    static const std::vector<catalog::Issue> none;
    const auto& issues = m_id.isValid() ? m_context.validator.issuesOf(m_id) : none;
    for (FieldRow* row : m_rows)
        row->setIssues(issues);
}

bool FormPage::goTo(const QString& field, format::Span span) {
    for (FieldRow* row : m_rows) {
        if (QString::fromStdString(row->key()) != field)
            continue;
        m_scroll->ensureWidgetVisible(row);
        row->focusOn(span);
        return true;
    }
    return false;
}

void FormPage::setSearch(const catalog::SearchMarks& marks) {
    for (FieldRow* row : m_rows)
        row->setSearch(marks);
}

void FormPage::commit() {
    for (FieldRow* row : m_rows)
        row->commit();
}

} // namespace app
