// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

namespace cli {

/// Writes changed files by the saving protocol, or only shows what would change, and tells of each file.
class Writing {
public:
    Writing(const Opened& opened, const QCommandLineParser& parser, OutputFormat format);

    /// `text` is what the file shall hold, or why it cannot be changed; `base` what the disk is known to
    /// hold; `more` is added to the row of a JSON answer. Whether the file holds the text, or would.
    bool write(catalog::EpisodeId id, const std::string& base, const format::Result<std::string>& text,
               const JsonRows::Row& more = {});
    /// Writes a new file, never over another one, or says only that it would. Whether it did, or would.
    bool create(const QString& path, const format::Result<std::string>& text, const JsonRows::Row& more = {});
    /// Tells of something that is not written: a row of the answer, or a line.
    void tell(const QString& file, const char* status, const QString& message,
              const JsonRows::Row& more = {});
    /// Prints the rest of the answer; the command's exit status.
    int finish() const;

    static void addOptions(QCommandLineParser& parser);

private:
    struct Outcome {
        const char* status;
        QString message;
        std::string diff;
    };
    Outcome outcomeOf(catalog::EpisodeId id, const std::string& base,
                      const format::Result<std::string>& text) const;

    const Opened& m_opened;
    OutputFormat m_format;
    bool m_isDryRun;
    JsonRows m_rows;
    int m_failures = 0;
};

} // namespace cli
