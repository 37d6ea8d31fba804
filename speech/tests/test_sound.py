import os
import tempfile
import unittest
from fractions import Fraction

import av
import numpy as np

from .clips import RATE_HZ, encode
from .sounds import A, B, code_of, heard, place_of, probed, unusual, write_wav

LENGTH = len(A)
QUIET = np.zeros(LENGTH, np.float32)
RANDOM = np.random.default_rng(7)


def noise(level_db):
    return (RANDOM.standard_normal(LENGTH) * 10 ** (level_db / 20)).astype(np.float32)


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def wav(self, name, *rows, **options):
        path = os.path.join(self.folder, f"{name}.wav")
        write_wav(path, np.stack(rows), **options)
        return path


class Channels(Folder):
    def test_one_that_is_inverted_does_not_cancel_the_other(self):
        cases = {
            "wholly": (A, -A),
            "louder": (A, -0.6 * A),
            "with noise": (A + noise(-50), -A + noise(-50)),
            "of four": (A, -A, A, -A),
            "voice under common music": (0.3 * A, -0.3 * A),
        }
        for name, rows in cases.items():
            with self.subTest(name):
                self.assertLess(abs(place_of(A, heard(self.wav(name, *rows)))), 10)
        self.assertLess(abs(place_of(A, heard(unusual("02-phase-inverted.wav")))), 10)

    def test_a_voice_is_heard_in_whichever_of_up_to_31(self):
        for count in (2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 31):
            for voice in {0, count // 2, count - 1} if count in (2, 8, 31) else {count - 1}:
                rows = [noise(-60)] * count
                rows[voice] = A
                path = self.wav(f"{count}-{voice}", *rows)
                with self.subTest(count=count, voice=voice):
                    self.assertEqual(probed(path)["channels"], count)
                    self.assertLess(abs(place_of(A, heard(path))), 10)
        self.assertLess(abs(place_of(A, heard(unusual("15-3-channels-speech-in-third.wav")))), 10)

    def test_a_voice_is_heard_beside_louder_noise(self):
        path = self.wav("noisy", noise(-12), noise(-12), noise(-12), 0.5 * A)
        self.assertLess(abs(place_of(A, heard(path))), 10)

    def test_32_and_more_are_refused_with_a_code(self):
        for count in (32, 33, 64):
            path = self.wav(str(count), *[A[:4_000]] * count)
            with self.subTest(count):
                self.assertEqual(code_of(self, path), "audio_too_many_channels")

    def test_can_be_chosen(self):
        talk = np.zeros((2, max(len(A), len(B))), np.float32)
        talk[0, : len(A)], talk[1, : len(B)] = A, B
        path = self.wav("call", *talk)
        self.assertIsNone(place_of(B, heard(path, channel=1)))
        self.assertLess(place_of(B, heard(path, channel=2)), 10)
        self.assertEqual(code_of(self, path, channel=3), "audio_channel_missing")

    def test_that_have_nothing_in_common_are_told(self):
        apart = np.zeros((2, max(len(A), len(B))), np.float32)
        apart[0, : len(A)], apart[1, : len(B)] = A, B
        crosstalk = apart + 0.05 * apart[::-1]
        turns = np.concatenate([[A, np.zeros_like(A)], [np.zeros_like(B), B]], axis=1)
        for name, rows in {"at once": apart, "with crosstalk": crosstalk, "in turns": turns}.items():
            with self.subTest(name):
                self.assertTrue(probed(self.wav(name, *rows))["channelsUnrelated"])
        room = np.stack([A, 0.7 * np.roll(A, 90) + noise(-45)])
        alike = {"the same": np.stack([A, A]), "a room": room, "one is empty": np.stack([A, QUIET]),
                 "one is noise": np.stack([A, noise(-30)]), "inverted": np.stack([A, -A])}
        for name, rows in alike.items():
            with self.subTest(name):
                self.assertFalse(probed(self.wav(name, *rows))["channelsUnrelated"])
        self.assertTrue(probed(unusual("02-two-channels-at-once.mp3"))["channelsUnrelated"])


class Samples(Folder):
    def test_that_are_no_numbers_are_silence(self):
        for name, value in (("nan", np.nan), ("inf", np.inf), ("minus", -np.inf), ("huge", 1e30)):
            for places in ([20_000], list(range(0, LENGTH, 997)), list(range(30_000, 31_000))):
                broken = A.copy()
                broken[places] = value
                path = self.wav(f"{name}-{len(places)}", broken, bits=33)
                with self.subTest(name, places=len(places)):
                    whole = heard(path)
                    self.assertTrue(np.isfinite(whole).all())
                    self.assertTrue(name == "huge" or place_of(A, whole) is not None)
        self.assertLess(abs(place_of(A, heard(unusual("08-one-nan-sample.wav")))), 10)

    def test_that_are_integers_in_floats_have_the_scale_of_integers(self):
        for bits in (8, 16, 24, 32):
            for name, rows in (("mono", (A,)), ("stereo", (A, noise(-60)))):
                largest = 2.0 ** (bits - 1)
                path = self.wav(f"{bits}-{name}", *(row * largest for row in rows), bits=33)
                with self.subTest(bits=bits, name=name):
                    found = heard(path)
                    self.assertLess(abs(place_of(A, found)), 10)
                    self.assertLess(np.abs(found).max(), 4)

    def test_that_exceed_full_scale_a_little_stay_as_they_are(self):
        path = self.wav("over", 3 * A, bits=33)
        self.assertGreater(np.abs(heard(path)).max(), 1.5 * np.abs(A).max())


def two_tracks(path, tracks, default, kind="mp4", codec="aac", rate_hz=16_000):
    """Writes one track for each array of samples; `default` is the number of the default one."""
    with av.open(path, "w", format=kind) as output:
        streams = [output.add_stream(codec, rate=rate_hz, layout="mono") for _ in tracks]
        for number, stream in enumerate(streams):
            stream.disposition = 1 if number == default else 0
            stream.codec_context.open()
        for stream, samples in zip(streams, tracks):
            resampler = av.AudioResampler(stream.codec_context.format, "mono", rate_hz, stream.codec_context.frame_size or 1_024)
            frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, 0, Fraction(1, RATE_HZ)
            for part in resampler.resample(frame) + resampler.resample(None):
                output.mux(stream.encode(part))
            output.mux(stream.encode(None))


class Tracks(Folder):
    def path(self, name):
        return os.path.join(self.folder, name)

    def test_the_default_one_is_heard(self):
        for kind in ("mp4", "matroska", "mov"):
            for default, spoken in ((0, A), (1, B)):
                path = self.path(f"{default}.{kind}")
                two_tracks(path, (A, B), default, kind)
                with self.subTest(kind, default=default):
                    self.assertEqual(probed(path)["track"], default + 1)
                    self.assertIsNotNone(place_of(spoken, heard(path)))

    def test_a_silent_one_is_passed_over(self):
        for kind in ("mp4", "matroska", "mpegts"):
            path = self.path(f"silent.{kind}")
            two_tracks(path, (QUIET, QUIET, A), 0, kind)
            with self.subTest(kind):
                self.assertEqual(probed(path)["track"], 3)
                self.assertIsNotNone(place_of(A, heard(path)))
        self.assertEqual(probed(unusual("01-first-track-silent.mp4"))["track"], 2)

    def test_one_that_nobody_decodes_is_passed_over(self):
        path = unusual("14-iphone-apac-first-track.mp4")
        self.assertEqual([track["codec"] for track in probed(path)["tracks"]], [None, "aac"])
        self.assertIsNotNone(place_of(B, heard(path)))
        self.assertEqual(code_of(self, path, track=1), "audio_unreadable")

    def test_can_be_chosen(self):
        path = unusual("01-two-tracks-two-speakers.mkv")
        self.assertIsNotNone(place_of(A, heard(path)))
        self.assertIsNotNone(place_of(B, heard(path, track=2)))
        self.assertEqual(len(probed(path)["tracks"]), 2)
        for track in (0, 3):
            self.assertEqual(code_of(self, path, track=track), "audio_track_missing")
