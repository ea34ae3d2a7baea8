// SPDX-License-Identifier: MIT
#include "app/dialogs/chapterexportdialog.h"

#include "app/dialogs/id3chapters.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

ChapterExportDialog::ChapterExportDialog(catalog::Chapters chapters, catalog::WriteOptions episode,
                                         QWidget* parent)
    : QDialog(parent)
    , m_chapters(std::move(chapters))
    , m_episode(std::move(episode))
    , m_format(new QComboBox)
    , m_text(new QPlainTextEdit)
    , m_loss(new QLabel)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("chapterExportDialog"));
    setWindowTitle(tr("Export Chapters"));
    resize(760, 560);
    build();
    refresh();
}

QWidget* ChapterExportDialog::buildChoice() {
    m_format->setObjectName(QStringLiteral("exportFormatCombo"));
    m_format->setAccessibleName(tr("Format"));
    for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats())
        m_format->addItem(catalog::nameOf(info.format), static_cast<int>(info.format));
    auto* label = new QLabel(tr("&Format:"));
    label->setBuddy(m_format);
    auto* choice = new QWidget;
    auto* row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_format);
    row->addStretch();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ChapterExportDialog::refresh);
    return choice;
}

QWidget* ChapterExportDialog::buildButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("exportCloseButton"));
    const auto add = [&](const char* name, const QString& text, void (ChapterExportDialog::*act)()) {
        auto* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
    };
    add("exportCopyButton", tr("&Copy"), &ChapterExportDialog::copy);
    add("exportSaveButton", tr("&Save As…"), &ChapterExportDialog::saveAs);
    add("exportMp3Button", tr("Into a Copy of an &MP3…"), &ChapterExportDialog::chooseMp3);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ChapterExportDialog::build() {
    m_text->setObjectName(QStringLiteral("exportText"));
    m_text->setAccessibleName(tr("The chapters in this format"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    for (QLabel* label : {m_loss, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_loss->setObjectName(QStringLiteral("exportLoss"));
    m_words->setObjectName(QStringLiteral("exportWords"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildChoice());
    layout->addWidget(m_text, 1);
    layout->addWidget(m_loss);
    layout->addWidget(m_words);
    layout->addWidget(buildProgress());
    layout->addWidget(buildButtons());
    findChild<QPushButton*>(QStringLiteral("exportSaveButton"))->setDefault(true);
}

QWidget* ChapterExportDialog::buildProgress() {
    m_progress = new QWidget;
    auto* label = new QLabel(tr("Writing the copy…"));
    auto* bar = new QProgressBar;
    bar->setObjectName(QStringLiteral("exportProgress"));
    bar->setAccessibleName(label->text());
    auto* cancel = new QPushButton(tr("S&top"));
    cancel->setObjectName(QStringLiteral("exportStopButton"));
    cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout(m_progress);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(bar, 1);
    row->addWidget(cancel);
    m_progress->hide();
    connect(cancel, &QPushButton::clicked, &m_writing, &TagWriting::cancel);
    connect(&m_writing, &TagWriting::progressed, bar, &QProgressBar::setValue);
    connect(&m_writing, &TagWriting::finished, this, [this](const QString& copy, const QString& error) {
        showWriting(false);
        say(error.isEmpty() ? tr("Saved as %1. %2").arg(copy, mp3Loss()).trimmed() : error);
    });
    return m_progress;
}

catalog::ChapterFormat ChapterExportDialog::format() const {
    return static_cast<catalog::ChapterFormat>(m_format->currentData().toInt());
}

void ChapterExportDialog::setFormat(catalog::ChapterFormat format) {
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(format)));
}

QByteArray ChapterExportDialog::bytes() const {
    return catalog::writeChapters(format(), m_chapters, m_episode);
}

void ChapterExportDialog::refresh() {
    m_text->setPlainText(QString::fromUtf8(bytes()));
    const QStringList lost = catalog::lossOf(format(), m_chapters, m_episode);
    m_loss->setText(lost.isEmpty() ? tr("The format holds all of it.") : lost.join(QLatin1Char('\n')));
    m_words->clear();
    m_words->hide();
}

void ChapterExportDialog::copy() {
    QApplication::clipboard()->setText(QString::fromUtf8(bytes()));
    say(tr("Copied."));
}

QString ChapterExportDialog::suggestedName() const {
    const QString base = QFileInfo(m_episode.audioFile).completeBaseName();
    const QString ending =
        QString::fromLatin1(catalog::infoOf(format()).endings).section(QLatin1Char(' '), 0, 0);
    return (base.isEmpty() ? QStringLiteral("chapters") : base) + QLatin1Char('.') + ending;
}

void ChapterExportDialog::saveAs() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save Chapters"), suggestedName());
    if (!path.isEmpty())
        saveTo(path);
}

bool ChapterExportDialog::saveTo(const QString& path) {
    const QByteArray text = bytes();
    QSaveFile file(path);
    // A full disk shows at the flush: without it, an empty file would take the old one's place.
    bool isSaved = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
    if (!isSaved)
        file.cancelWriting();
    isSaved = isSaved && file.commit();
    say(isSaved ? tr("Saved as %1.").arg(path) : tr("%1 was not written: %2").arg(path, file.errorString()));
    return isSaved;
}

void ChapterExportDialog::chooseMp3() {
    const QString filter = tr("MP3 (*.mp3)");
    const QString original = QFileDialog::getOpenFileName(this, tr("Choose the MP3"), {}, filter);
    if (original.isEmpty())
        return;
    const QFileInfo info(original);
    const QString proposed = info.dir().filePath(tr("%1-chapters.mp3").arg(info.completeBaseName()));
    const QString copy = QFileDialog::getSaveFileName(this, tr("Save the Copy"), proposed, filter, nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!copy.isEmpty())
        writeInto(original, copy);
}

QString ChapterExportDialog::mp3Loss() const {
    const bool isWhole = std::all_of(m_chapters.begin(), m_chapters.end(), [](const auto& chapter) {
        return chapter.image.isEmpty() && chapter.isInContents && !chapter.location;
    });
    if (m_chapters.size() > audio::id3ChapterLimit)
        return tr("A tag holds %1 chapters; the others are left out.").arg(audio::id3ChapterLimit);
    return isWhole ? QString() : tr("Images, locations and what is hidden are left out.");
}

void ChapterExportDialog::writeInto(const QString& original, const QString& copy) {
    if (isWriting())
        return;
    showWriting(true);
    m_writing.write(original, copy, toId3(m_chapters));
}

void ChapterExportDialog::showWriting(bool isWriting) {
    m_progress->setVisible(isWriting);
    m_progress->findChild<QProgressBar*>()->setValue(0);
    m_words->setHidden(isWriting || m_words->text().isEmpty());
    findChild<QPushButton*>(QStringLiteral("exportMp3Button"))->setEnabled(!isWriting);
}

void ChapterExportDialog::say(const QString& words) {
    m_words->setText(words);
    m_words->show();
}

/// Whoever closes the dialog does not want the copy any more.
void ChapterExportDialog::done(int result) {
    m_writing.cancel();
    QDialog::done(result);
}

} // namespace app
