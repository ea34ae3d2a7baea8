// SPDX-License-Identifier: MIT
#pragma once

#include "format/codetables.h"
#include "format/utf8.h"

#include <QByteArray>

#include <string>

/// What a program makes of UTF-8 that it reads by a table.
inline QByteArray misread(const QByteArray& utf8, format::CodeTable table) {
    std::string text;
    for (const char byte : utf8)
        format::appendCharacter(text, format::characterOf(table, static_cast<unsigned char>(byte)));
    return QByteArray::fromStdString(text);
}
