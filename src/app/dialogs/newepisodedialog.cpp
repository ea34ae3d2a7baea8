// SPDX-License-Identifier: MIT
#include "app/dialogs/newepisodedialog.h"

#include "app/dialogs/newepisodefacts.h"
#include "app/widgets/chipedit.h"
#include "app/widgets/dateedit.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/showchoice.h"
#include "catalog/episodestore.h"
#include "models/completionmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int dialogWidth = 620;

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

/// Only the user's own words stay while the number changes.
bool isTyped(const QLineEdit& line) {
    return line.isModified() && !line.text().isEmpty();
}

} // namespace

NewEpisodeDialog::NewEpisodeDialog(const catalog::Catalog& catalog, NewEpisodeStart start, QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_start(std::move(start))
    , m_title(new QLineEdit)
    , m_show(new QComboBox)
    , m_number(new QLineEdit)
    , m_slug(new QLineEdit)
    , m_date(new DateEdit)
    , m_people(new models::CompletionModel(catalog, catalog::FieldKind::Hosts, this))
    , m_hosts(new ChipEdit(*m_people))
    , m_file(new ElidedLabel(QStringLiteral("newEpisodeFile")))
    , m_draft(new QCheckBox(tr("It is a dra&ft, left out of the published site")))
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("newEpisodeDialog"));
    setWindowTitle(windowName());
    build();
    resize(dialogWidth, sizeHint().height());
    fillShows();
    connectAll();
    chooseShow();
    if (m_start.copied)
        m_title->setText(catalog::valueText(*m_start.copied, "title"));
    m_title->selectAll();
}

QString NewEpisodeDialog::windowName() const {
    if (!m_start.mp3.isEmpty())
        return tr("New Episode from %1").arg(QFileInfo(m_start.mp3).fileName());
    return m_start.copied ? tr("New Episode from %1").arg(m_start.copiedName) : tr("New Episode");
}

void NewEpisodeDialog::addLine(QFormLayout& form, QWidget* field, const char* name, const QString& label,
                               const QString& accessibleName) {
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessibleName);
    form.addRow(label, field);
}

void NewEpisodeDialog::buildForm(QFormLayout& form) {
    addLine(form, m_title, "newEpisodeTitle", tr("&Title:"), tr("Title"));
    addLine(form, m_show, "newEpisodeShow", tr("&Show:"), tr("Show"));
    addLine(form, m_number, "newEpisodeNumber", tr("&Number:"), tr("Number"));
    addLine(form, m_slug, "newEpisodeSlug", tr("S&lug:"), tr("Slug"));
    addLine(form, m_date, "newEpisodeDate", tr("&Date:"), tr("Date"));
    buildHosts(form);
    if (!m_start.mp3.isEmpty()) {
        m_address = new QLineEdit;
        m_address->setPlaceholderText(tr("none yet"));
        addLine(form, m_address, "newEpisodeAddress", tr("&Address:"), tr("The enclosure's address"));
    }
    addLine(form, m_file, "newEpisodeFile", tr("File:"), tr("The file that will be written"));
}

void NewEpisodeDialog::buildHosts(QFormLayout& form) {
    addLine(form, m_hosts, "newEpisodeHosts", tr("H&osts:"), tr("Hosts"));
    m_hosts->lineEdit()->setObjectName(QStringLiteral("newEpisodeHostsAddEdit"));
    m_hosts->lineEdit()->setAccessibleName(tr("Add a host"));
    if (auto* label = qobject_cast<QLabel*>(form.labelForField(m_hosts)))
        label->setBuddy(m_hosts->lineEdit());
}

void NewEpisodeDialog::build() {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildForm(*form);
    m_draft->setObjectName(QStringLiteral("newEpisodeDraft"));
    m_draft->setChecked(true);
    m_words->setObjectName(QStringLiteral("newEpisodeWords"));
    m_words->setAccessibleName(tr("What will be done, or why it cannot be"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 3);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    if (!m_start.mp3.isEmpty())
        layout->addWidget(m_facts = new NewEpisodeFacts(m_start.mp3));
    layout->addWidget(m_draft);
    layout->addWidget(m_words, 1);
    layout->addWidget(buildButtons());
}

QWidget* NewEpisodeDialog::buildButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(QStringLiteral("newEpisodeCancelButton"));
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("newEpisodeCreateButton"));
    m_create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewEpisodeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

/// The shows that have an episode to go on from; the copied or the selected episode's first.
void NewEpisodeDialog::fillShows() {
    QStringList first;
    if (m_start.copied)
        first += catalog::valueText(*m_start.copied, "show_slug");
    if (m_catalog.contains(m_start.current))
        first += m_catalog.episode(m_start.current).summary().show;
    fillShowChoice(*m_show, m_catalog, first);
    m_show->setEnabled(m_show->count() > 1);
}

void NewEpisodeDialog::connectAll() {
    connect(m_show, &QComboBox::currentIndexChanged, this, &NewEpisodeDialog::chooseShow);
    connect(m_number, &QLineEdit::textEdited, this, [this](const QString& number) {
        m_plan->setNumber(number.trimmed());
        followNumber();
        refresh();
    });
    connect(m_title, &QLineEdit::textChanged, this, &NewEpisodeDialog::refresh);
    connect(m_slug, &QLineEdit::textEdited, this, &NewEpisodeDialog::refresh);
    connect(m_date, &DateEdit::edited, this, [this](const QString& stored) {
        m_plan->episode.date = stored;
        m_date->setStored(stored, true);
        refresh();
    });
    connectHosts();
    if (!m_facts)
        return;
    connect(m_address, &QLineEdit::textEdited, this, &NewEpisodeDialog::refresh);
    connect(m_facts, &NewEpisodeFacts::titleToggled, this, &NewEpisodeDialog::useTitle);
    connect(m_facts, &NewEpisodeFacts::measured, this, &NewEpisodeDialog::showMeasured);
}

void NewEpisodeDialog::connectHosts() {
    connect(m_hosts, &ChipEdit::addRequested, this, [this](const QStringList& added) {
        QStringList hosts = m_hosts->items();
        for (const QString& host : added)
            if (!hosts.contains(host))
                hosts += host;
        setHosts(hosts);
    });
    connect(m_hosts, &ChipEdit::removeRequested, this, [this](int index) {
        QStringList hosts = m_hosts->items();
        hosts.removeAt(index);
        setHosts(hosts);
    });
    connect(m_hosts, &ChipEdit::moveRequested, this, [this](int from, int to) {
        QStringList hosts = m_hosts->items();
        hosts.move(from, to);
        setHosts(hosts);
    });
    connect(m_hosts, &ChipEdit::changeRequested, this, [this](int index, const QString& text) {
        QStringList hosts = m_hosts->items();
        hosts[index] = text;
        setHosts(hosts);
    });
}

void NewEpisodeDialog::setHosts(const QStringList& hosts) {
    m_plan->episode.hosts = hosts;
    m_hosts->setItems(hosts);
    keepTabOrder();
}

/// New chips take the end of the order for their own.
void NewEpisodeDialog::keepTabOrder() {
    QWidget* before = m_hosts->lineEdit();
    QList<QWidget*> after;
    if (m_facts)
        after = QList<QWidget*>{m_address} + m_facts->controls();
    for (QWidget* next : after + QList<QWidget*>{m_draft, m_create, m_cancel}) {
        setTabOrder(before, next);
        before = next;
    }
}

void NewEpisodeDialog::chooseShow() {
    const QString show = m_show->currentData().toString();
    m_plan = std::make_unique<catalog::NewEpisodePlan>(m_catalog, show);
    if (m_start.copied)
        m_plan->copyFrom(m_start.copied);
    m_number->setText(m_plan->episode.number);
    m_slug->setModified(false);
    followNumber();
    m_date->setStored(m_plan->episode.date, !m_plan->episode.date.isEmpty());
    m_people->setShow(show);
    setHosts(m_plan->episode.hosts.value_or(QStringList()));
    refresh();
}

/// Slug and address as they follow from the number, where nobody typed others.
void NewEpisodeDialog::followNumber() {
    if (!isTyped(*m_slug))
        m_slug->setText(m_plan->episode.slug);
    if (m_address && !isTyped(*m_address))
        m_address->setText(m_plan->usualAddress());
}

void NewEpisodeDialog::showMeasured() {
    if (!m_title->text().isEmpty())
        m_facts->setTakesTitle(m_title->text() == m_facts->title());
    else
        useTitle(m_facts->takesTitle());
    m_title->selectAll();
    refresh();
}

/// Nothing that was typed is lost: a title of one's own goes only where the tick is set over it.
void NewEpisodeDialog::useTitle(bool isUsed) {
    if (isUsed)
        m_title->setText(m_facts->title());
    else if (m_title->text() == m_facts->title())
        m_title->clear();
}

void NewEpisodeDialog::take() {
    catalog::NewEpisode& episode = m_plan->episode;
    episode.title = m_title->text().trimmed();
    episode.slug = m_slug->text().trimmed();
    episode.isDraft = m_draft->isChecked();
    if (!m_facts)
        return;
    episode.url = m_address->text().trimmed();
    m_facts->take(episode);
}

QString NewEpisodeDialog::whyNot() const {
    if (m_facts)
        if (QString why = m_facts->whyNot(); !why.isEmpty())
            return why;
    return m_plan->whyNot();
}

void NewEpisodeDialog::refresh() {
    take();
    m_file->say(orDash(QDir::toNativeSeparators(m_plan->relativePath())));
    const QString why = whyNot();
    m_create->setEnabled(why.isEmpty());
    if (!why.isEmpty())
        return m_words->setText(why);
    QString words = m_start.copied ? tr("Create writes the file at once; Undo moves the file to the trash. "
                                        "All but number, GUID, date and "
                                        "the addresses of files and pages is as in %1.")
                                         .arg(m_start.copiedName)
                                   : tr("Create writes the file at once; Undo moves the file to the trash. "
                                        "Image, categories and the rest "
                                        "are as in the show's last episodes.");
    if (m_facts && !m_facts->remark().isEmpty())
        words += QLatin1Char(' ') + m_facts->remark();
    m_words->setText(words);
}

void NewEpisodeDialog::accept() {
    m_hosts->commit();
    refresh();
    if (!m_create->isEnabled())
        return;
    const auto text = m_plan->text();
    const QString path = m_plan->path();
    const QString error =
        text ? catalog::createFile(path, *text) : QString::fromStdString(text.error().message);
    if (!error.isEmpty())
        return m_words->setText(
            tr("%1 was not written. %2").arg(QDir::toNativeSeparators(m_plan->relativePath()), error));
    m_created = path;
    QDialog::accept();
}

} // namespace app
