"""Loads the model and describes everything that determines its output."""

import hashlib
import os
import sys

import ctranslate2
import faster_whisper
import numpy as np

from . import DECODING_RULES
from .errors import EngineUnavailable
from .together import Together
from .windows import WindowedModel

# Only careful decoding samples; a fixed seed keeps even that close to reproducible.
SEED = 20_25
SAMPLE_BYTES = 1 << 20


def load(folder, device, slots, together=1):
    """Loads the model of a folder, ready for `slots` calls at once, of `together` chunks each."""
    if not os.path.isfile(os.path.join(folder, "model.bin")):
        raise EngineUnavailable(f"There is no Whisper model in the folder {folder}.")
    ctranslate2.set_random_seed(SEED)
    why = ""
    for candidate in devices(device):
        try:
            return load_on(candidate, folder, slots, together)
        except (RuntimeError, ValueError, OSError) as error:
            why = str(error).split("\n", 1)[0]
            print(f"the model cannot be used on {candidate}: {why}", file=sys.stderr)
    raise EngineUnavailable(f"The Whisper model in {folder} cannot be loaded: {why}")


def devices(device):
    """The devices to try, in order: a GPU may be present while its libraries are missing."""
    if device != "auto":
        return [device]
    return ["cuda", "cpu"] if ctranslate2.get_cuda_device_count() > 0 else ["cpu"]


def load_on(device, folder, slots, together):
    model = WindowedModel(
        folder,
        device=device,
        compute_type="int8" if device == "cpu" else "auto",
        cpu_threads=max(1, processors() // slots),
        num_workers=slots,
        local_files_only=True,
    )
    if device == "cuda":  # its libraries are loaded at the first use only
        model.model.encode(ctranslate2.StorageView.from_array(silent_window(model)))
    if device == "cpu" and together > 1:
        model.model = Together(model.model, slots, together)
    return model


def silent_window(model):
    extractor = model.feature_extractor
    return np.zeros((1, extractor.mel_filters.shape[0], extractor.nb_max_frames), np.float32)


def processors():
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def details(model, folder):
    """Everything except the audio that determines the output, as names and values."""
    return {
        "engine": "faster-whisper",
        "engineVersion": faster_whisper.__version__,
        "ctranslate2Version": ctranslate2.__version__,
        "model": model_digest(folder),
        "device": model.model.device,
        "computeType": model.model.compute_type,
        "decodingRules": DECODING_RULES,
    }


def model_digest(folder):
    """A digest of a model: its small files, and the size and both ends of its weights."""
    digest = hashlib.sha256()
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and name.endswith((".json", ".txt", ".bin")):
            digest.update(f"{name} {os.path.getsize(path)}\n".encode())
            with open(path, "rb") as file:
                digest.update(file.read(SAMPLE_BYTES))
                file.seek(max(0, os.path.getsize(path) - SAMPLE_BYTES))
                digest.update(file.read(SAMPLE_BYTES))
    return digest.hexdigest()[:32]
