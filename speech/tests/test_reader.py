import os
import tempfile
import unittest

import numpy as np

from afterword_speech import recording
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
