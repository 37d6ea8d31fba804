"""The committed clips, and longer recordings in any format made from them."""

import os
from fractions import Fraction

import av
import numpy as np

AUDIO = os.path.join(os.path.dirname(__file__), "..", "..", "test", "audio")
RATE_HZ = 16_000


def clip(*names):
    return os.path.abspath(os.path.join(AUDIO, *names))


def sentences(count):
    """The samples (float32, 16 kHz) of the first sentences, with half a second between them."""
    parts = []
    for number in range(1, count + 1):
        parts += [samples_of(clip("sentences", f"{number:02d}.wav")), np.zeros(RATE_HZ // 2, np.float32)]
    return np.concatenate(parts)


def samples_of(path):
    with av.open(path) as container:
        resampler = av.AudioResampler("flt", "mono", RATE_HZ)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])


def encode(path, samples, codec, rate_hz=44_100, container=None):
    """Writes the samples in a format."""
    with av.open(path, "w", format=container) as output:
        stream = output.add_stream(codec, rate=rate_hz, layout="mono")
        stream.codec_context.open()
        size = stream.codec_context.frame_size or 1_024
        resampler = av.AudioResampler(stream.codec_context.format, "mono", rate_hz, size)
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, 0, Fraction(1, RATE_HZ)
        for part in resampler.resample(frame) + resampler.resample(None):
            output.mux(stream.encode(part))
        output.mux(stream.encode(None))
