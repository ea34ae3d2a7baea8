// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string_view>

namespace catalog {

/// What is wrong with a file that is not valid UTF-8: where the first bad byte stands, and what is said there
/// in the likeliest table. Apart from the rule, because rules do not see files that are refused.
QString notUtf8Message(std::string_view bytes);

} // namespace catalog
