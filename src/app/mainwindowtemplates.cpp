// SPDX-License-Identifier: MIT
// How the window keeps templates and begins episodes with them.
#include "app/actions.h"
#include "app/dialogs/newepisodedialog.h"
#include "app/dialogs/templatesdialog.h"
#include "app/editor/episodeeditor.h"
#include "app/mainwindow.h"
#include "app/settings.h"

#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace app {

void MainWindow::connectTemplates() {
    connect((*m_actions)[ActionId::SaveTemplate], &QAction::triggered, this, &MainWindow::saveTemplate);
    connect((*m_actions)[ActionId::Templates], &QAction::triggered, this,
            [this] { TemplatesDialog(m_context.settings.templates(), this).exec(); });
}

void MainWindow::addTemplateMenu(QMenu& menu) {
    QMenu* templates = menu.addMenu(tr("New Episode from &Template"));
    templates->setObjectName(QStringLiteral("templateMenu"));
    connect(templates, &QMenu::aboutToShow, this, [this, templates] {
        templates->clear();
        for (const QString& name : m_context.settings.templates().names()) {
            const QString shown = QString(name).replace(QLatin1Char('&'), QLatin1String("&&"));
            QAction* entry = templates->addAction(shown, this, [this, name] { newFromTemplate(name); });
            entry->setEnabled((*m_actions)[ActionId::NewEpisode]->isEnabled());
        }
        if (templates->isEmpty())
            templates->addAction(tr("No template was saved yet"))->setEnabled(false);
        templates->addSeparator();
        templates->addAction((*m_actions)[ActionId::Templates]);
    });
    templates->addAction((*m_actions)[ActionId::Templates]); // so that it is never empty
}

void MainWindow::newFromTemplate(const QString& name) {
    const catalog::Template read = m_context.settings.templates().read(name);
    if (!read.document) {
        QMessageBox box(QMessageBox::Warning, tr("Template"), tr("The template %1 cannot be read.").arg(name),
                        QMessageBox::Ok, this);
        box.setObjectName(QStringLiteral("brokenTemplateDialog"));
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(read.error);
        box.exec();
        return;
    }
    newEpisode({current(), {}, read.document, name});
}

void MainWindow::saveTemplate() {
    m_editor->commit();
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (!catalog.contains(current()))
        return;
    const std::string text = catalog.episode(current()).text();
    QInputDialog dialog(this);
    dialog.setObjectName(QStringLiteral("templateNameDialog"));
    dialog.setWindowTitle(tr("Save as Template"));
    dialog.setLabelText(tr("&Name of the template:"));
    dialog.setTextValue(catalog.registry().shows.value(catalog.episode(current()).summary().show).name);
    dialog.setOkButtonText(tr("&Save"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalog::Templates templates = m_context.settings.templates();
    const QString name = dialog.textValue().trimmed();
    const bool isThere = templates.contains(name);
    if (isThere && !askReplacing(name))
        return;
    const QString error = templates.save(name, text, isThere);
    notify(error.isEmpty()
               ? tr("The template %1 was saved; File > New Episode from Template has it.").arg(name)
               : tr("The template %1 was not saved. %2").arg(name, error));
}

bool MainWindow::askReplacing(const QString& name) {
    QMessageBox box(QMessageBox::Question, tr("Save as Template"),
                    tr("There is a template %1 already.").arg(name), QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("replaceTemplateDialog"));
    box.setTextFormat(Qt::PlainText);
    auto* replace = box.addButton(tr("&Replace It"), QMessageBox::AcceptRole);
    replace->setObjectName(QStringLiteral("replaceTemplateButton"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

} // namespace app
