// SPDX-License-Identifier: MIT
#include "app/dialogs/newepisodedialog.h"

#include "app/dialogs/id3chapters.h"
#include "app/widgets/elidedlabel.h"
#include "catalog/episodestore.h"
#include "catalog/mediaresults.h"
#include "catalog/values.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMap>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

namespace {

constexpr int columnGap = 18;

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

} // namespace

NewEpisodeDialog::NewEpisodeDialog(const catalog::Catalog& catalog, catalog::EpisodeId current, QString mp3,
                                   QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_mp3(std::move(mp3))
    , m_title(new QLineEdit)
    , m_show(new QComboBox)
    , m_number(new QLineEdit)
    , m_date(new QLineEdit)
    , m_file(new ElidedLabel(QStringLiteral("newEpisodeFile")))
    , m_slug(new ElidedLabel(QStringLiteral("newEpisodeSlug")))
    , m_draft(new QCheckBox(tr("It is a dra&ft, left out of the published site")))
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("newEpisodeDialog"));
    setWindowTitle(tr("New Episode from %1").arg(QFileInfo(m_mp3).fileName()));
    resize(620, 440);
    build();
    fillShows(current);
    connectAll();
    chooseShow();
    m_measuring.setFuture(QtConcurrent::run(audio::measureFile, m_mp3));
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
    addLine(form, m_date, "newEpisodeDate", tr("&Date:"), tr("Date"));
    addLine(form, m_file, "newEpisodeFile", tr("File:"), tr("The file that will be written"));
    addLine(form, m_slug, "newEpisodeSlug", tr("Slug:"), tr("Slug"));
}

QGroupBox* NewEpisodeDialog::buildFacts() {
    auto* box = new QGroupBox(tr("What is taken from the MP3"));
    auto* grid = new QGridLayout(box);
    grid->setHorizontalSpacing(columnGap);
    grid->setColumnStretch(1, 1);
    const auto add = [&](Fact fact, const char* name, QWidget* label) {
        m_values[fact] = new ElidedLabel(QStringLiteral("newEpisode%1Value").arg(QLatin1String(name)));
        m_values[fact]->setText(orDash({}));
        grid->addWidget(label, fact, 0);
        grid->addWidget(m_values[fact], fact, 1);
    };
    const auto addTick = [&](Fact fact, const char* name, const QString& text) {
        m_ticks[fact] = new QCheckBox(text);
        m_ticks[fact]->setObjectName(QStringLiteral("newEpisode%1Tick").arg(QLatin1String(name)));
        m_ticks[fact]->setChecked(true);
        m_ticks[fact]->setEnabled(false);
        add(fact, name, m_ticks[fact]);
    };
    addTick(Duration, "Duration", tr("D&uration"));
    addTick(Bytes, "Bytes", tr("&Bytes"));
    addTick(Title, "TagTitle", tr("T&itle"));
    add(Artist, "Artist", new QLabel(tr("Artist (only shown)")));
    addTick(Chapters, "Chapters", tr("C&hapters"));
    return box;
}

void NewEpisodeDialog::build() {
    auto* form = new QFormLayout;
    buildForm(*form);
    m_draft->setObjectName(QStringLiteral("newEpisodeDraft"));
    m_draft->setChecked(true);
    m_words->setObjectName(QStringLiteral("newEpisodeWords"));
    m_words->setAccessibleName(tr("What will be done, or why it cannot be"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("newEpisodeCancelButton"));
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("newEpisodeCreateButton"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buildFacts());
    layout->addWidget(m_draft);
    layout->addWidget(m_words, 1);
    layout->addWidget(buttons);
    m_create->setDefault(true);
    setTabOrder(m_draft, m_create);
    setTabOrder(m_create, cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewEpisodeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// The shows that have an episode to go on from; the selected episode's first.
void NewEpisodeDialog::fillShows(catalog::EpisodeId current) {
    QMap<QString, QString> shows;
    for (int i = 0; i < m_catalog.size(); ++i)
        if (const catalog::Episode& episode = m_catalog.episode({i}); !episode.isRefused()) {
            const QString& slug = episode.summary().show;
            const QString name = m_catalog.registry().shows.value(slug).name;
            shows.insert(slug, !name.isEmpty() ? name : slug.isEmpty() ? tr("No show") : slug);
        }
    const QString first = m_catalog.contains(current) ? m_catalog.episode(current).summary().show : QString();
    if (shows.contains(first))
        m_show->addItem(shows.take(first), first);
    for (auto show = shows.begin(); show != shows.end(); ++show)
        m_show->addItem(show.value(), show.key());
    m_show->setEnabled(m_show->count() > 1);
}

void NewEpisodeDialog::connectAll() {
    connect(m_show, &QComboBox::currentIndexChanged, this, &NewEpisodeDialog::chooseShow);
    connect(m_number, &QLineEdit::textEdited, this, [this](const QString& number) {
        m_plan->setNumber(number.trimmed());
        refresh();
    });
    connect(m_title, &QLineEdit::textChanged, this, &NewEpisodeDialog::refresh);
    connect(m_date, &QLineEdit::textEdited, this, &NewEpisodeDialog::refresh);
    connect(m_ticks[Title], &QCheckBox::toggled, this, &NewEpisodeDialog::useTitle);
    connect(&m_measuring, &QFutureWatcherBase::finished, this, &NewEpisodeDialog::showMeasured);
}

void NewEpisodeDialog::chooseShow() {
    m_plan = std::make_unique<catalog::NewEpisodePlan>(m_catalog, m_show->currentData().toString());
    m_number->setText(m_plan->episode.number);
    m_date->setText(m_plan->episode.date);
    refresh();
}

void NewEpisodeDialog::setFact(Fact fact, const QString& value) {
    m_values[fact]->say(orDash(value));
    if (QCheckBox* tick = m_ticks[fact]) {
        tick->setEnabled(!value.isEmpty());
        tick->setChecked(!value.isEmpty());
    }
}

void NewEpisodeDialog::showMeasured() {
    m_facts = m_measuring.result();
    m_isMeasured = true;
    const bool hasDuration = m_facts.durationMs >= 0;
    setFact(Duration,
            hasDuration ? catalog::durationText(catalog::wholeSeconds(m_facts.durationMs)) : QString());
    setFact(Bytes, m_facts.bytes < 0 ? QString() : QLocale().toString(m_facts.bytes));
    setFact(Artist, m_facts.tags.artist);
    const auto chapters = static_cast<int>(m_facts.tags.chapters.size());
    setFact(Chapters, chapters == 0 ? QString() : tr("%n chapter(s)", nullptr, chapters));
    const bool isTyped = !m_title->text().isEmpty();
    setFact(Title, m_facts.tags.title.simplified());
    if (isTyped)
        m_ticks[Title]->setChecked(m_title->text() == m_facts.tags.title.simplified());
    else
        useTitle(m_ticks[Title]->isChecked());
    m_title->selectAll();
    refresh();
}

/// Nothing that was typed is lost: a title of one's own goes only where the tick is set over it.
void NewEpisodeDialog::useTitle(bool isUsed) {
    const QString title = m_facts.tags.title.simplified();
    if (isUsed)
        m_title->setText(title);
    else if (m_title->text() == title)
        m_title->clear();
}

bool NewEpisodeDialog::isTaken(Fact fact) const {
    return m_ticks[fact]->isEnabled() && m_ticks[fact]->isChecked();
}

void NewEpisodeDialog::take() {
    catalog::NewEpisode& episode = m_plan->episode;
    episode.title = m_title->text().trimmed();
    episode.date = m_date->text().trimmed();
    episode.isDraft = m_draft->isChecked();
    episode.bytes = isTaken(Bytes) ? m_facts.bytes : -1;
    episode.seconds = isTaken(Duration) ? catalog::wholeSeconds(m_facts.durationMs) : -1;
    episode.chapters = isTaken(Chapters) ? fromId3(m_facts.tags.chapters) : catalog::Chapters();
}

QString NewEpisodeDialog::whyNot() const {
    const QString name = QFileInfo(m_mp3).fileName();
    if (!m_isMeasured)
        return tr("%1 is being measured.").arg(name);
    if (!m_facts.error.isEmpty())
        return m_facts.error;
    if (m_facts.type != audio::typeName(audio::MediaType::Mp3))
        return tr("%1 is no MP3.").arg(name);
    return m_plan->whyNot();
}

void NewEpisodeDialog::refresh() {
    take();
    m_file->say(orDash(QDir::toNativeSeparators(m_plan->relativePath())));
    m_slug->say(orDash(m_plan->episode.slug));
    const QString why = whyNot();
    m_create->setEnabled(why.isEmpty());
    if (!why.isEmpty())
        return m_words->setText(why);
    m_words->setText(tr("Create writes the file at once; Undo does not remove it. Hosts, image and the rest "
                        "are as in the show's last episode."));
    if (!m_facts.tags.error.isEmpty())
        m_words->setText(m_words->text() + QLatin1Char(' ') + m_facts.tags.error);
}

void NewEpisodeDialog::accept() {
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
