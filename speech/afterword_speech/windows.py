"""Whisper that decodes no window in which nobody speaks, and stops between two steps when asked."""

import threading

from faster_whisper import WhisperModel


class EndOfSpeech(Exception):
    """What is left of the chunk holds no speech."""


class WindowedModel(WhisperModel):
    """A `WhisperModel` that asks the caller before each costly step.

    A window often ends a little before its chunk does. The library then decodes the rest as a
    window of its own, which costs as much as a full one and makes the model invent words.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._thread = threading.local()

    def watch(self, before_step, before_window):
        """Sets what this thread's decoding calls: before each step, and before each window."""
        self._thread.before_step = before_step
        self._thread.before_window = before_window

    def encode(self, features):
        self._thread.before_window()
        return super().encode(features)

    def generate_with_fallback(self, *args, **kwargs):
        self._thread.before_step()
        return super().generate_with_fallback(*args, **kwargs)
