import os
import tempfile
import unittest

import numpy as np
from faster_whisper.vad import get_vad_model

from afterword_speech.plan import plan
from afterword_speech.vad import FRAME_SAMPLES, VoiceDetector

from .clips import RATE_HZ, clip, encode, sentences


class NeverCancelled:
    def alive(self):
        """Does nothing, as for a request that is never cancelled."""


def ask(path, from_ms=0, stretch_ms=300_000, target_ms=28_000):
    request = {"path": path, "fromMs": from_ms, "stretchMs": stretch_ms, "chunkTargetMs": target_ms}
    return plan(request, NeverCancelled())


def in_stretches(path, stretch_ms):
    answers, from_ms = [], 0
    while from_ms is not None:
        answers.append(ask(path, from_ms, stretch_ms))
        from_ms = answers[-1]["nextFromMs"]
    return answers


class Plan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.talk = os.path.join(cls.folder.name, "talk.wav")
        encode(cls.talk, sentences(32), "pcm_s16le", RATE_HZ)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_is_the_same_each_time(self):
        self.assertEqual(in_stretches(self.talk, 40_000), in_stretches(self.talk, 40_000))

    def test_stretches_join_without_losing_or_doubling_sound(self):
        answers = in_stretches(self.talk, 40_000)
        self.assertGreater(len(answers), 2)
        chunks = [chunk for answer in answers for chunk in answer["chunks"]]
        for before, after in zip(chunks, chunks[1:]):
            self.assertLessEqual(before["endMs"], after["startMs"])
            self.assertLess(after["startMs"] - before["endMs"], 1_000)
        self.assertFalse(any(chunk["overlapsPrevious"] for chunk in chunks))
        self.assertAlmostEqual(answers[-1]["readToMs"], len(sentences(32)) / 16, delta=1)

    def test_speech_without_pauses_is_never_split_between_stretches(self):
        answers = in_stretches(clip("without-pauses.ogg"), 10_000)
        self.assertEqual(len(answers), 1)
        self.assertEqual([c["overlapsPrevious"] for c in answers[0]["chunks"]], [False, True])

    def test_silence_has_no_chunks_and_terminates(self):
        answers = in_stretches(clip("faulty", "silence.wav"), 3_000)
        self.assertEqual([answer["chunks"] for answer in answers], [[]] * len(answers))
        self.assertEqual(answers[-1]["readToMs"], 10_000)
        self.assertFalse(answers[-1]["truncated"])

    def test_detects_truncated_recordings(self):
        for name in ("truncated.wav", "truncated.webm"):
            with self.subTest(name):
                answer = ask(clip("faulty", name))
                self.assertTrue(answer["truncated"])
                self.assertEqual(len(answer["chunks"]), 1)

    def test_does_not_report_complete_recordings_as_truncated(self):
        for name in sorted(os.listdir(clip("formats"))):
            with self.subTest(name):
                answer = ask(clip("formats", name))
                self.assertFalse(answer["truncated"])
                self.assertEqual(len(answer["chunks"]), 1)
                self.assertAlmostEqual(answer["readToMs"], 5_590, delta=100)


class StreamingVoiceDetection(unittest.TestCase):
    def test_gives_the_same_probabilities_as_one_pass(self):
        samples = sentences(8)
        samples = samples[: samples.size - samples.size % FRAME_SAMPLES]
        whole = get_vad_model()(samples).reshape(-1)
        voice = VoiceDetector()
        for block in np.array_split(samples, 37):
            voice.add(block)
        voice.finish()
        np.testing.assert_allclose(voice.probabilities(), whole, atol=1e-5)
