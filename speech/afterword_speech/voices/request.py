"""The request `voices`: where there is speech in a range of a recording, embeddings of it, and overlaps."""

import base64

from ..level import raised
from ..reader import read_range
from ..regions import speech_regions
from ..sound import sound_of
from ..timeline import RATE_HZ
from ..vad import VoiceDetector
from .features import filter_banks, normalised
from .windows import windows_over

SAMPLES_PER_MS = RATE_HZ // 1000


class Voices:
    """Handles `voices` with networks that all threads share.

    Without a network for overlaps, none are found.
    """

    def __init__(self, model, overlaps=None):
        self._model = model
        self._overlaps = overlaps

    def __call__(self, request, job):
        sound = sound_of(request, job.alive)
        start_ms, end_ms = request["startMs"], request["endMs"]
        samples = raised(read_range(request["path"], sound, start_ms, end_ms, job.alive))
        regions = regions_of(samples, job.alive)
        windows = windows_over(regions, samples.size)
        features = [normalised(filter_banks(samples[each.start : each.end])) for each in windows]
        rows = self._model.embeddings(features, job.alive)
        overlaps = self._overlaps.ranges(samples, job.alive) if self._overlaps and regions else []
        return {
            "regions": [times(start, min(end, samples.size), start_ms) for start, end in regions],
            "overlaps": [times(start, end, start_ms) for start, end in overlaps],
            "windows": [times(each.start, each.end, start_ms) for each in windows],
            "embeddingSize": self._model.size,
            # Little-endian float32, one embedding after the other.
            "embeddings": base64.b64encode(rows.astype("<f4").tobytes()).decode(),
        }


def regions_of(samples, alive):
    """Pairs of samples between which there is speech without a pause."""
    voice = VoiceDetector()
    for first in range(0, samples.size, RATE_HZ * 10):
        alive()
        voice.add(samples[first : first + RATE_HZ * 10])
    voice.finish()
    found = speech_regions(voice.probabilities())
    return [(each.start_ms * SAMPLES_PER_MS, each.end_ms * SAMPLES_PER_MS) for each in found]


def times(start, end, shift_ms):
    return {"startMs": shift_ms + start // SAMPLES_PER_MS, "endMs": shift_ms + end // SAMPLES_PER_MS}
