"""Excerpts of a track, all its channels apart, to decide how it is listened to."""

import av
import numpy as np

from .formats import SEEKABLE, format_of
from .mixing import channels_of
from .reader import PartReading
from .timeline import RATE_HZ

# A recording of at most this length is heard whole.
WHOLE_S = 40
# Of a longer one: its beginning, and places spread over it where its format can be searched.
BEGINNING_S = 10
PLACES = 5
PLACE_S = 6


def excerpt_of(recording, track, alive, full_scale=1.0):
    """Some of the samples of a track as 16 kHz float32, one row for each channel."""
    parts = [read(recording, track, place, alive, full_scale) for place in places(recording)]
    parts = [part for part in parts if part is not None]
    rows = max((len(part) for part in parts), default=0)
    same = [part for part in parts if len(part) == rows]
    return np.concatenate(same, axis=1) if same else np.zeros((1, 0), np.float32)


def places(recording):
    with recording.open() as container:
        length_s = (container.duration or 0) / av.time_base
        can_seek = format_of(container) in SEEKABLE and recording.can_seek(0)
    if length_s <= WHOLE_S or not can_seek:
        return [(0, WHOLE_S)]
    spread = [(length_s * n / (PLACES + 1), PLACE_S) for n in range(1, PLACES + 1)]
    return [(0, BEGINNING_S), *spread]


def read(recording, track, place, alive, full_scale):
    """The channels of one place; None if nothing can be decoded there."""
    from_s, length_s = place
    blocks, rate, samples = [], None, 0
    for frame, _ in PartReading(recording, 0, track, alive).frames(from_s):
        alive()
        block = channels_of(frame, full_scale)
        if rate is not None and (frame.sample_rate != rate or len(block) != len(blocks[0])):
            break
        rate = frame.sample_rate
        blocks.append(block)
        samples += frame.samples
        if samples >= length_s * rate:
            break
    if rate is None:
        return None
    return np.stack([at_rate(row, rate) for row in np.concatenate(blocks, axis=1)])


def at_rate(samples, rate_hz):
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    row = np.ascontiguousarray(samples, np.float32).reshape(1, -1)
    frame = av.AudioFrame.from_ndarray(row, format="flt", layout="mono")
    frame.sample_rate = rate_hz
    frames = resampler.resample(frame) + resampler.resample(None)
    return np.concatenate([each.to_ndarray().reshape(-1) for each in frames])
