#!/usr/bin/env bash
# Makes the sample catalogue's spoken MP3 (espeak-ng, lame): mono, 64 kbit/s.
set -euo pipefail
cd "$(dirname "$0")/../resources/sample/media"
text="Welcome to Harbour Lights, the show about small boats and the people who mend them. This short recording belongs
to the sample catalogue of Episode Desk. Press the space bar to pause it, and the letters J and L to move back and
forward. In this episode we paint a hull, we count the gulls on the pier, and we find out why the old clock on the
harbour wall is always four minutes late. Thank you for listening, and fair winds."
espeak-ng -v en-gb -s 150 -w /dev/stdout "$text" |
  lame --quiet -m m -b 64 --cbr --resample 22.05 - 5f0c8a52-7a3e-4c1b-9d64-2b8f01e6a7c3.mp3
