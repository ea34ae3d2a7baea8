#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py [COUNT...]: builds optimised, makes catalogues of COUNT episodes (1961 20000 100000) and prints what the main work takes: beside
reading the bytes alone and beside the programs that are installed of Hugo, gray-matter and ajv (npm), Python, ripgrep, FeatherPad,
FFmpeg. Each row's ratio comes from one interleaved run; milliseconds of different runs or machines cannot be compared."""
import os
import shutil
import subprocess
import sys
import tempfile

import measure

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
WORK = os.path.join(ROOT, "build", "bench")
BIN = os.path.join(ROOT, "build", "release", "bin")
PEERS = os.path.join(ROOT, "tests", "bench", "peers")
PROGRAMS = ("episode-desk", "episode-desk-cli", "make_catalog", "bench_read", "bench_table", "bench_save", "bench_window", "bench_sound", "bench_duration")
rows = []


def row(task, size, ours, peer, theirs, goal=None, unit="ms"):
    """One line of the table; a goal is the most that ours / theirs may be."""
    ratio = ours / theirs
    rows.append((task, str(size), f"{ours:.1f} {unit}", f"{peer} {theirs:.1f} {unit}", f"{ratio:.3f}", "" if goal is None else f"≤ {goal}",
                 "" if goal is None else "yes" if ratio <= goal else "NO"))


def bound(task, size, ours, goal, unit):
    """One line whose goal is a figure of its own."""
    rows.append((task, str(size), f"{ours:.1f} {unit}", "", "", f"≤ {goal} {unit}", "yes" if ours <= goal else "NO"))


def say(words):
    print(words, file=sys.stderr, flush=True)


def build():
    subprocess.run(["cmake", "--preset", "release"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", *PROGRAMS], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def catalogue(count):
    folder = os.path.join(WORK, f"catalogue-{count}")
    if not os.path.isdir(folder):
        subprocess.run([os.path.join(BIN, "make_catalog"), folder, str(count)], check=True, stdout=subprocess.DEVNULL)
    return folder


def node_packages():
    """Whether gray-matter and ajv are there; npm brings them the first time."""
    folder = os.path.join(WORK, "node")
    if shutil.which("npm") and not os.path.isdir(os.path.join(folder, "node_modules", "ajv")):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", folder, "--no-save", "gray-matter@4", "ajv@8"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return os.path.isdir(os.path.join(folder, "node_modules", "ajv")) and folder


def commands_over(folder):
    cli = os.path.join(BIN, "episode-desk-cli")
    commands = {"read": [os.path.join(BIN, "bench_read"), folder], "list": [cli, "list", folder], "check": [cli, "check", folder]}
    if shutil.which("hugo"):
        site = folder + "-hugo"
        os.makedirs(site, exist_ok=True)
        with open(os.path.join(site, "hugo.toml"), "w", encoding="utf-8") as config:
            config.write(f'baseURL = "https://example.org/"\ncontentDir = "{folder}/content"\ndisableKinds = ["taxonomy", "term"]\n')
        commands["Hugo"] = ["hugo", "list", "all", "--source", site]
    if node := node_packages():
        os.environ["NODE_PATH"] = os.path.join(node, "node_modules")
        commands["gray-matter + ajv"] = ["node", "--max-old-space-size=8192", os.path.join(PEERS, "validate.js"), folder]
    if shutil.which("rg"):
        commands["ripgrep"] = ["rg", "-uu", "--count", "", folder]
    commands["Python, parsing"] = ["python3", os.path.join(PEERS, "parse.py"), folder]
    return commands


def opening(count, folder):
    is_small = count < 10000
    taken = measure.interleaved(commands_over(folder), 7 if is_small else 3 if count < 50000 else 1)
    seconds = {name: figures[0] * 1e3 for name, figures in taken.items()}
    goals = {("list", "Hugo"): 0.1, ("list", "gray-matter + ajv"): 0.1 if is_small else 0.25, ("list", "ripgrep"): 1.5 if is_small else None,
             ("check", "gray-matter + ajv"): 0.2}
    for task in ("list", "check"):
        for peer in seconds:
            if peer not in ("list", "check"):
                row(f"{task}, process without a screen", count, seconds[task], peer, seconds[peer], goals.get((task, peer)))
    for peer, (_, memory) in taken.items():
        if peer in ("list", "Hugo", "gray-matter + ajv"):
            text = f"{peer}: peak memory an episode"
            figure = memory / 1024 / count
            rows.append((text, str(count), f"{figure:.1f} KB", "", "", "", ""))
    return seconds["list"] / count


def cold(count, folder):
    caches = "/proc/sys/vm/drop_caches"
    if not os.access(caches, os.W_OK):
        return say("cold: the system does not let its caches be emptied; left out")

    def forget():
        subprocess.run(["sync"], check=True)
        with open(caches, "w", encoding="ascii") as file:
            file.write("3\n")

    commands = {name: command for name, command in commands_over(folder).items() if name in ("read", "list")}
    taken = measure.interleaved(commands, 3, forget)
    row("list, disk cold", count, taken["list"][0] * 1e3, "read, cold", taken["read"][0] * 1e3, 0.35)


def table(count, folder):
    figures = {name: values[0] for name, values in measure.lines_of([os.path.join(BIN, "bench_table"), folder]).items()}
    row("keystroke, search alone", count, figures["search alone"], "QString::contains", figures["QString::contains"], 0.1)
    row("keystroke to painted table", count, figures["keystroke to painted table"], "QSortFilterProxyModel", figures["keystroke, QSortFilterProxyModel"])
    bound("keystroke to painted table", count, figures["keystroke to painted table"], 8 if count < 10000 else 10 if count < 50000 else 60, "ms")
    row("sort by a column, painted", count, figures["sort, painted"], "QSortFilterProxyModel", figures["sort, QSortFilterProxyModel"], 0.25)
    row("paint a page of 12 columns", count, figures["paint a page"], "default delegate", figures["paint a page, default delegate"])
    bound("paint a page of 12 columns", count, figures["paint a page"], 5, "ms")
    bound("one edit, checked and painted", count, figures["one edit, checked and painted"], 8, "ms")


def window(count, folder):
    """What a user does in the real window, and for how long at most its event loop was away."""
    for name, (shown, away) in measure.lines_of([os.path.join(BIN, "bench_window"), folder]).items():
        rows.append((f"window: {name}", str(count), f"{shown:.0f} ms", "", f"away {away:.0f} ms", "away ≤ 50 ms", "yes" if away <= 50 else "NO"))


def saving():
    figures = {name: values[0] for name, values in measure.lines_of([os.path.join(BIN, "bench_save"), WORK]).items()}
    row("save 40 files one by one, durable", 40, figures["save few"], "QSaveFile and folder", figures["save few, QSaveFile and folder"], 1.5)
    row("save many, durable", 2000, figures["save many"], "QSaveFile each", figures["save many, QSaveFile"], 1)


def starting(folder):
    if not shutil.which("Xvfb"):
        return say("start: Xvfb is not installed; left out")
    screen = measure.Screen()
    with tempfile.TemporaryDirectory() as home:
        ours, theirs, peer = [], [], shutil.which("featherpad")
        screen.start([os.path.join(BIN, "episode-desk"), folder], home)  # the first start knows nothing of the last
        for _ in range(5):
            ours.append(screen.start([os.path.join(BIN, "episode-desk")], home))
            if peer:
                theirs.append(screen.start(["featherpad", "--standalone"], home))
    screen.close()
    middle = lambda runs, which: sorted(run[which] for run in runs)[len(runs) // 2]
    bound("memory, window at rest (PSS)", 1961, middle(ours, 2) / 2**20, 90, "MB")
    if theirs:
        row("start to first paint", 1961, middle(ours, 0) * 1e3, "FeatherPad", middle(theirs, 0) * 1e3, 1)
        row("start to the last catalogue shown", 1961, middle(ours, 1) * 1e3, "FeatherPad's first paint", middle(theirs, 0) * 1e3, 1.5)


def sound():
    if not shutil.which("ffmpeg"):
        return say("sound: FFmpeg is not installed; left out")
    path = os.path.join(WORK, "hour.mp3")
    if not os.path.exists(path):
        noise = "anoisesrc=d=3600:c=pink:a=0.3,tremolo=f=0.2:d=0.8"
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", noise, "-ac", "2", "-b:a", "128k", "-y", path], check=True)
    figures = measure.lines_of([os.path.join(BIN, "bench_sound"), path])
    row("waveform of an hour, exact", "", figures["exact, first time"][0], "FFmpeg", figures["ffmpeg, to raw samples"][0], 0.45)
    row("waveform of an hour, rough", "", figures["rough, to its report"][0], "FFmpeg", figures["ffmpeg, to raw samples"][0])
    bound("waveform of an hour, cached", "", figures["exact, from the cache"][0], 30, "ms")
    bound("waveform of an hour, memory", "", figures["peak memory"][0], 50, "MB")
    figures = measure.lines_of([os.path.join(BIN, "bench_duration"), path])
    row("exact duration of an hour", "", figures["walk"][0], "mpg123_scan", figures["mpg123_scan"][0], 0.15)


def show():
    heads = ("task", "episodes", "ours", "beside", "ratio", "goal", "reached")
    widths = [max(len(each[i]) for each in [heads, *rows]) for i in range(len(heads))]
    for number, each in enumerate([heads, *rows]):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(each, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main():
    counts = [int(each) for each in sys.argv[1:]] or [1961, 20000, 100000]
    os.makedirs(WORK, exist_ok=True)
    build()
    costs = {}
    for count in counts:
        folder = catalogue(count)
        for part in (opening, cold, table, window):
            say(f"{count} episodes: {part.__name__}")
            cost = part(count, folder)
            if part is opening:
                costs[count] = cost
    for count in counts[1:]:
        row("list: cost of an episode", count, costs[count] * 1e3, f"of {counts[0]}", costs[counts[0]] * 1e3, 1.1, "µs")
    for part in (saving, sound):
        say(part.__name__)
        part()
    say("starting")
    starting(catalogue(1961))
    show()


main()
