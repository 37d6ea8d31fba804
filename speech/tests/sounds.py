"""What the tests of unusual recordings share: two sentences, files made of them, and a search for them."""

import os
import struct

import numpy as np

from afterword_speech.plan import plan
from afterword_speech.probe import probe
from afterword_speech.reader import Reader
from afterword_speech.sound import sound_of

from .clips import RATE_HZ, clip, samples_of

A = samples_of(clip("sentences", "01.wav"))
B = samples_of(clip("sentences", "02.wav"))


class Asked:
    """A request that is never cancelled."""

    def alive(self):
        """Does nothing."""


def probed(path, **choice):
    return probe({"path": path, **choice}, Asked())


def planned(path, **choice):
    request = {"path": path, "fromMs": 0, "stretchMs": 300_000, "chunkTargetMs": 28_000}
    return plan({**request, **choice}, Asked())


def heard(path, **choice):
    """All that is heard of a recording."""
    sound = sound_of({"path": path, **choice}, lambda: None)
    blocks = list(Reader(path, sound).blocks())
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def place_of(part, whole):
    """Where a sound is in another, in milliseconds; None if it is not in there."""
    size = 1 << (len(part) + len(whole)).bit_length()
    product = np.fft.irfft(np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size)), size)
    at = int(np.argmax(np.abs(product[: len(whole)])))
    there = whole[at : at + len(part)]
    energy = np.sqrt(np.square(part, dtype=float).sum() * np.square(there, dtype=float).sum())
    return at * 1000 / RATE_HZ if energy > 0 and abs(product[at]) / energy > 0.7 else None


def write_wav(path, channels, bits=16, rate_hz=RATE_HZ, code=None, **wrong):
    """Writes a WAV file, one row of samples for each channel, with wrong numbers in its header.

    `wrong`: `data_bytes`, `byte_rate`, `after` (bytes behind the stated end), and the fields
    `stated_channels`, `stated_hz`, `block` and `stated_bits` of the format.
    """
    rows = np.atleast_2d(channels)
    data = encoded(rows.T, bits)
    code = code or (3 if bits == 64 or bits == 33 else 1)
    wide = 32 if bits == 33 else bits
    block = len(rows) * wide // 8
    stated = wrong.get("data_bytes", len(data))
    byte_rate = wrong.get("byte_rate", rate_hz * block)
    stated_hz, count = wrong.get("stated_hz", rate_hz), wrong.get("stated_channels", len(rows))
    sizes = wrong.get("block", block), wrong.get("stated_bits", wide)
    fmt = struct.pack("<HHIIHH", code, count, stated_hz, byte_rate, *sizes)
    head = b"WAVEfmt " + struct.pack("<I", 16) + fmt + b"data" + struct.pack("<I", stated)
    with open(path, "wb") as file:
        file.write(b"RIFF" + struct.pack("<I", (stated + 36) & 0xFFFFFFFF) + head + data)
        file.write(wrong.get("after", b""))


def encoded(samples, bits):
    """Samples as the bytes of a WAV file; 33 stands for 32-bit float."""
    if bits == 33:
        return samples.astype("<f4").tobytes()
    if bits == 8:
        return np.clip(samples * 128 + 128, 0, 255).astype("u1").tobytes()
    whole = np.clip(np.round(samples * 2 ** (bits - 1)), -(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    if bits == 24:
        return whole.astype("<i4").reshape(-1).view("u1").reshape(-1, 4)[:, :3].tobytes()
    return whole.astype(f"<i{bits // 8}").tobytes()


def join(path, *sources):
    with open(path, "wb") as joined:
        for source in sources:
            with open(source, "rb") as file:
                joined.write(file.read())


def code_of(test, path, **choice):
    from afterword_speech.errors import SpeechError

    with test.assertRaises(SpeechError) as caught:
        probed(path, **choice)
    return caught.exception.code


def unusual(name):
    return os.path.abspath(clip("unusual", name))
