"""Decodes windows of several chunks in one call, because each call reads all weights of the model."""

import threading
from contextlib import contextmanager

import ctranslate2
import numpy as np


class Call:
    """A window that waits to be decoded."""

    def __init__(self, features, prompts, options):
        self.features = features
        self.prompts = prompts
        self.options = options
        self.outcome = None

    def is_like(self, other):
        """Whether both can be decoded in one call, with the same results as in two."""
        same_length = len(self.prompts[0]) == len(other.prompts[0])
        return same_length and self.options == other.options

    def result(self):
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


class Group:
    """Chunks whose windows are decoded together, once each of them has one ready."""

    def __init__(self, generate):
        self._generate = generate
        self._changed = threading.Condition()
        self._waiting = []
        self.members = 0

    def leave(self):
        """A chunk is finished; the others no longer wait for it."""
        with self._changed:
            self.members -= 1
            self._changed.notify_all()

    def decode(self, call):
        """Returns the results of a window; the thread of one of the members decodes for all."""
        with self._changed:
            self._waiting.append(call)
            self._changed.notify_all()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: call.outcome is not None or self._is_complete())
                if call.outcome is not None:
                    return call.result()
                batch = self._take()
            self._run(batch)
            with self._changed:
                self._changed.notify_all()

    def _is_complete(self):
        return 0 < self.members <= len(self._waiting)

    def _take(self):
        """Takes the oldest window and those like it, so that none waits for ever."""
        batch = [call for call in self._waiting if call.is_like(self._waiting[0])]
        self._waiting = [call for call in self._waiting if call not in batch]
        return batch

    def _run(self, batch):
        try:
            outcomes = self._decode(batch)
        except Exception as error:
            outcomes = [error] * len(batch)
        for call, outcome in zip(batch, outcomes):
            call.outcome = outcome

    def _decode(self, batch):
        if len(batch) == 1:
            return [self._generate(batch[0].features, batch[0].prompts, **batch[0].options)]
        features = np.concatenate([np.array(call.features) for call in batch])
        prompts = [call.prompts[0] for call in batch]
        view = ctranslate2.StorageView.from_array(features)
        return [[result] for result in self._generate(view, prompts, **batch[0].options)]


class Together:
    """A CTranslate2 model that decodes up to `size` windows in each of `slots` calls.

    Everything else is passed on to the model. A thread outside of `member` decodes alone.
    """

    def __init__(self, model, slots, size):
        self._model = model
        self._size = size
        self._groups = [Group(model.generate) for _ in range(slots)]
        self._lock = threading.Lock()
        self._thread = threading.local()

    def __getattr__(self, name):
        return getattr(self._model, name)

    @contextmanager
    def member(self):
        """Makes this thread a member of the smallest group, until its chunk is finished."""
        with self._lock:
            group = min(self._groups, key=lambda each: each.members)
            group = group if group.members < self._size else Group(self._model.generate)
            group.members += 1
        self._thread.group = group
        try:
            yield
        finally:
            self._thread.group = None
            group.leave()

    def generate(self, features, prompts, **options):
        group = getattr(self._thread, "group", None)
        if group is None or len(prompts) > 1:
            return self._model.generate(features, prompts, **options)
        return group.decode(Call(features, prompts, options))
