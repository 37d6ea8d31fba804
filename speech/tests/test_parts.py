import os
import tempfile
import unittest

import av
import numpy as np

from afterword_speech.reader import read_range
from afterword_speech.recording import recordings
from afterword_speech.sound import sound_of

from .clips import RATE_HZ, clip, encode, samples_of
from .sounds import A, B, heard, join, place_of, planned, probed, unusual

# Codec and rate by the name of the container; the extension is that of the files.
KINDS = {
    "ogg": ("libopus", 48_000),
    "webm": ("libopus", 48_000),
    "matroska": ("aac", 44_100),
    "flac": ("flac", 16_000),
    "wav": ("pcm_s16le", 16_000),
    "mp4": ("aac", 44_100),
    "mpegts": ("aac", 44_100),
    "mpeg": ("mp2", 44_100),
    "adts": ("aac", 44_100),
    "mp3": ("libmp3lame", 44_100),
    "ac3": ("ac3", 48_000),
    "aiff": ("pcm_s16be", 16_000),
    "flv": ("libmp3lame", 44_100),
    "wv": ("wavpack", 16_000),
    "tta": ("tta", 16_000),
}
C = samples_of(clip("sentences", "03.wav"))
SPOKEN_MS = (len(A) + len(B)) * 1000 / RATE_HZ


class JoinedFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def make(self, kind):
        codec, rate_hz = KINDS[kind]
        for name, samples in (("a", A), ("b", B)):
            encode(self.path(name), samples, codec, rate_hz, kind)

    def test_are_heard_to_their_end_whichever_is_longer(self):
        for kind in KINDS:
            self.make(kind)
            for first, second, parts in (("a", "b", (A, B)), ("b", "a", (B, A))):
                path = self.path(f"{first}{second}.{kind}")
                join(path, self.path(first), self.path(second))
                with self.subTest(kind, first=first):
                    whole = heard(path)
                    places = [place_of(part, whole) for part in parts]
                    self.assertLess(abs(places[0]), 120)
                    self.assertLess(abs(places[1] - len(parts[0]) * 1000 / RATE_HZ), 250)
                    answer = planned(path)
                    self.assertFalse(answer["truncated"])
                    self.assertLess(abs(answer["readToMs"] - SPOKEN_MS), 250)

    def test_have_one_timeline_wherever_reading_begins(self):
        for kind in ("ogg", "flac", "wav", "webm"):
            self.make(kind)
            path = self.path(f"three.{kind}")
            encode(self.path("c"), C, *KINDS[kind], kind)
            join(path, self.path("a"), self.path("b"), self.path("c"))
            whole = heard(path)
            with self.subTest(kind):
                sound = sound_of({"path": path}, lambda: None)
                for start_ms in (1_000, 4_000, 8_500):
                    part = read_range(path, sound, start_ms, start_ms + 2_000, lambda: None)
                    self.assertLess(abs(place_of(part, whole) - start_ms), 30)

    def test_that_are_no_recording_are_no_part(self):
        path = self.path("strange.wav")
        encode(self.path("a.wav"), A, "pcm_s16le", RATE_HZ)
        with open(self.path("b"), "wb") as file:
            file.write(b"RIFF\x10\x00\x00\x00WAVEno samples at all" + bytes(range(256)) * 16)
        join(path, self.path("a.wav"), self.path("b"))
        self.assertEqual(len(recordings.at(path).parts), 1)
        self.assertEqual(place_of(A, heard(path)), 0)
        self.assertTrue(planned(path)["hasMoreBytes"])

    def test_of_the_committed_recordings(self):
        for name in ("04-two-ogg-chained.ogg", "04-two-flac-joined.flac", "04-two-wav-joined.wav"):
            with self.subTest(name):
                whole = heard(unusual(name))
                self.assertLess(abs(place_of(A, whole)), 20)
                self.assertLess(abs(place_of(B, whole) - 3_590), 20)
                self.assertIsNone(probed(unusual(name))["durationMs"])

    def test_streams_side_by_side_are_one_part(self):
        # Two tracks of one Ogg file begin with a page each.
        path = self.path("two.ogg")
        with av.open(path, "w", format="ogg") as output:
            streams = [output.add_stream("libopus", rate=48_000, layout="mono") for _ in range(2)]
            for stream in streams:
                frame = av.AudioFrame.from_ndarray(np.zeros((1, 48_000), np.float32), "flt", "mono")
                frame.sample_rate = 48_000
                for packet in stream.encode(frame):
                    output.mux(packet)
            for stream in streams:
                output.mux(stream.encode(None))
        self.assertEqual(len(recordings.at(path).parts), 1)
        self.assertEqual(len(probed(path)["tracks"]), 2)
