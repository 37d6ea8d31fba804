"""Where two voices speak at once: what the network PyanNet says of each frame."""

import numpy as np

from ..networks.pyannet import FIRST_PAIR, FRAME_SAMPLES, STEP_SAMPLES
from .onnx_session import digest_of, open_network

# The network was trained with ten seconds, about which its frames agree best.
WINDOW_FRAMES = 592
WINDOW_SAMPLES = WINDOW_FRAMES * STEP_SAMPLES
# Each frame is heard twice, so that none is judged by the edge of a window alone.
STEP_FRAMES = WINDOW_FRAMES // 2
# Two voices are more likely than one or none.
LEAST_PROBABILITY = 0.5


class OverlapModel:
    """An ONNX network: `samples` (windows, 1, samples) to `classes` (windows, frames, 7)."""

    def __init__(self, path):
        self._session = open_network(path, "samples", "overlap model")
        self._digest = digest_of(path)

    def ranges(self, samples, alive):
        """Pairs of samples between which two voices speak at once, in order."""
        return ranges_of(self.probabilities(samples, alive) > LEAST_PROBABILITY)

    def probabilities(self, samples, alive):
        """For each frame the probability of two voices: the mean of all windows with the frame."""
        count = max(0, 1 + (samples.size - FRAME_SAMPLES) // STEP_SAMPLES)
        sums, times = np.zeros(count), np.zeros(count)
        for first in first_frames(count):
            alive()
            start = first * STEP_SAMPLES
            window = samples[None, None, start : start + WINDOW_SAMPLES].astype(np.float32)
            [[classes]] = self._session.run(None, {"samples": window})
            pairs = classes[: count - first, FIRST_PAIR:].sum(axis=1)
            sums[first : first + pairs.size] += pairs
            times[first : first + pairs.size] += 1
        return sums / np.maximum(times, 1)

    def details(self):
        """What determines the ranges besides the audio, as names and values."""
        return {"overlapModel": self._digest}


def first_frames(count):
    """The first frames of windows over all frames. The last window ends with the sound."""
    frames = 1 + (WINDOW_SAMPLES - FRAME_SAMPLES) // STEP_SAMPLES
    if count == 0:
        return []
    return [*range(0, count - frames, STEP_FRAMES), max(0, count - frames)]


def ranges_of(overlapping):
    """From one truth value for each frame to pairs of samples. A frame stands for its middle."""
    shift = (FRAME_SAMPLES - STEP_SAMPLES) // 2
    borders = np.flatnonzero(np.diff(np.concatenate([[False], overlapping, [False]])))
    return [(int(a) * STEP_SAMPLES + shift, int(b) * STEP_SAMPLES + shift) for a, b in zip(borders[::2], borders[1::2])]
