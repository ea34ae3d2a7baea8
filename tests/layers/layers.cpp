// SPDX-License-Identifier: MIT
// Reads every #include below src/ and names those that go against the layers' arrows.
//   layers SRC [EXPECTED]: exit 0 when exactly EXPECTED (0) includes are wrong.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// What a layer may include: other layers of ours, the folders of Qt's modules, and single headers besides.
struct Layer {
    std::vector<std::string> layers;
    std::vector<std::string> modules;
    std::vector<std::string> headers;
};

const std::map<std::string, Layer> allowed = {
    {"format", {{}, {}, {}}},
    {"catalog", {{"format"}, {"QtCore", "QtConcurrent"}, {}}},
    // Undo and what item models answer with; nothing that needs a screen.
    {"models",
     {{"format", "catalog"},
      {"QtCore", "QtConcurrent"},
      {"QFont", "QTextDocument", "QUndoCommand", "QUndoStack"}}},
    {"audio", {{}, {"QtCore"}, {}}},
    {"audio/player", {{"audio"}, {"QtCore", "QtMultimedia"}, {}}}, // files that begin so
    {"net", {{}, {"QtCore", "QtNetwork"}, {}}},
    {"cli", {{"format", "catalog", "audio", "net"}, {"QtCore", "QtConcurrent"}, {}}},
    {"app",
     {{"format", "catalog", "models", "audio", "net"}, {"QtCore", "QtConcurrent", "QtGui", "QtWidgets"}, {}}},
    {"app/mpris",
     {{"catalog", "audio", "app"}, {"QtCore", "QtDBus", "QtWidgets"}, {}}}, // files that begin so
};

/// What no file of the command line names: it plays nothing.
const std::string playerHeaders = "audio/player";

/// The rules for a file: those of its layer, or of the files that begin alike.
const Layer& layerOf(const fs::path& relative, const std::string& name) {
    const std::string path = relative.generic_string();
    for (const auto& [start, layer] : allowed)
        if (start.find('/') != start.npos && path.rfind(start, 0) == 0)
            return layer;
    return allowed.at(name);
}

bool contains(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Whether one of the layer's Qt modules has this header; asked of Qt's own include folder.
bool headerAllowed(const Layer& layer, const std::string& header) {
    if (contains(layer.headers, header))
        return true;
    return std::any_of(layer.modules.begin(), layer.modules.end(), [&](const std::string& module) {
        return header == module || header.rfind(module + "/", 0) == 0 ||
               fs::exists(fs::path(QT_INCLUDE_DIR) / module / header);
    });
}

int wrongIncludes(const fs::path& file, const std::string& name, const Layer& layer) {
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::ifstream in(file);
    std::string line;
    int wrong = 0;
    for (int number = 1; std::getline(in, line); ++number) {
        std::smatch match;
        if (!std::regex_search(line, match, include))
            continue;
        const std::string header = match[2];
        const bool ours = match[1] == "\"";
        const std::string target = header.substr(0, header.find('/'));
        const bool plays = name == "cli" && header.rfind(playerHeaders, 0) == 0;
        const bool bad =
            plays  ? true
            : ours ? target != name && !contains(layer.layers, target) && header.find('/') != header.npos
                   : header.front() == 'Q' && !headerAllowed(layer, header);
        if (bad) {
            std::cerr << file.string() << ':' << number << ": " << name << " must not include " << header
                      << '\n';
            ++wrong;
        }
    }
    return wrong;
}

} // namespace

int main(int argc, char** argv) {
    const fs::path root = argc > 1 ? argv[1] : "src";
    const int expected = argc > 2 ? std::stoi(argv[2]) : 0;
    int wrong = 0;
    int files = 0;
    for (const auto& rules : allowed) {
        const std::string& name = rules.first;
        if (!fs::is_directory(root / name))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / name)) {
            if (!entry.is_regular_file() ||
                (entry.path().extension() != ".h" && entry.path().extension() != ".cpp"))
                continue;
            wrong += wrongIncludes(entry.path(), name, layerOf(entry.path().lexically_relative(root), name));
            ++files;
        }
    }
    std::cout << files << " files read, " << wrong << " wrong includes, " << expected << " expected\n";
    return files > 0 && wrong == expected ? 0 : 1;
}
