import os
import tempfile
import unittest
from contextlib import nullcontext
from types import SimpleNamespace

import numpy as np

from afterword_speech.passages import Passage, divided, joined, passages_of
from afterword_speech.regions import Region
from afterword_speech.transcribe import Transcriber

from .clips import RATE_HZ, clip, samples_of
from .sounds import Asked, write_wav

PAUSE = np.zeros(RATE_HZ, np.float32)
ENGLISH = samples_of(clip("voices", "reader-1.wav"))
ITALIAN = samples_of(clip("voices", "carlo-2.wav"))
ENGLISH_TOO = samples_of(clip("voices", "reader-4.wav"))


def likeness(part, whole):
    """How much of a part is in a recording."""
    size = 1 << (part.size + whole.size).bit_length()
    product = np.fft.irfft(np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size)), size)
    return float(np.abs(product).max())


class Model:
    """Knows the language of a passage by which of the clips it resembles most."""

    def __init__(self, is_multilingual=True, probability=0.9):
        self.model = SimpleNamespace(is_multilingual=is_multilingual)
        self.probability = probability
        self.asked = 0

    def detect_language(self, samples):
        self.asked += 1
        clips = {"en": [ENGLISH, ENGLISH_TOO], "it": [ITALIAN]}
        alike = {name: max(likeness(samples, each) for each in all) for name, all in clips.items()}
        return max(alike, key=alike.get), self.probability, []


class Passages(unittest.TestCase):
    def languages(self, samples, requested=None, **options):
        self.model = Model(**options)
        return [each.language for each in passages_of(self.model, samples, requested)]

    def test_of_two_languages_are_kept_apart(self):
        two = np.concatenate([ENGLISH, PAUSE, ITALIAN])
        self.model = Model()
        first, second = passages_of(self.model, two, None)
        self.assertEqual((first.language, second.language), ("en", "it"))
        at_ms = ENGLISH.size * 1000 // RATE_HZ
        self.assertEqual(first.end_ms, second.start_ms)
        self.assertTrue(at_ms - 500 < first.end_ms < at_ms + 1_500)
        self.assertEqual((first.start_ms, second.end_ms), (0, two.size * 1000 // RATE_HZ))

    def test_of_one_language_are_one_after_two_questions(self):
        one = np.concatenate([ENGLISH, PAUSE, ENGLISH_TOO])
        self.assertEqual(self.languages(one), [None])
        self.assertEqual(self.model.asked, 2)

    def test_are_one_if_the_language_is_known_or_the_model_has_one(self):
        two = np.concatenate([ENGLISH, PAUSE, ITALIAN])
        self.assertEqual(self.languages(two, "it"), ["it"])
        self.assertEqual(self.languages(two, is_multilingual=False), [None])
        self.assertEqual(self.model.asked, 0)

    def test_are_one_in_doubt(self):
        two = np.concatenate([ENGLISH, PAUSE, ITALIAN])
        self.assertEqual(self.languages(two, probability=0.6), [None])

    def test_without_a_pause_or_with_little_sound_are_one(self):
        self.assertEqual(self.languages(ENGLISH[: 5 * RATE_HZ]), [None])
        self.assertEqual(self.languages(np.zeros(20 * RATE_HZ, np.float32)), [None])


class DecodingModel(Model):
    """Says one word at the end of the first second of whatever it decodes."""

    def watch(self, before_step, _before_window):
        before_step()

    def member(self):
        return nullcontext()

    def transcribe(self, _samples, language, **_options):
        word = SimpleNamespace(word=f" {language}", start=0.5, end=1.0, probability=0.9)
        segment = SimpleNamespace(start=0.5, end=1.0, text=word.word, words=[word])
        return iter([segment]), SimpleNamespace(language=language or "en")


class Collecting(Asked):
    def __init__(self):
        self.segments = []

    def segment(self, segment):
        self.segments.append(segment)


class Transcribing(unittest.TestCase):
    def test_decodes_each_passage_in_its_language_at_its_time(self):
        job, shift_ms = Collecting(), 2_000
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "mixed.wav")
            write_wav(path, np.concatenate([np.zeros(shift_ms * 16), ENGLISH, PAUSE, ITALIAN, PAUSE]))
            end_ms = shift_ms + (ENGLISH.size + ITALIAN.size) // 16 + 2_000
            request = {"path": path, "startMs": shift_ms, "endMs": end_ms, "language": None}
            answer = Transcriber(DecodingModel())({**request, "decoding": "standard"}, job)
        self.assertEqual(answer, {"language": "it", "otherLanguage": None})
        self.assertEqual([each["language"] for each in job.segments], ["en", "it"])
        first, second = (each["startMs"] for each in job.segments)
        self.assertEqual(first, shift_ms + 500)
        self.assertAlmostEqual(second, shift_ms + ENGLISH.size // 16 + 1_000, delta=1_000)


class Dividing(unittest.TestCase):
    def test_cuts_in_pauses_so_that_no_part_is_short(self):
        times = [(0, 3_000, 0), (3_600, 5_000, 600), (6_000, 11_000, 1_000), (11_600, 13_000, 600)]
        regions = [Region(*each) for each in times]
        self.assertEqual(divided(regions, 13_000), [(0, 5_472), (5_472, 13_000)])

    def test_does_not_cut_in_a_breath(self):
        self.assertEqual(divided([Region(0, 6_000, 0), Region(6_300, 12_000, 300)], 12_000), [(0, 12_000)])


class Joining(unittest.TestCase):
    def test_makes_one_of_neighbours_and_fills_what_is_not_known(self):
        parts = [(0, 5_000), (5_000, 10_000), (10_000, 15_000), (15_000, 20_000)]
        found = joined(parts, ["en", None, "en", "it"])
        self.assertEqual(found, [Passage(0, 15_000, "en"), Passage(15_000, 20_000, "it")])
