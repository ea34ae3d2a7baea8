#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tidy.py BUILD [FILE...]: clang-tidy over the project's sources (or FILEs), several files of a layer at a time.

Most of what clang-tidy does in one file is reading Qt's headers and walking through them. Files of one target are therefore put
together into one text; findings are told with the file's own name and line. Files that would give one name two meanings
(anonymous namespaces, macros) go to different groups; a group that cannot be compiled is looked at in halves.
"""
import collections
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

from together import groups_of, own_names

GROUP = 14
# The path-sensitive analyser stops early in a function of very many paths: that takes a tenth of the time.
BOUNDS = ["-Wno-shadow", "-Xclang", "-analyzer-config", "-Xclang", "max-nodes=20000"]


def with_names_of_their_own(files, texts):
    """The files' texts, where a function or variable that several declare for themselves has another name in each."""
    owned = {file: {name for name, meaning in own_names(texts[file]).items() if not meaning} for file in files}
    counts = collections.Counter(name for names in owned.values() for name in names)
    renamed = {}
    for number, file in enumerate(files):
        common = [rf"{name}\b(?!::)" for name in owned[file] if counts[name] > 1 and name[0].islower()]
        aliases = [rf"{name}\b" for name in re.findall(r"^namespace (\w+) = ", texts[file], re.M)]
        rename = re.compile(rf"(?<![\w.>:])({'|'.join(aliases + common) or '(?!)'})")
        lines = texts[file].splitlines(keepends=True)
        renamed[file] = "".join(line if line.startswith("#include") else rename.sub(rf"\1_{number}", line) for line in lines)
    return renamed


def flags_of(command):
    """The compiler's arguments without the file, the output and GCC's precompiled header, which clang cannot read."""
    words, flags, skip = shlex.split(command), [], 0
    for index, word in enumerate(words):
        if skip:
            skip -= 1
        elif word in ("-o", "-c"):
            skip = 1
        elif word == "-Winvalid-pch":
            skip = 2
        elif word.startswith("-"):
            flags.append(word)
            if word in ("-isystem", "-include"):
                flags.append(words[index + 1])
                skip = 1
    return flags


def run(path, flags):
    done = subprocess.run(["clang-tidy", "--quiet", "--config-file=.clang-tidy", path, "--", "-x", "c++", *flags, *BOUNDS], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def look_at(folder, number, files, texts, flags):
    """(exit code, findings) of one group."""
    if len(files) == 1:
        return run(files[0], flags)
    together = os.path.join(folder, f"group{number}.cpp")
    starts, lines = [], 0
    with open(together, "w", encoding="utf-8") as out:
        for file in files:
            starts.append((lines, file))
            out.write(texts[file])
            lines += texts[file].count("\n")

    def own_place(match):
        line = int(match.group(1))
        start, file = [entry for entry in starts if entry[0] < line][-1]
        return f"{file}:{line - start}:"

    code, words = run(together, flags)
    if "clang-diagnostic-error" in words:
        half = len(files) // 2
        results = [look_at(folder, f"{number}{side}", part, texts, flags) for side, part in (("a", files[:half]), ("b", files[half:]))]
        return max(code for code, _ in results), "".join(words for _, words in results)
    return code, re.sub(re.escape(together) + r":(\d+):", own_place, words)


def main():
    root = os.getcwd()
    build, wanted = sys.argv[1], [os.path.abspath(file) for file in sys.argv[2:]]
    folder = os.path.join(root, build, "tidy")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        entries = json.load(database)
    targets, texts = {}, {}
    for entry in entries:
        file = entry["file"]
        if file in wanted or (not wanted and file.startswith(os.path.join(root, "src") + os.sep)):
            with open(file, encoding="utf-8") as source:
                texts[file] = source.read()
            targets.setdefault(tuple(flags_of(entry["command"])), []).append(file)
    jobs = []
    for flags, files in targets.items():
        texts.update(with_names_of_their_own(sorted(files), texts))
        jobs += [(flags, group) for group in groups_of(sorted(files), texts, GROUP, are_renamed=True)]
    print(f"clang-tidy: {len(texts)} files in {len(jobs)} groups")
    worst = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        results = [workers.submit(look_at, folder, number, group, texts, list(flags)) for number, (flags, group) in enumerate(jobs)]
        for result in results:
            code, words = result.result()
            worst = max(worst, code)
            if code:
                print(re.sub(r"(?m)^\d+ warnings? generated\.\n|^Suppressed .*\n|^Use -header-filter.*\n", "", words))
    return 1 if worst else 0


sys.exit(main())
