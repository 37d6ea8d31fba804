"""Whisper that skips windows without speech and can be cancelled between two steps."""

import threading
from contextlib import nullcontext

from faster_whisper import WhisperModel

from .together import Together


class EndOfSpeech(Exception):
    """The rest of the chunk contains no speech."""


class WindowedModel(WhisperModel):
    """A `WhisperModel` with a callback before each expensive step.

    A window often ends slightly before its chunk. The library then decodes the rest as a separate
    window, which costs as much as a full one and makes the model invent words.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._thread = threading.local()

    def member(self):
        """A context in which this thread's chunk may be decoded together with others."""
        return self.model.member() if isinstance(self.model, Together) else nullcontext()

    def watch(self, before_step, before_window):
        """Sets this thread's callbacks before each step and before each window."""
        self._thread.before_step = before_step
        self._thread.before_window = before_window

    def encode(self, features):
        self._thread.before_window()
        return super().encode(features)

    def generate_with_fallback(self, *args, **kwargs):
        self._thread.before_step()
        return super().generate_with_fallback(*args, **kwargs)
