"""The request `encode`: one range of a recording as a small file, for an engine behind an API."""

import base64
import io
from collections import namedtuple

import av
import numpy as np

from .level import raised
from .reader import read_range
from .sound import sound_of
from .timeline import RATE_HZ

# `bit_rate` is None where the codec loses nothing.
Format = namedtuple("Format", "container codec sample_format bit_rate")
FORMATS = {
    "flac": Format("flac", "flac", "s16", None),
    "wav": Format("wav", "pcm_s16le", "s16", None),
    "opus": Format("ogg", "libopus", "s16", 32_000),
    "mp3": Format("mp3", "libmp3lame", "s16p", 64_000),
}
BLOCK_SAMPLES = 10 * RATE_HZ
FULL_SCALE = 32767


def encode(request, job):
    """The sound of a range as the local model would hear it: 16 kHz, mono, quiet sound raised."""
    sound = sound_of(request, job.alive)
    start_ms, end_ms = request["startMs"], request["endMs"]
    samples = raised(read_range(request["path"], sound, start_ms, end_ms, job.alive))
    encoded = encoded_as(FORMATS[request["format"]], samples, job.alive)
    return {
        "audio": base64.b64encode(encoded).decode(),
        "durationMs": samples.size * 1000 // RATE_HZ,
    }


def encoded_as(form, samples, alive):
    """The bytes of a file with these samples."""
    file = io.BytesIO()
    with av.open(file, "w", format=form.container) as container:
        stream = container.add_stream(form.codec, rate=RATE_HZ, layout="mono", format=form.sample_format)
        if form.bit_rate is not None:
            stream.bit_rate = form.bit_rate
        for first in range(0, samples.size, BLOCK_SAMPLES):
            alive()
            frame = frame_of(samples[first : first + BLOCK_SAMPLES], form.sample_format)
            frame.pts = first
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def frame_of(samples, sample_format):
    whole = np.round(np.clip(samples, -1.0, 1.0) * FULL_SCALE).astype(np.int16)
    frame = av.AudioFrame.from_ndarray(whole.reshape(1, -1), format=sample_format, layout="mono")
    frame.sample_rate = RATE_HZ
    return frame
