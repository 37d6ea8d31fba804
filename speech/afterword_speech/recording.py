"""What is known of a recording: its parts, and what reading it once has shown."""

import os
import threading
from collections import OrderedDict

import av

from . import errors
from .clock import Clock
from .container import open_part
from .formats import SEEKABLE, format_of
from .packet_index import index_packets
from .parts import Part, parts_of

# Smaller files are read from their start: that costs nothing, whatever their time stamps are like.
LEAST_TO_SEEK_BYTES = 1 << 20
# Between two signs of life while another thread finds a fact.
WAIT_S = 0.2
# Recordings whose facts are kept. They are worked on for a while, and then not again.
MOST_KEPT = 64


class Recording:
    """The file at a path. Facts are found once, also if several threads need them."""

    def __init__(self, path, size):
        self.path = path
        self.size = size
        self._facts = {}
        self._lock = threading.RLock()
        self.parts = self._readable_parts()

    def open(self, number=0):
        return open_part(self.path, self.parts[number], self.size)

    def fact(self, key, find, alive):
        """The result of `find`, from the first time that this fact was asked for.

        Finding one may read the whole file; who waits for it stays alive, and can be cancelled.
        """
        while not self._lock.acquire(timeout=WAIT_S):
            alive()
        try:
            if key not in self._facts:
                self._facts[key] = find()
            return self._facts[key]
        finally:
            self._lock.release()

    def clock(self, container, number, start_s=None):
        """The clock of a part that was opened."""
        part = self.parts[number]
        return Clock(origin_s(container), part.end - part.start, start_s)

    def index(self, number, track, alive):
        """The packets of a part; None if its format can be searched by time."""

        def find():
            with self.open(number) as container:
                if format_of(container) in SEEKABLE:
                    return None
                stream = container.streams.audio[track]
                return index_packets(container, stream, self.clock(container, number), alive)

        return self.fact(("index", number, track), find, alive)

    def can_seek(self, number):
        part = self.parts[number]
        return part.end - part.start >= LEAST_TO_SEEK_BYTES

    def _readable_parts(self):
        """The parts; what only looks like the beginning of one belongs to the part before."""
        readable = []
        for part in parts_of(self.path, self.size):
            if readable and not self._opens(part):
                readable[-1] = Part(readable[-1].start, part.end)
            else:
                readable.append(part)
        return readable

    def _opens(self, part):
        try:
            with open_part(self.path, part, self.size):
                return True
        except errors.SpeechError:
            return False


def origin_s(container):
    """The time stamp that counts as the start of a part, in seconds."""
    return (container.start_time or 0) / av.time_base


class Recordings:
    """The recordings that were asked for last."""

    def __init__(self):
        self._kept = OrderedDict()
        self._lock = threading.Lock()

    def at(self, path):
        """The recording at a path; raises `SpeechError` if there are no bytes."""
        if not os.path.isfile(path):
            raise errors.bytes_missing()
        status = os.stat(path)
        if status.st_size == 0:
            raise errors.empty()
        key = (path, status.st_size, status.st_mtime_ns)
        with self._lock:
            recording = self._kept.pop(key, None)
        recording = recording or Recording(path, status.st_size)
        with self._lock:
            self._kept[key] = recording
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return recording


recordings = Recordings()
