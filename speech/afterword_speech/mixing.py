"""From the channels of a frame to one: each has a weight, and what is no number becomes silence."""

import numpy as np

# Layouts of more channels are not taken: no recorder of speech makes them, and the library's layouts
# end there.
MOST_CHANNELS = 31
# By the format's name: the size of full scale, and the value of silence.
SCALES = {"u8": (128.0, 128.0), "s16": (32768.0, 0.0), "s32": (2147483648.0, 0.0)}


def channels_of(frame, full_scale=1.0):
    """The samples of a frame as float32, one row for each channel, without NaN and infinity.

    `full_scale` is what counts as full scale in float samples; those of integers have their own.
    """
    count = frame.layout.nb_channels
    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, count).T
    name = frame.format.name.rstrip("p")
    if name in SCALES:
        scale, silence = SCALES[name]
        return ((samples - np.float64(silence)) / scale).astype(np.float32)
    # Larger than full scale is allowed in float samples, but not without bound.
    finite = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0)
    return np.clip(finite / full_scale, -64, 64).astype(np.float32)


class Mix:
    """Weights of the channels; `None` means all alike, as does a frame with other channels.

    `full_scale` is that of the recording's float samples.
    """

    def __init__(self, weights=None, full_scale=1.0):
        self.weights = weights
        self.full_scale = full_scale

    def at(self, full_scale):
        """The same mix of samples with another full scale."""
        return Mix(self.weights, full_scale)

    def __call__(self, channels):
        """The mixed samples as one row."""
        if len(channels) == 1:
            return channels[0]
        weights = self.weights
        if weights is None or len(weights) != len(channels):
            return channels.mean(axis=0)
        return np.asarray(weights, np.float32) @ channels


def only(channel, count):
    """The mix that takes one channel; they count from 0."""
    return Mix([1.0 if n == channel else 0.0 for n in range(count)])
