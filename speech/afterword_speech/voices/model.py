"""The network that turns a window of speech into an embedding of the voice."""

import numpy as np
import onnxruntime

from . import VOICE_RULES
from .onnx_session import digest_of, open_network

# Windows in one call: more take no less time, and a call is short enough to cancel between two.
BATCH = 8


class VoiceModel:
    """An ONNX network: `features` (windows, frames, bins) to `embeddings` (windows, size)."""

    def __init__(self, path):
        self._session = open_network(path, "features", "voice model")
        self._digest = digest_of(path)

    @property
    def size(self):
        """Number of values of an embedding."""
        return self._session.get_outputs()[0].shape[1]

    def embeddings(self, features, alive):
        """One row for each window; windows are given as rows of filter banks, of any length each."""
        rows = np.zeros((len(features), self.size), np.float32)
        for batch in batches(features):
            alive()
            [found] = self._session.run(None, {"features": np.stack([features[n] for n in batch])})
            rows[batch] = found
        return rows

    def details(self):
        """Everything except the audio that determines the embeddings, as names and values."""
        return {
            "voiceEngine": "campplus",
            "voiceModel": self._digest,
            "onnxruntimeVersion": onnxruntime.__version__,
            "voiceRules": VOICE_RULES,
        }


def batches(features):
    """Numbers of windows of equal length, at most `BATCH` each, in a stable order."""
    by_length = {}
    for number, rows in enumerate(features):
        by_length.setdefault(len(rows), []).append(number)
    for numbers in by_length.values():
        for first in range(0, len(numbers), BATCH):
            yield numbers[first : first + BATCH]
