import base64
import os
import unittest

import numpy as np

from afterword_speech.errors import Cancelled, EngineUnavailable
from afterword_speech.voices.features import BINS, filter_banks, mel, normalised
from afterword_speech.voices.model import BATCH, VoiceModel
from afterword_speech.voices.request import Voices
from afterword_speech.voices.windows import LEAST_SAMPLES, STEP_SAMPLES, WINDOW_SAMPLES, windows_over

from .clips import RATE_HZ, clip
from .sounds import Asked

MODEL = os.path.abspath(clip("..", "..", ".toolchain", "voice-model", "campplus.onnx"))


class Features(unittest.TestCase):
    def test_have_a_row_for_each_whole_frame(self):
        for samples, rows in ((0, 0), (399, 0), (400, 1), (559, 1), (560, 2), (24_000, 148)):
            self.assertEqual(filter_banks(np.zeros(samples, np.float32)).shape, (rows, BINS))

    def test_show_a_tone_in_the_filter_of_its_frequency(self):
        edges = np.linspace(mel(20), mel(8_000), BINS + 2)
        for hz in (150, 440, 1_000, 3_000, 7_000):
            tone = np.sin(2 * np.pi * hz * np.arange(RATE_HZ) / RATE_HZ).astype(np.float32)
            loudest = int(filter_banks(tone).mean(axis=0).argmax())
            self.assertLess(edges[loudest], mel(hz))
            self.assertGreater(edges[loudest + 2], mel(hz))

    def test_do_not_depend_on_the_level(self):
        sound = np.random.default_rng(1).normal(size=RATE_HZ).astype(np.float32)
        quiet = normalised(filter_banks(sound * np.float32(0.01)))
        np.testing.assert_allclose(quiet, normalised(filter_banks(sound)), atol=1e-2)

    def test_of_digital_silence_are_finite(self):
        self.assertTrue(np.isfinite(filter_banks(np.zeros(RATE_HZ, np.float32))).all())


class Windows(unittest.TestCase):
    def test_cover_a_region_and_never_leave_it(self):
        for length in (LEAST_SAMPLES, WINDOW_SAMPLES, WINDOW_SAMPLES + 1, 100_001):
            found = windows_over([(500, 500 + length)], 10**6)
            self.assertEqual((found[0].start, found[-1].end), (500, 500 + length))
            self.assertTrue(all(w.end - w.start <= WINDOW_SAMPLES for w in found))
            steps = [b.start - a.start for a, b in zip(found, found[1:])]
            self.assertTrue(all(0 < step <= STEP_SAMPLES for step in steps))

    def test_leave_out_what_is_too_short(self):
        self.assertEqual(windows_over([(0, LEAST_SAMPLES - 1)], 10**6), [])

    def test_end_with_the_audio(self):
        [window] = windows_over([(0, 16_000)], 15_000)
        self.assertEqual(window.end, 15_000)


class Counting(Asked):
    """Is cancelled at the given sign of life."""

    def __init__(self, left):
        self.left = left

    def alive(self):
        self.left -= 1
        if self.left < 0:
            raise Cancelled()


class Model(unittest.TestCase):
    def test_that_is_missing_or_no_voice_model_is_unavailable(self):
        for path in ("/no/such/file", clip("README.md")):
            with self.assertRaises(EngineUnavailable):
                VoiceModel(path)


@unittest.skipUnless(os.path.isfile(MODEL), "the voice model has not been set up")
class HeardVoices(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.voices = Voices(VoiceModel(MODEL))

    def heard(self, name, end_ms=60_000, job=None, start_ms=0):
        path = clip("voices", name)
        request = {"path": path, "startMs": start_ms, "endMs": end_ms}
        answer = self.voices(request, job or Asked())
        values = np.frombuffer(base64.b64decode(answer["embeddings"]), "<f4")
        return answer, values.reshape(-1, answer["embeddingSize"])

    def mean_of(self, name):
        _, rows = self.heard(name)
        mean = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).mean(axis=0)
        return mean / np.linalg.norm(mean)

    def test_are_alike_for_one_person_and_not_for_two(self):
        people = ("allison", "june", "carlo", "russian", "reader")
        first = np.stack([self.mean_of(f"{each}-1.wav") for each in people])
        second = np.stack([self.mean_of(f"{each}-2.wav") for each in people])
        alike = first @ second.T
        self.assertGreater(np.diag(alike).min(), 0.6)
        self.assertLess((alike - 2 * np.eye(len(people))).max(), 0.45)

    def test_have_times_of_the_recording_within_the_range(self):
        answer, rows = self.heard("allison-1.wav", 8_000, start_ms=2_000)
        self.assertEqual(len(answer["windows"]), len(rows))
        for each in answer["windows"] + answer["regions"]:
            self.assertGreaterEqual(each["startMs"], 2_000)
            self.assertLessEqual(each["endMs"], 8_000)
            self.assertLess(each["startMs"], each["endMs"])

    def test_are_the_same_each_time(self):
        self.assertEqual(self.heard("june-1.wav")[0], self.heard("june-1.wav")[0])

    def test_are_none_in_silence(self):
        request = {"path": clip("faulty", "silence.wav"), "startMs": 0, "endMs": 10_000}
        answer = self.voices(request, Asked())
        self.assertEqual((answer["regions"], answer["windows"], answer["embeddings"]), ([], [], ""))

    def test_end_between_two_calls_when_they_are_cancelled(self):
        model = VoiceModel(MODEL)
        features = [np.zeros((40, BINS), np.float32)] * (3 * BATCH)
        job = Counting(2)
        with self.assertRaises(Cancelled):
            model.embeddings(features, job.alive)
