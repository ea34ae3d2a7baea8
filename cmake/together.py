#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which of a target's files can be read by the compiler as one text, because none uses a name that another one declares for itself.
together.py FILE... prints a line for each file of a group of several: the group's number and the file."""
import re
import sys

NAME = re.compile(r"^[\w:<>,&*\s\[\]]*?\b(\w+)\s*(?:\(|\{|=|;|\[)")
WORDS = {"void", "bool", "int", "auto", "public", "private", "protected", "template", "enum"}
GROUP = 10


def own_names(text):
    """What a file declares for itself alone, in anonymous namespaces and as macros: name -> what it stands for, where
    that is a name of somewhere else."""
    names, inside = {name: None for name in re.findall(r"^#define (\w+)", text, re.M)}, False
    for line in text.splitlines():
        if line == "namespace {":
            inside = True
        elif line == "} // namespace":
            inside = False
        elif using := re.match(r"using ([\w:]*::(\w+));", line):
            names[using.group(2)] = using.group(1)
        elif inside and line[:1].isalpha() and not line.startswith("using namespace"):
            found = re.match(r"(?:class|struct|enum class|enum|using) (\w+)", line) or NAME.match(line)
            if found and found.group(1) not in WORDS:
                names[found.group(1)] = None
    return names


def groups_of(files, texts, size=GROUP, are_renamed=False):
    """Files that can stand in one text, few groups. `are_renamed`: own names that several files have are another one in each already."""
    groups = []
    # An alias may be a namespace's name in any header.
    alone = [] if are_renamed else [file for file in files if re.search(r"^namespace \w+ = ", texts[file], re.M)]
    for file in [file for file in files if file not in alone]:
        names, words = own_names(texts[file]), set(re.findall(r"\b[A-Za-z_]\w*", texts[file]))
        own = set() if are_renamed else {name for name, meaning in names.items() if not meaning}
        for group in groups:
            taken = group["names"]
            agree = all(names[name] and names[name] == taken[name] for name in names.keys() & taken.keys())
            if len(group["files"]) < size and agree and not own & group["words"] and not group["own"] & words:
                group["files"].append(file)
                taken.update(names)
                group["own"] |= own
                group["words"] |= words
                break
        else:
            groups.append({"files": [file], "names": dict(names), "own": own, "words": words})
    return [group["files"] for group in groups] + [[file] for file in alone]


def main():
    texts = {}
    for file in sys.argv[1:]:
        with open(file, encoding="utf-8") as source:
            texts[file] = source.read()
    for number, group in enumerate(groups_of(sorted(texts), texts)):
        for file in group if len(group) > 1 else []:
            print(number, file)


if __name__ == "__main__":
    main()
