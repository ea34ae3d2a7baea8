// SPDX-License-Identifier: MIT
#include "app/dialogs/chapterimportdialog.h"

#include "app/dialogs/id3chapters.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterops.h"
#include "catalog/chaptertime.h"
#include "catalog/episodestore.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace app {

namespace {

enum Column { What, Start, Now, After, Link, ColumnCount };

/// How often each of these happens to a chapter.
enum Fate { New, Changed, Kept, Gone, FateCount };

Fate fateOf(const catalog::ImportRow& row) {
    if (!row.before || !row.after)
        return row.after ? New : Gone;
    return *row.before == *row.after ? Kept : Changed;
}

QString fateText(Fate fate) {
    switch (fate) {
    case New:
        return ChapterImportDialog::tr("New");
    case Changed:
        return ChapterImportDialog::tr("Changed");
    case Gone:
        return ChapterImportDialog::tr("Removed");
    default:
        return ChapterImportDialog::tr("Same");
    }
}

QPushButton* button(const char* name, const QString& text) {
    auto* made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

ChapterImportDialog::ChapterImportDialog(catalog::Chapters current, qint64 duration, QByteArray notes,
                                         QWidget* parent)
    : QDialog(parent)
    , m_current(std::move(current))
    , m_duration(duration)
    , m_notes(std::move(notes))
    , m_text(new QPlainTextEdit)
    , m_format(new QComboBox)
    , m_words(new QLabel)
    , m_busy(new QProgressBar)
    , m_table(new QTableWidget)
    , m_replace(new QRadioButton(tr("&Replace the chapters that are there")))
    , m_merge(new QRadioButton(tr("&Merge: what starts within half a second becomes one chapter"))) {
    setObjectName(QStringLiteral("chapterImportDialog"));
    setWindowTitle(tr("Import Chapters"));
    setAcceptDrops(true);
    resize(860, 640);
    build();
    connectAll();
    read();
}

QWidget* ChapterImportDialog::buildSources() {
    auto* sources = new QWidget;
    auto* row = new QHBoxLayout(sources);
    row->setContentsMargins(0, 0, 0, 0);
    auto* open = button("openChaptersButton", tr("&Open File…"));
    auto* paste = button("pasteChaptersButton", tr("&Paste"));
    auto* notes = button("notesChaptersButton", tr("From Show &Notes"));
    notes->setVisible(!m_notes.isEmpty());
    m_format->setObjectName(QStringLiteral("chapterFormatCombo"));
    m_format->setAccessibleName(tr("Format"));
    m_format->setPlaceholderText(tr("Choose a format"));
    for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats())
        m_format->addItem(catalog::nameOf(info.format), static_cast<int>(info.format));
    m_format->setCurrentIndex(-1);
    auto* label = new QLabel(tr("&Format:"));
    label->setBuddy(m_format);
    for (QWidget* widget :
         {static_cast<QWidget*>(open), static_cast<QWidget*>(paste), static_cast<QWidget*>(notes)})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(label);
    row->addWidget(m_format);
    connect(open, &QPushButton::clicked, this, &ChapterImportDialog::chooseFile);
    connect(paste, &QPushButton::clicked, this, [this] { takeMime(QApplication::clipboard()->mimeData()); });
    connect(notes, &QPushButton::clicked, this, &ChapterImportDialog::takeNotes);
    return sources;
}

QWidget* ChapterImportDialog::buildModes() {
    m_replace->setObjectName(QStringLiteral("replaceChaptersRadio"));
    m_merge->setObjectName(QStringLiteral("mergeChaptersRadio"));
    m_replace->setChecked(true);
    auto* modes = new QWidget;
    auto* column = new QVBoxLayout(modes);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_replace);
    column->addWidget(m_merge);
    modes->setVisible(!m_current.empty());
    return modes;
}

void ChapterImportDialog::buildTable() {
    m_table->setObjectName(QStringLiteral("chapterImportTable"));
    m_table->setAccessibleName(tr("What becomes of the chapters"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels(
        {tr("Change"), tr("Start"), tr("Title Now"), tr("Title After"), tr("Link After")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const Column column : {What, Start})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void ChapterImportDialog::build() {
    m_text->setObjectName(QStringLiteral("chapterImportText"));
    m_text->setAccessibleName(tr("Chapters as text"));
    m_text->setPlaceholderText(tr("Drop a file or a text here, paste one, or type time stamps: 1:30 Title"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false); // a dropped file is read, its address is no text
    m_words->setObjectName(QStringLiteral("chapterImportWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_busy->setObjectName(QStringLiteral("chapterImportBusy"));
    m_busy->setAccessibleName(tr("Reading the MP3"));
    m_busy->setRange(0, 0);
    m_busy->hide();
    buildTable();
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_text);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("chapterImportCancelButton"));
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("chapterImportButton"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildSources());
    layout->addWidget(splitter, 1);
    layout->addWidget(m_words);
    layout->addWidget(m_busy);
    layout->addWidget(buildModes());
    layout->addWidget(buttons);
    m_import->setDefault(true); // a dialog's own: it must be there
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ChapterImportDialog::connectAll() {
    connect(m_text, &QPlainTextEdit::textChanged, this, &ChapterImportDialog::edited);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ChapterImportDialog::read);
    connect(m_format, &QComboBox::activated, this, [this] { m_isFormatChosen = true; });
    connect(this, &QDialog::finished, this, &ChapterImportDialog::endReading);
    connect(&m_tag, &TagReading::finished, this, &ChapterImportDialog::takeTag);
    connect(m_merge, &QRadioButton::toggled, this, &ChapterImportDialog::showRows);
}

void ChapterImportDialog::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open Chapters"));
    if (!path.isEmpty())
        takeFile(path);
}

void ChapterImportDialog::takeFile(const QString& path) {
    if (path.endsWith(QLatin1String(".mp3"), Qt::CaseInsensitive)) {
        takeMp3(path);
        return;
    }
    const auto file = catalog::readFile(path, catalog::chapterlimits::fileBytes);
    if (!file.error.isEmpty()) {
        takeText({});
        showNothing(tr("%1: %2").arg(QFileInfo(path).fileName(), file.error));
        return;
    }
    takeText(QByteArray::fromStdString(file.bytes), QFileInfo(path).fileName());
}

void ChapterImportDialog::takeMp3(const QString& path) {
    takeText({});
    m_fileName = QFileInfo(path).fileName();
    showNothing(tr("Reading the tag of %1…").arg(m_fileName));
    m_format->setEnabled(false);
    m_busy->show();
    m_tag.read(path);
}

void ChapterImportDialog::takeTag(const audio::Id3Facts& facts) {
    endReading();
    if (!facts.error.isEmpty() || facts.chapters.empty())
        return showNothing(tr("%1: %2").arg(
            m_fileName, facts.error.isEmpty() ? tr("There are no chapters in its tag.") : facts.error));
    m_isFromMp3 = true;
    m_imported = fromId3(facts.chapters);
    read();
}

void ChapterImportDialog::endReading() {
    m_tag.cancel();
    m_busy->hide();
    m_format->setEnabled(true);
}

void ChapterImportDialog::takeText(const QByteArray& bytes, const QString& fileName) {
    endReading();
    m_bytes = bytes;
    m_fileName = fileName;
    m_isFromMp3 = false;
    m_isFormatChosen = false;
    {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(QString::fromUtf8(bytes));
    }
    detect();
}

void ChapterImportDialog::takeNotes() {
    takeText(m_notes, tr("Show notes"));
    const QSignalBlocker blocker(m_format);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(catalog::ChapterFormat::Markdown)));
    read();
}

void ChapterImportDialog::takeMime(const QMimeData* mime) {
    const QList<QUrl> urls = mime ? mime->urls() : QList<QUrl>();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        takeFile(urls.front().toLocalFile());
    else if (mime && mime->hasText())
        takeText(mime->text().toUtf8());
}

void ChapterImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void ChapterImportDialog::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    takeMime(event->mimeData());
}

/// Somebody typed: from now on the text counts, not the file.
void ChapterImportDialog::edited() {
    endReading();
    m_bytes = m_text->toPlainText().toUtf8();
    m_isFromMp3 = false;
    if (m_isFormatChosen)
        read();
    else
        detect();
}

void ChapterImportDialog::detect() {
    const auto format = catalog::detectChapterFormat(m_bytes.toStdString(), m_fileName);
    {
        const QSignalBlocker blocker(m_format);
        m_format->setCurrentIndex(format ? m_format->findData(static_cast<int>(*format)) : -1);
    }
    read();
}

void ChapterImportDialog::read() {
    m_format->setEnabled(!m_isFromMp3);
    if (m_isFromMp3) {
        showRows();
        return;
    }
    m_imported.clear();
    if (m_bytes.trimmed().isEmpty())
        return showNothing(tr("Nothing is here to be imported yet."));
    if (m_format->currentIndex() < 0)
        return showNothing(tr("Which format this is cannot be told; choose one."));
    const std::string bytes = m_bytes.toStdString();
    const auto format = static_cast<catalog::ChapterFormat>(m_format->currentData().toInt());
    auto chapters = catalog::readChapters(format, bytes, m_duration);
    if (!chapters) {
        const QString reason = catalog::placeAndReason(bytes, chapters.error());
        return showNothing(m_fileName.isEmpty() ? reason : tr("%1: %2").arg(m_fileName, reason));
    }
    if (chapters->empty())
        return showNothing(tr("There are no chapters in it."));
    m_imported = std::move(chapters.value());
    showRows();
}

void ChapterImportDialog::showNothing(const QString& words) {
    m_imported.clear();
    m_table->setRowCount(0);
    m_words->setText(words);
    m_import->setEnabled(false);
}

catalog::ImportMode ChapterImportDialog::mode() const {
    return m_merge->isChecked() ? catalog::ImportMode::Merge : catalog::ImportMode::Replace;
}

catalog::Chapters ChapterImportDialog::chosen() const {
    if (m_imported.empty())
        return m_current;
    const catalog::Chapters fitting =
        catalog::haveFractions(m_current) ? m_imported : catalog::roundedToSeconds(m_imported);
    return mode() == catalog::ImportMode::Merge ? catalog::mergedChapters(m_current, fitting) : fitting;
}

void ChapterImportDialog::showRows() {
    if (m_imported.empty())
        return;
    const catalog::Chapters fitting =
        catalog::haveFractions(m_current) ? m_imported : catalog::roundedToSeconds(m_imported);
    const auto rows = catalog::importRows(m_current, fitting, mode());
    std::array<int, FateCount> counts{};
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const catalog::ImportRow& row = rows[static_cast<std::size_t>(i)];
        const catalog::Chapter& shown = row.after ? *row.after : *row.before;
        const Fate fate = fateOf(row);
        ++counts[static_cast<std::size_t>(fate)];
        const QStringList cells{
            fateText(fate), catalog::chapterTimeText(shown.start), row.before ? row.before->title : QString(),
            row.after ? row.after->title : QString(), row.after ? row.after->url : QString()};
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(i, column, new QTableWidgetItem(cells[column]));
        m_table->item(i, Start)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_words->setText(tr("%1 new, %2 changed, %3 the same, %4 removed.")
                         .arg(counts[New])
                         .arg(counts[Changed])
                         .arg(counts[Kept])
                         .arg(counts[Gone]));
    m_import->setEnabled(counts[New] + counts[Changed] + counts[Gone] > 0);
}

} // namespace app
