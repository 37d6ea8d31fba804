import os
import tempfile
import unittest
from unittest import mock

import numpy as np

from afterword_speech import recording
from afterword_speech.clock import Clock
from afterword_speech.reader import Reader, read_range
from afterword_speech.sound import sound_of
from afterword_speech.timeline import RATE_HZ

from .clips import clip, encode, sentences

FORMATS = {
    "wav": "pcm_s16le",
    "mp3": "libmp3lame",
    "m4a": "aac",
    "aac": "aac",
    "opus.ogg": "libopus",
    "webm": "libopus",
    "mkv": "libopus",
    "flac": "flac",
    "mp4": "aac",
    "ts": "aac",
    "mpg": "mp2",
    "ac3": "ac3",
    "wv": "wavpack",
    "latm": "aac",
    "flv": "libmp3lame",
}
CONTAINERS = {"m4a": "mp4", "aac": "adts", "opus.ogg": "ogg", "mkv": "matroska", "ts": "mpegts", "mpg": "mpeg"}
STARTS_MS = (0, 700, 5_000, 12_345, 20_001)
LENGTH_MS = 4_000
TOLERANCE_MS = 20


def shift_ms(part, reference):
    """How much later a part is than its reference, by the peak of their cross-correlation."""
    size = 1 << (2 * len(reference) - 1).bit_length()
    product = np.fft.rfft(part, size) * np.conj(np.fft.rfft(reference, size))
    peak = int(np.argmax(np.fft.irfft(product, size)))
    return (peak if peak < size // 2 else peak - size) * 1000 / RATE_HZ


def sound(path):
    return sound_of({"path": path}, lambda: None)


def whole_of(path):
    return np.concatenate(list(Reader(path, sound(path)).blocks()))


class ReadsAnyRange(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.spoken = sentences(7)
        # As in a long recording: the place is searched for, instead of read up to.
        cls.least, recording.LEAST_TO_SEEK_BYTES = recording.LEAST_TO_SEEK_BYTES, 0

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        recording.LEAST_TO_SEEK_BYTES = cls.least

    def test_at_the_correct_position_in_each_format(self):
        for extension, codec in FORMATS.items():
            path = os.path.join(self.folder.name, f"talk.{extension}")
            rate = 48_000 if codec in ("libopus", "ac3") else 44_100
            encode(path, self.spoken, codec, rate, CONTAINERS.get(extension))
            whole = whole_of(path)
            with self.subTest(format=extension, what="whole"):
                self.assertLess(abs(shift_ms(whole[: len(self.spoken)], self.spoken)), 100)
            for start_ms in STARTS_MS:
                with self.subTest(format=extension, start_ms=start_ms):
                    self.check_range(path, whole, start_ms)

    def check_range(self, path, whole, start_ms):
        part = read_range(path, sound(path), start_ms, start_ms + LENGTH_MS, lambda: None)
        first = start_ms * RATE_HZ // 1000
        reference = whole[first : first + LENGTH_MS * RATE_HZ // 1000]
        self.assertEqual(len(part), len(reference))
        self.assertLessEqual(abs(shift_ms(part, reference)), TOLERANCE_MS)

    def test_of_the_committed_clips(self):
        for name in sorted(os.listdir(clip("formats"))):
            whole = whole_of(clip("formats", name))
            for start_ms in (0, 400, 1_500):
                with self.subTest(name, start_ms=start_ms):
                    self.check_range(clip("formats", name), whole, start_ms)

    def test_to_the_end_when_the_range_is_longer_than_the_recording(self):
        path = os.path.join(self.folder.name, "short.wav")
        encode(path, self.spoken[:RATE_HZ], "pcm_s16le", RATE_HZ)
        self.assertEqual(len(read_range(path, sound(path), 500, 9_000, lambda: None)), RATE_HZ // 2)
        self.assertEqual(len(read_range(path, sound(path), 5_000, 9_000, lambda: None)), 0)


class ReadsLongStreams(unittest.TestCase):
    """Formats without an index: reading a place must not cost more the later it is."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        least = mock.patch.object(recording, "LEAST_TO_SEEK_BYTES", 0)
        least.start()
        self.addCleanup(least.stop)

    def test_without_reading_all_before_it(self):
        spoken = np.tile(sentences(7), 4)
        kinds = {"adts": ("aac", 44_100), "mpegts": ("aac", 44_100), "ac3": ("ac3", 48_000)}
        for kind, (codec, rate_hz) in kinds.items():
            path = os.path.join(self.folder, f"long.{kind}")
            encode(path, spoken, codec, rate_hz, kind)
            last_ms = len(spoken) * 1000 // RATE_HZ - 4_000
            read_range(path, sound(path), last_ms, last_ms + 2_000, lambda: None)
            with self.subTest(kind):
                early = self.packets_for(path, 20_000)
                late = self.packets_for(path, last_ms)
                self.assertLess(late, early * 2)
                self.assertLess(late, 800)

    def packets_for(self, path, start_ms):
        """Number of packets that are read for two seconds from a place."""
        count = 0
        place = Clock.place

        def counted(clock, packet):
            nonlocal count
            count += 1
            return place(clock, packet)

        with mock.patch.object(Clock, "place", counted):
            read_range(path, sound(path), start_ms, start_ms + 2_000, lambda: None)
        return count
