// SPDX-License-Identifier: MIT
// bench_read FOLDER: reads every .md file below FOLDER, on one thread, and does nothing else: the floor of
// all that opens a catalogue.
#include <cstdio>
#include <filesystem>
#include <string>

int main(int argc, char** argv) {
    std::size_t bytes = 0;
    std::string buffer(1 << 20, '\0');
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argc > 1 ? argv[1] : "."))
        if (entry.path().extension() == ".md")
            if (std::FILE* file = std::fopen(entry.path().c_str(), "rb")) {
                while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file))
                    bytes += count;
                std::fclose(file);
            }
    std::printf("%zu bytes\n", bytes);
    return 0;
}
