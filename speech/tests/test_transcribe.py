import os
import tempfile
import unittest
from contextlib import nullcontext
from types import SimpleNamespace

import numpy as np
from faster_whisper.transcribe import Segment, Word

from afterword_speech.transcribe import Transcriber

from .clips import RATE_HZ, clip, samples_of
from .sounds import Asked, write_wav

SPEECH = samples_of(clip("voices", "reader-1.wav"))
SPEECH_S = SPEECH.size / RATE_HZ


def segment(*words):
    """A segment of words with their times in seconds."""
    said = [Word(start=start, end=end, word=f" {text}", probability=0.9) for text, start, end in words]
    return Segment(
        **{"id": 1, "seek": 0, "start": said[0].start, "end": said[-1].end, "words": said},
        **{"text": "".join(word.word for word in said), "tokens": [], "avg_logprob": -0.1},
        **{"compression_ratio": 1.0, "no_speech_prob": 0.0, "temperature": 0.0}
    )


class Model:
    """Says what it is given to say, one answer after the other."""

    def __init__(self, *answers):
        self.model = SimpleNamespace(is_multilingual=True)
        self.answers = list(answers)
        self.asked = []

    def watch(self, before_step, _before_window):
        before_step()

    def member(self):
        return nullcontext()

    def transcribe(self, samples, language, **_options):
        self.asked.append((samples, language))
        return iter(self.answers.pop(0)), SimpleNamespace(language=language or "en")


class Collecting(Asked):
    def __init__(self):
        self.segments = []

    def segment(self, message):
        self.segments.append(message)


class Hearing(unittest.TestCase):
    def heard(self, samples, *answers, to_ms=None, language="en"):
        """The messages for a chunk that begins at a second of its file, up to a time or its end."""
        self.model, job = Model(*answers), Collecting()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "speech.wav")
            write_wav(path, np.concatenate([np.zeros(RATE_HZ), samples]))
            request = {"path": path, "startMs": 1_000, "endMs": to_ms or 1_000 + samples.size // 16}
            Transcriber(self.model)({**request, "language": language, "decoding": "standard"}, job)
        return [(each["text"], each["startMs"], each["endMs"]) for each in job.segments]


class SkippedWords(Hearing):
    def test_are_decoded_again_from_the_word_that_stands_for_them(self):
        first = [segment(("To", 0.2, 0.5)), segment(("be", 1.2, 1.5), ("or", 1.5, 4.5), ("not", 4.5, 4.7))]
        again = [segment(("or", 0.0, 0.4), ("not", 0.4, 0.8))]
        found = self.heard(SPEECH, first, again)
        self.assertEqual(found, [("To", 1_200, 1_500), ("be", 2_200, 2_500), ("or not", 2_500, 3_300)])
        (whole, _), (rest, language) = self.model.asked
        self.assertEqual((whole.size - rest.size, language), (int(1.5 * RATE_HZ), "en"))
        self.assertTrue(np.array_equal(whole[-rest.size :], rest))

    def test_leave_out_a_segment_that_begins_with_that_word(self):
        again = [segment(("or", 0.0, 0.4))]
        found = self.heard(SPEECH, [segment(("To", 0.2, 0.5)), segment(("or", 1.5, 4.5))], again)
        self.assertEqual([text for text, _, _ in found], ["To", "or"])

    def test_are_not_looked_for_twice_at_one_place(self):
        again = [segment(("or", 0.0, 3.0), ("not", 3.0, 3.2))]
        found = self.heard(SPEECH, [segment(("be", 1.2, 1.5), ("or", 1.5, 4.5))], again)
        self.assertEqual([text for text, _, _ in found], ["be", "or not"])

    def test_are_none_where_nobody_speaks(self):
        quiet = np.concatenate([SPEECH, np.zeros(5 * RATE_HZ, np.float32)])
        long = segment(("be", 1.2, 1.5), ("or", SPEECH_S, SPEECH_S + 4))
        self.assertEqual(len(self.heard(quiet, [long])), 1)
        self.assertEqual(len(self.model.asked), 1)


class WhatFollows(Hearing):
    long = np.concatenate([SPEECH] * (1 + int(40 / SPEECH_S)))

    def test_is_heard_up_to_a_whole_window_and_left_out(self):
        inside, across = segment(("To", 0.2, 0.5)), segment(("be", 4.0, 4.5), ("or", 4.8, 5.4))
        behind = segment(("not", 6.0, 6.4))
        found = self.heard(self.long, [inside, across, behind], to_ms=6_000)
        self.assertEqual(found, [("To", 1_200, 1_500), ("be", 5_000, 5_500)])
        self.assertEqual([samples.size for samples, _ in self.model.asked], [30 * RATE_HZ])

    def test_is_not_decoded_again_for_words_that_were_skipped_there(self):
        behind = segment(("not", 6.0, 10.0), ("to", 10.0, 10.2))
        self.assertEqual(self.heard(self.long, [segment(("To", 0.2, 0.5)), behind], to_ms=6_000)[1:], [])
        self.assertEqual(len(self.model.asked), 1)

    def test_is_not_heard_with_a_chunk_that_fills_a_window_or_ends_the_recording(self):
        self.heard(self.long, [], to_ms=33_000)
        self.assertEqual([samples.size for samples, _ in self.model.asked], [32 * RATE_HZ])
        self.heard(SPEECH, [])
        self.assertEqual([samples.size for samples, _ in self.model.asked], [SPEECH.size])

    def test_is_not_heard_where_nobody_speaks_in_it(self):
        quiet = np.concatenate([SPEECH, np.zeros(9 * RATE_HZ, np.float32)])
        self.heard(quiet, [], to_ms=1_000 + SPEECH.size // 16)
        self.assertEqual([samples.size for samples, _ in self.model.asked], [SPEECH.size // 16 * 16])

    def test_is_not_heard_where_the_language_is_to_be_found(self):
        self.heard(self.long[: 4 * RATE_HZ], [], to_ms=3_000, language=None)
        self.assertEqual([samples.size for samples, _ in self.model.asked], [2 * RATE_HZ])


if __name__ == "__main__":
    unittest.main()
