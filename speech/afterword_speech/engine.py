"""Loads the model and tells what decides its words."""

import hashlib
import os

import ctranslate2
import faster_whisper

from . import DECODING_RULES
from .errors import EngineUnavailable
from .windows import WindowedModel

# Sampling happens only in careful decoding; a fixed seed keeps even that close to repeatable.
SEED = 20_25
SAMPLE_BYTES = 1 << 20


def load(folder, device, slots):
    """The model of a folder, ready to decode on as many threads as there are slots."""
    if not os.path.isfile(os.path.join(folder, "model.bin")):
        raise EngineUnavailable(f"There is no Whisper model in the folder {folder}.")
    ctranslate2.set_random_seed(SEED)
    device = resolve_device(device)
    threads = max(1, (os.cpu_count() or 1) // slots)
    compute_type = "int8" if device == "cpu" else "int8_float16"
    try:
        return WindowedModel(
            folder,
            device=device,
            compute_type=compute_type,
            cpu_threads=threads,
            num_workers=slots,
            local_files_only=True,
        )
    except (RuntimeError, ValueError, OSError) as error:
        raise EngineUnavailable(f"The Whisper model in {folder} cannot be loaded: {error}") from error


def resolve_device(device):
    if device != "auto":
        return device
    return "cuda" if ctranslate2.get_cuda_device_count() > 0 else "cpu"


def details(model, folder):
    """Everything beside the audio that decides what is heard, as names and values."""
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
    """Names a model by its small files, and by size and both ends of its weights."""
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
