// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// Copies the bundled sample catalogue to the user's data folder unless it is there already, so that it can
/// be edited, and returns that folder; empty with a sentence in `error` where that fails.
QString installSampleCatalog(QString* error);
