// SPDX-License-Identifier: MIT
#include "app/editor/detailspage.h"

#include "app/widgets/booleanfieldrow.h"
#include "app/widgets/chipsfieldrow.h"
#include "app/widgets/datefieldrow.h"
#include "app/widgets/follownotice.h"
#include "app/widgets/guidfieldrow.h"
#include "app/widgets/longtextfieldrow.h"
#include "app/widgets/textfieldrow.h"

#include <QLineEdit>

namespace app {

namespace {
constexpr int numberWidth = 16;
constexpr int nameWidth = 32;
constexpr int pathWidth = 48;
} // namespace

DetailsPage::DetailsPage(const EditorContext& context, QWidget* parent)
    : FormPage(context, parent)
    , m_notice(new FollowNotice(context, this)) {
    setObjectName(QStringLiteral("detailsPage"));
    const auto addText = [&](const char* key, int characters, const QString& name) {
        auto* row = new TextFieldRow(m_context, key, characters, this);
        if (characters > 0)
            row->endLine();
        row->edit()->setObjectName(name);
        addRow(row);
        return row;
    };
    addText("title", 0, QStringLiteral("titleEdit"));
    addRow(new LongTextFieldRow(m_context, "description", this));
    addRow(new DateFieldRow(m_context, "date", this));
    addRow(new GuidFieldRow(m_context, this));
    addText("episode", numberWidth, QStringLiteral("numberEdit"));
    addWide(m_notice);
    addText("episode_padded", numberWidth, QStringLiteral("paddedEdit"));
    addText("slug", numberWidth, QStringLiteral("slugEdit"));
    addText("show_name", nameWidth, QStringLiteral("showNameEdit"));
    auto* slug = addText("show_slug", nameWidth, QStringLiteral("showSlugEdit"));
    slug->setFixed(tr("The show's folder; it is the folder that the file lies in"));
    addRow(new BooleanFieldRow(m_context, "draft", tr("Left out of the published site"), this));
    addText("header_image", pathWidth, QStringLiteral("headerImageEdit"));
    addRow(new ChipsFieldRow(m_context, "categories", this));
    finishForm();
}

void DetailsPage::episodeShown() {
    m_notice->setEpisode(episode());
}

} // namespace app
