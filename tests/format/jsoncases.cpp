// SPDX-License-Identifier: MIT
#include "jsoncases.h"

namespace jsoncases {

using namespace std::string_literals;

namespace {

using Cases = std::vector<std::string>;

void append(Cases& all, const Cases& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Section 3: literals
Cases validLiterals() {
    return {"true", "false", "null"};
}

/// Section 4: objects
Cases validObjects() {
    return {"{}",
            "{ }",
            "{\n}",
            R"({"":0})",
            R"({"a":{}})",
            R"({"a":{"a":{"a":null}}})",
            R"({"a":1,"b":2})",
            R"({"a" : 1 , "b" : 2})",
            R"({"a b":0})",
            R"({"\u0061":0})",
            R"({"\"":0})",
            R"({"\\":0})",
            R"({"é":0})",
            R"({"💡":0})",
            R"({"true":true})",
            R"({"1":1})",
            R"({"a":[],"b":{}})",
            R"({" ":0})",
            R"({"a.b/c~d":0})"};
}

/// Section 5: arrays
Cases validArrays() {
    return {"[]",
            "[ ]",
            "[\t]",
            "[[]]",
            "[[],[]]",
            "[[[[[[[[]]]]]]]]",
            "[1]",
            "[1,2,3]",
            "[ 1 , 2 , 3 ]",
            "[true,false,null]",
            R"(["a","b"])",
            "[{},{}]",
            R"([{"a":1},{"a":2}])",
            "[1,[2,[3]]]",
            "[\n1,\n2\n]",
            R"([1,"1",true,null,{},[]])",
            "[0,0,0,0,0,0,0,0,0,0]",
            R"(["",""])",
            "[[1],[2]]",
            "[{\"a\":[{\"b\":[]}]}]"};
}

/// Section 6: numbers
Cases validNumbers() {
    return {"0",
            "-0",
            "1",
            "-1",
            "9",
            "10",
            "123456789",
            "-123456789",
            "0.0",
            "0.1",
            "-0.1",
            "1.0",
            "1.50",
            "123.456",
            "0e0",
            "0E0",
            "0e+0",
            "0e-0",
            "1e1",
            "1E1",
            "1e+1",
            "1e-1",
            "1E+1",
            "1E-1",
            "1.5e3",
            "-1.5E-3",
            "1e01",
            "1e+01",
            "0.0000000000000001",
            "1.7976931348623157e308",
            "5e-324",
            "2.2250738585072014e-308",
            "9007199254740991",
            "-9007199254740991",
            "9007199254740993",
            "18446744073709551615",
            "9223372036854775807",
            "-9223372036854775808",
            "0.30000000000000004",
            "1e22",
            "123e45",
            "4.35",
            "100",
            "1000000",
            "3.141592653589793238462643383279"};
}

/// Section 7: strings
Cases validStrings() {
    return {R"("")",
            R"("a")",
            R"(" ")",
            R"("a b")",
            R"("\"")",
            R"("\\")",
            R"("\/")",
            R"("/")",
            R"("\b")",
            R"("\f")",
            R"("\n")",
            R"("\r")",
            R"("\t")",
            R"("\u0041")",
            R"("\u00e9")",
            R"("\u00E9")",
            R"("\u2014")",
            R"("\uFFFF")",
            R"("\uFFFE")",
            R"("\ud83d\udca1")",
            R"("\uD83D\uDCA1")",
            R"("\uDBFF\uDFFF")",
            R"("\ud800\udc00")",
            R"("\u0022")",
            R"("\u005C")",
            R"("\u000a")",
            R"("\u001f")",
            R"("\u007f")",
            R"("\u0080")",
            R"("\u2028")",
            R"("\u2029")",
            R"("\ufeff")",
            R"("\\u0041")",
            R"("\\\\")",
            R"("\\\"")",
            R"("a\u0000b")"};
}

/// Section 7: what needs no escape
Cases validCharacters() {
    return {R"("é")",
            R"("×")",
            R"("שלום")",
            R"("日本語")",
            R"("💡")",
            R"("👩🏽‍💻")",
            R"("'")",
            R"("//")",
            R"("/* */")",
            R"("#")",
            R"("{")",
            R"("}")",
            R"("[")",
            R"("]")",
            R"(":")",
            R"(",")",
            R"("{}[]:,")",
            R"("null")",
            R"("<script>")",
            R"("&amp;")",
            "\"\x7F\"",
            "\"\xC2\x80\"",
            "\"\xDF\xBF\"",
            "\"\xE0\xA0\x80\"",
            "\"\xED\x9F\xBF\"",
            "\"\xEE\x80\x80\"",
            "\"\xEF\xBF\xBF\"",
            "\"\xF0\x90\x80\x80\"",
            "\"\xF4\x8F\xBF\xBF\"",
            "\"\xE2\x80\xA8\"",
            "\"\xE2\x80\xA9\"",
            "\"\xEF\xBB\xBF\""};
}

/// Section 4: objects
Cases invalidObjects() {
    return {"{¤",
            "{\"a\"¤",
            "{\"a\":¤",
            "{\"a\":1¤",
            "{\"a\":1,¤",
            "{\"a\":1,\"b\"¤",
            "{\n\n¤",
            "{¤,}",
            "{¤,\"a\":1}",
            "{\"a\":1,¤}",
            "{\"a\":1,¤,\"b\":2}",
            "{\"a\":1 ¤\"b\":2}",
            "{\"a\" ¤1}",
            "{\"a\"¤,1}",
            "{\"a\"¤}",
            "{\"a\":¤}",
            "{\"a\":¤,\"b\":1}",
            "{\"a\":¤:1}",
            "{\"a\":1¤:2}",
            "{¤:1}",
            "{¤1:1}",
            "{¤a:1}",
            "{¤'a':1}",
            "{¤true:1}",
            "{¤null:1}",
            "{¤[]:1}",
            "{¤{}:1}",
            "{\"a\":1,¤1}",
            "{\"a\":1,¤b:2}",
            "{\"a\":1¤;\"b\":2}",
            "{\"a\"¤=1}",
            "{\"a\"¤=>1}",
            "{\"a\":1¤]",
            "{¤]",
            "{\"a\":{\"b\":1¤]}",
            "{\n  \"a\": 1,\n¤}",
            "{\r\n  \"a\": 1\r\n  ¤\"b\": 2\r\n}",
            "{\"é\":1,¤}",
            "{\"💡\": ¤x}",
            "{\"a\":{\"b\":{\"c\":¤}}}"};
}

/// Section 5: arrays
Cases invalidArrays() {
    return {"{\"a\":[¤}",         "{\"a\":[1¤}",     "{\"a\":[1,¤]}",       "{\"a\":[¤,1]}",
            "{\"a\":[1,¤,2]}",    "{\"a\":[1 ¤2]}",  "{\"a\":[¤,]}",        "{\"a\":[1¤:2]}",
            "{\"a\":[\"x\"¤:1]}", "{\"a\":[¤:1]}",   "{\"a\":[[1]¤}",       "{\"a\":[1¤;2]}",
            "{\"a\":[1]¤]}",      "{\"a\":¤]}",      "{\"a\":[1,\n2,\n¤]}", "{\"a\":[\"x\" ¤\"y\"]}",
            "{\"a\":[¤...]}",     "{\"a\":[{}¤{}]}", "{\"a\":[[]¤[]]}"};
}

/// Section 3: literals
Cases invalidLiterals() {
    return {
        "{\"a\":¤True}",      "{\"a\":¤TRUE}",      "{\"a\":¤False}", "{\"a\":¤Null}",  "{\"a\":¤NULL}",
        "{\"a\":¤nil}",       "{\"a\":¤None}",      "{\"a\":¤tru}",   "{\"a\":¤truee}", "{\"a\":¤nul}",
        "{\"a\":¤fals}",      "{\"a\":¤undefined}", "{\"a\":¤yes}",   "{\"a\":true¤;}", "{\"a\":null¤Â }",
        "{\"a\":[false¤/2]}", "{\"a\":¤true1}",     "{\"a\":¤NaN}",   "{\"a\":¤nan}",   "{\"a\":¤Infinity}",
        "{\"a\":-¤Infinity}", "{\"a\":¤inf}",       "{\"a\":¤x}",     "{\"a\":¤@}",     "{\"a\":¤$}",
        "{\"a\":¤(1)}",       "{\"a\":¤<b>}",       "{\"a\":¤é}",     "{\"a\":¤*}",     "{\"a\":¤\\n}"};
}

/// Section 6: numbers
Cases invalidNumbers() {
    return {"{\"a\":¤01}",    "{\"a\":¤-01}",   "{\"a\":¤00}",   "{\"a\":¤+1}",  "{\"a\":¤.5}",
            "{\"a\":-¤.5}",   "{\"a\":1.¤}",    "{\"a\":1.¤e1}", "{\"a\":1e¤}",  "{\"a\":1e+¤}",
            "{\"a\":1e-¤}",   "{\"a\":1E¤}",    "{\"a\":-¤}",    "{\"a\":-¤-1}", "{\"a\":¤1e1.5}",
            "{\"a\":¤1.5.5}", "{\"a\":1¤_000}", "{\"a\":¤0x1F}", "{\"a\":1,¤5}", "{\"a\":1 ¤000}",
            "{\"a\":¤1f}",    "{\"a\":¤1-2}",   "{\"a\":¤1+2}",  "{\"a\":1¤/2}", "{\"a\":1e¤e1}",
            "{\"a\":-¤a}",    "{\"a\":1¤٠}",    "{\"a\":1¤%}",   "{\"a\":¤٣}",   "{\"a\":¤012.5}",
            "{\"a\":-¤"};
}

/// Section 7: strings
Cases invalidStrings() {
    return {"{\"a\":¤'x'}",         "{\"a\":¤`x`}",         "{\"a\":¤“x”}",
            "{\"a\":\"x¤",          "{\"a\":\"x\\\"¤",      "{\"a\":\"\\¤x41\"}",
            "{\"a\":\"\\¤'\"}",     "{\"a\":\"\\¤ \"}",     "{\"a\":\"\\u¤\"}",
            "{\"a\":\"\\u1¤\"}",    "{\"a\":\"\\u12¤\"}",   "{\"a\":\"\\u123¤\"}",
            "{\"a\":\"\\u¤g000\"}", "{\"a\":\"\\u¤ 041\"}", "{\"a\":\"\\u00¤é9\"}",
            "{\"a\":\"\\u¤{41}\"}", "{\"a\":\"x\"¤y\"}",    "{\"a\":\"x\"¤+\"y\"}",
            "{\"a\":¤u\"x\"}",      "{\"a\":¤r\"x\"}",      "{\"a\":\"x\"\"\"}"s.insert(8, "¤"),
            "{\"\\u12¤\":1}",       "{\"a¤\n\":1}",         "{\"a\":\"x¤\n\"}",
            "{\"a\":\"x¤\r\n\"}"};
}

/// Comments and what else others allow
Cases invalidExtras() {
    return {"{¤//x\n\"a\":1}",  "{¤/*x*/\"a\":1}", "{¤#x\n\"a\":1}", "{\"a\":1 ¤// x\n}", "{\"a\":¤/*x*/1}",
            "{\"a\":1,¤/*x*/}", "{\"a\":1-¤-}",    "{¤@import}",     "{\"a\":[1,¤#\n2]}"};
}

} // namespace

std::vector<std::string> valid() {
    Cases all;
    for (auto* cases :
         {validLiterals, validObjects, validArrays, validNumbers, validStrings, validCharacters})
        append(all, cases());
    // Section 2: white space is these four, in any number, around each of the six structural characters.
    for (const std::string& space : {" "s, "\t"s, "\n"s, "\r"s, "\r\n"s, " \t\r\n \t\r\n"s}) {
        all.push_back("[" + space + "1" + space + "," + space + "2" + space + "]");
        all.push_back("{" + space + "\"a\"" + space + ":" + space + "1" + space + "," + space + "\"b\":2" +
                      space + "}");
    }
    // Every ASCII character that needs no escape.
    std::string printable = "\"";
    for (char byte = ' '; byte < '\x7F'; ++byte)
        printable += byte == '"' || byte == '\\' ? ""s : std::string(1, byte);
    all.push_back(printable + '"');
    all.push_back(std::string(200, '[') + std::string(200, ']'));
    all.push_back('"' + std::string(100'000, 'x') + '"');
    return all;
}

std::vector<std::string> invalid() {
    Cases all;
    for (auto* cases :
         {invalidObjects, invalidArrays, invalidLiterals, invalidNumbers, invalidStrings, invalidExtras})
        append(all, cases());
    const auto in = [](const std::string& bytes) { return "{\"a\":\"x¤" + bytes + "\"}"; };
    for (char control = 1; control < ' '; ++control) // section 7: control characters must be escaped
        all.push_back(in(std::string(1, control)));
    all.push_back(in("\0"s));
    // The letters that no escape has.
    for (const char letter : "acdeghijklmopqsvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"s)
        all.push_back("{\"a\":\"\\¤" + std::string(1, letter) + "\"}");
    // Section 2: no other white space.
    for (const std::string& space :
         {"\v"s, "\f"s, "\xC2\xA0"s, "\xE2\x80\x83"s, "\xE2\x80\xA8"s, "\xEF\xBB\xBF"s}) {
        all.push_back("{¤" + space + "\"a\":1}");
        all.push_back("{\"a\":¤" + space + "1}");
    }
    return all;
}

std::vector<std::string> notUtf8() {
    Cases all;
    for (const char* bytes :
         {"\x80", "\xBF", "\xC0\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\xAF", "\xE2\x82",
          "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x9F\x92", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "\xE9"}) {
        all.push_back("{\"a\":\"é¤" + std::string(bytes) + "\"}");
        all.push_back("{\"é¤" + std::string(bytes) + "\":1}");
    }
    return all;
}

} // namespace jsoncases
