"""Places windows over regions of speech. Times are samples of the chunk."""

from collections import namedtuple

from ..timeline import RATE_HZ

# The lengths with which this network is commonly used: short enough for one voice, long enough to
# recognise it.
WINDOW_SAMPLES = RATE_HZ * 3 // 2
STEP_SAMPLES = RATE_HZ * 3 // 4
# Shorter sounds say nothing of a voice.
LEAST_SAMPLES = RATE_HZ * 2 // 5

Window = namedtuple("Window", "start end")


def windows_over(regions, total):
    """Windows over each region; none contains a pause between two regions.

    `regions` are pairs of samples. The last window of a region ends with it. A region that is
    shorter than a window has one, of its own length.
    """
    return [window for start, end in regions for window in over(start, min(end, total))]


def over(start, end):
    if end - start < LEAST_SAMPLES:
        return []
    if end - start <= WINDOW_SAMPLES:
        return [Window(start, end)]
    last = end - WINDOW_SAMPLES
    steps = range(start, last, STEP_SAMPLES)
    return [Window(at, at + WINDOW_SAMPLES) for at in (*steps, last)]
