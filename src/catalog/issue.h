// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "format/span.h"

#include <QString>

#include <optional>

namespace catalog {

enum class Severity { Error, Warning, Information };

/// A change that ends an issue. GUIDs are never changed by one.
struct Fix {
    QString label; ///< what it does: "Set to 0605"
    Edit edit;
    bool needsLook = false; ///< a guess that people should look at: never applied to many at once
};

/// One finding of a rule about one episode.
struct Issue {
    QString rule; ///< stable id, such as `guid-invalid`
    Severity severity = Severity::Warning;
    EpisodeId episode;
    QString field;     ///< the key concerned; "body" for show notes; empty for the file as a whole
    format::Span span; ///< in the file's text
    QString message;   ///< what is wrong and why it matters, for a producer
    std::optional<Fix> fix;
};

} // namespace catalog
