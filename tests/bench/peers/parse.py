# SPDX-License-Identifier: MIT
"""parse.py FOLDER: parses every episode's front matter and does nothing with it, as a sweep's script begins."""
import json
import pathlib
import sys

decoder = json.JSONDecoder()
pages = 0
for file in pathlib.Path(sys.argv[1]).rglob("*.md"):
    decoder.raw_decode(file.read_text(encoding="utf-8"))
    pages += 1
print(pages, "pages")
