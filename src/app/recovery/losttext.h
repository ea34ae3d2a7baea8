// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <string>

namespace app {

/// A text of an episode that is nowhere but here: a window or a save ended before it was in its file.
struct LostText {
    enum class Origin {
        Window, ///< unsaved when the window ended
        Save,   ///< the temporary file of an interrupted save
    };
    catalog::EpisodeId episode; ///< invalid: the file is gone
    QString path;               ///< as people see it
    std::string text;
    QDateTime when;
    Origin origin = Origin::Window;
    std::optional<std::string> base; ///< what was in the file when it was made, where that is known
    std::string key;                 ///< for whoever made this: which one it is
};

} // namespace app
