# SPDX-License-Identifier: MIT
"""Times whole programs: processor time is theirs and their children's; a program's first picture is seen on a screen of its own."""
import mmap
import os
import shutil
import statistics
import subprocess
import tempfile
import time


def once(command, cwd=None):
    """(seconds by the clock, peak memory in bytes) of one run; None where it failed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    return None if process.returncode not in (0, 1) else (seconds, usage.ru_maxrss * 1024)


def interleaved(commands, rounds, before=lambda: None):
    """{name: (median seconds, median peak memory)} of commands that run one after the other, round by round."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            before()
            runs[name].append(once(command))
    return {name: tuple(statistics.median(each) for each in zip(*taken)) for name, taken in runs.items() if all(taken)}


def lines_of(command, timeout=3600):
    """{name: milliseconds} of a program that prints NAME, a tabulator and a figure a line."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=timeout, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    return {row[0]: [float(each) for each in row[1:]] for row in rows}


class Screen:
    """An X server whose picture can be read as a file."""

    def __init__(self, display=":97"):
        self.folder = tempfile.mkdtemp()
        self.server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1440x900x24", "-fbdir", self.folder], stderr=subprocess.DEVNULL)
        self.display = display
        picture = os.path.join(self.folder, "Xvfb_screen0")
        while not os.path.exists(picture) or os.path.getsize(picture) < 1440 * 900 * 4:
            time.sleep(0.05)
        time.sleep(0.3)
        with open(picture, "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def close(self):
        self.pixels.close()
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder)

    def start(self, command, home, patience=20):
        """Seconds to the first picture, to nine tenths of the one that it comes to, and the memory then (PSS, bytes)."""
        environment = dict(os.environ, DISPLAY=self.display, HOME=home, XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
                           XDG_DATA_HOME=home + "/data", XDG_STATE_HOME=home + "/state", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        empty = self.pixels[:]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pictures, seen = [(0, strips_of(empty))], empty
        while time.perf_counter() - began < min(patience, pictures[-1][0] + 3) and process.poll() is None:
            now = self.pixels[:]
            if now != seen:
                pictures.append((time.perf_counter() - began, strips_of(now)))
                seen = now
            time.sleep(0.002)
        first = next(moment for moment, strips in pictures if alike(strips, pictures[0][1]) < 0.66)
        shown = next(moment for moment, strips in pictures if alike(strips, pictures[-1][1]) >= 0.9)
        memory = pss_of(process.pid) if process.poll() is None else 0
        process.terminate()
        process.wait()
        time.sleep(0.3)
        return first, shown, memory


def strips_of(picture, rows=300):
    size = len(picture) // rows
    return [hash(picture[i * size:(i + 1) * size]) for i in range(rows)]


def alike(one, other):
    """The part of the picture's strips that are the same."""
    return sum(strip == twin for strip, twin in zip(one, other)) / len(one)


def pss_of(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        return next(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))
