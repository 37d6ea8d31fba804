import unittest

import numpy as np

from afterword_speech.level import QUIET_DB, Leveller, level_db, raised
from afterword_speech.vad import speech_frames

from .clips import RATE_HZ, sentences

SPEECH = sentences(6)


def at_level(samples, db):
    """The samples as a 24-bit recording of that level."""
    factor = 10 ** (db / 20) / np.sqrt(np.square(samples, dtype=float).mean())
    return (np.round(samples * factor * 2**23) / 2**23).astype(np.float32)


class Level(unittest.TestCase):
    def test_of_usual_sound_stays_exactly_as_it_is(self):
        for db in (-36, -25, -17):
            loud = at_level(SPEECH, db)
            self.assertIs(raised(loud), loud)
            self.assertIs(Leveller()(loud), loud)

    def test_of_nothing_stays_nothing(self):
        self.assertEqual(raised(np.zeros(0, np.float32)).size, 0)

    def test_of_quiet_speech_is_raised_without_clipping(self):
        for db in (-80, -70, -60, -50):
            high = raised(at_level(SPEECH, db))
            self.assertGreater(level_db(high), QUIET_DB)
            self.assertLess(np.abs(high).max(), 1.0)

    def test_quiet_speech_is_detected_like_loud_speech(self):
        loud = speech_frames(at_level(SPEECH, -20)).mean()
        for db in (-50, -60, -70, -75):
            self.assertGreater(speech_frames(at_level(SPEECH, db)).mean(), 0.9 * loud, db)

    def test_a_pause_in_usual_speech_is_not_raised(self):
        level = Leveller()
        level(at_level(SPEECH, -20))
        quiet = at_level(np.random.default_rng(1).standard_normal(RATE_HZ * 8), -65)
        self.assertIs(level(quiet), quiet)

    def test_silence_and_noise_and_tones_do_not_become_speech(self):
        random = np.random.default_rng(3)
        length = RATE_HZ * 30
        time_s = np.arange(length) / RATE_HZ
        chord = sum(np.sin(2 * np.pi * hz * time_s) for hz in (220, 277, 330, 440)) * (1 + np.sin(4 * np.pi * time_s))
        sounds = {
            "silence": np.zeros(length),
            "one bit": np.sign(random.standard_normal(length)),
            "white": random.standard_normal(length),
            "brown": np.convolve(random.standard_normal(length), np.exp(-np.arange(400) / 60), "same"),
            "hum": np.sin(2 * np.pi * 50 * time_s) + 0.1 * random.standard_normal(length),
            "chord": chord,
        }
        for name, sound in sounds.items():
            for db in (-90, -75, -60, -45, -25):
                quiet = at_level(sound, db) if sound.any() else sound.astype(np.float32)
                with self.subTest(name, db=db):
                    self.assertLess(speech_frames(quiet).mean(), 0.02)
