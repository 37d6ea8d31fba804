"""Streaming Silero VAD: the probability of speech for each 32 ms, in bounded memory.

Quiet sound is raised first, and voices on the telephone get their fundamental back, because the
detector does not hear them otherwise.
"""

import numpy as np
from faster_whisper.vad import get_vad_model

from .fundamentals import Fundamentals
from .level import Leveller
from .regions import BEGIN_PROBABILITY

FRAME_SAMPLES = 512
CONTEXT_SAMPLES = 64
# Frames per model call: about eight seconds of audio.
BATCH_FRAMES = 256


class VoiceDetector:
    """Accepts blocks of 16 kHz samples of any size and stores one probability per frame."""

    def __init__(self):
        self._session = get_vad_model().session
        self._level = Leveller()
        self._fundamentals = Fundamentals()
        self._state = [np.zeros((1, 1, 128), np.float32) for _ in range(2)]
        self._context = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._rest = []
        self._rest_size = 0
        self._probabilities = []

    def add(self, samples):
        """Adds audio; returns True when probabilities were added."""
        self._rest.append(samples)
        self._rest_size += samples.size
        if self._rest_size < BATCH_FRAMES * FRAME_SAMPLES:
            return False
        rest = np.concatenate(self._rest)
        whole = rest.size - rest.size % FRAME_SAMPLES
        self._detect(rest[:whole])
        self._rest, self._rest_size = [rest[whole:]], rest.size - whole
        return True

    def finish(self):
        """Processes the remaining audio, padded with silence to a whole frame."""
        rest = np.concatenate(self._rest) if self._rest else np.zeros(0, np.float32)
        missing = -rest.size % FRAME_SAMPLES
        self._detect(np.pad(rest, (0, missing)))
        self._rest, self._rest_size = [], 0

    def probabilities(self):
        """All probabilities so far, one for each `FRAME_SAMPLES` samples."""
        return np.concatenate(self._probabilities) if self._probabilities else np.zeros(0)

    def _detect(self, samples):
        if samples.size == 0:
            return
        frames = self._fundamentals(self._level(samples)).reshape(-1, FRAME_SAMPLES)
        before = np.vstack([self._context, frames[:-1, -CONTEXT_SAMPLES:]])
        self._context = frames[-1, -CONTEXT_SAMPLES:]
        inputs = {"input": np.hstack([before, frames]), "h": self._state[0], "c": self._state[1]}
        speech, *self._state = self._session.run(None, inputs)
        self._probabilities.append(speech.reshape(-1))


def speech_frames(samples):
    """Whether there is speech in each frame of some samples."""
    voice = VoiceDetector()
    voice.add(samples)
    voice.finish()
    return voice.probabilities() >= BEGIN_PROBABILITY
