// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// JSON texts after the grammar of RFC 8259, each rule with what it allows and what it does not.
namespace jsoncases {

/// Values that the grammar allows.
std::vector<std::string> valid();
/// Files that the grammar does not allow; `¤` stands before the byte at which a reader has to say so.
std::vector<std::string> invalid();
/// Files that are not UTF-8 (RFC 8259 section 8.1, RFC 3629), the first bad byte behind `¤`.
std::vector<std::string> notUtf8();

} // namespace jsoncases
