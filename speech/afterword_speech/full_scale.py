"""What counts as full scale in float samples: 1, unless a program has written integers as floats."""

import numpy as np

from .excerpts import excerpt_of

# Full scales of integers of one to four bytes.
OF_INTEGERS = (2.0**7, 2.0**15, 2.0**23, 2.0**31)
# Float samples may exceed 1, but no recording is that loud for a hundredth of its time.
LOUDEST = 16.0
COMMON_PERCENTILE = 99


def full_scale_of(recording, track, alive):
    """The full scale of a track. Only PCM keeps what a program has written; other codecs have a scale."""
    with recording.open() as container:
        codec = container.streams.audio[track].codec_context.name
    if not codec.startswith("pcm_f"):
        return 1.0
    largest = OF_INTEGERS[-1]
    samples = np.abs(excerpt_of(recording, track, alive, largest)) * largest
    common = float(np.percentile(samples, COMMON_PERCENTILE)) if samples.size else 0.0
    if common <= LOUDEST:
        return 1.0
    return next((scale for scale in OF_INTEGERS if common <= scale), largest)
