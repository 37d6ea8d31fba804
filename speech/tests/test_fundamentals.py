import os
import tempfile
import unittest

import numpy as np

from afterword_speech.fundamentals import DELAY, Fundamentals
from afterword_speech.vad import FRAME_SAMPLES, speech_frames

from .clips import RATE_HZ, clip, samples_of, sentences
from .sounds import planned, write_wav

REAL = ["reader-1", "reader-4", "allison-1", "june-2", "carlo-3", "russian-2", "sphinx-2"]
# Of the frames that are at most this much quieter than the loud ones.
QUIETEST_DB = -25


def band(samples, low_hz=300, high_hz=3_400):
    """What a telephone lets through."""
    spectrum = np.fft.rfft(samples)
    hz = np.fft.rfftfreq(samples.size, 1 / RATE_HZ)
    spectrum[(hz < low_hz) | (hz > high_hz)] = 0
    return np.fft.irfft(spectrum, samples.size).astype(np.float32)


def telephone(path, samples):
    """Writes samples as a telephone would: its band, at half the rate, in 8 bits."""
    narrow = band(samples)[::2]
    size = np.round(np.log1p(255 * np.abs(narrow)) / np.log1p(255) * 127) / 127
    write_wav(path, np.sign(narrow) * (256**size - 1) / 255, rate_hz=RATE_HZ // 2)


def loud_frames(samples):
    whole = samples[: samples.size - samples.size % FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    levels = np.sqrt(np.square(whole, dtype=float).mean(axis=1))
    return levels > np.percentile(levels, 95) * 10 ** (QUIETEST_DB / 20)


def share_heard(parts):
    """The share of the loud frames of some speech on the telephone in which the detector hears speech."""
    heard = total = 0
    for part in parts:
        loud = loud_frames(part)
        heard += speech_frames(band(part))[: loud.size][loud].sum()
        total += loud.sum()
    return heard / total


class OnTheTelephone(unittest.TestCase):
    def test_synthetic_voices_are_heard(self):
        parts = [samples_of(clip("sentences", f"{n:02d}.wav")) for n in range(1, 33, 2)]
        self.assertGreater(share_heard(parts), 0.9)

    def test_real_voices_are_heard(self):
        parts = [samples_of(clip("voices", f"{name}.wav")) for name in REAL]
        self.assertGreater(share_heard(parts), 0.82)

    def test_whole_sentences_are_planned(self):
        said = sentences(16)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "telephone.wav")
            telephone(path, said)
            chunks = planned(path)["chunks"]
        self.assertGreater(sum(c["endMs"] - c["startMs"] for c in chunks), 0.95 * said.size / 16)


class WithoutSpeech(unittest.TestCase):
    def test_noise_and_music_on_the_telephone_stay_without(self):
        for name, sound in sounds_without_speech().items():
            with self.subTest(name):
                narrow = band(sound / np.abs(sound).max() * 0.3)
                self.assertEqual(speech_frames(narrow).sum(), 0)


class Fundamental(unittest.TestCase):
    def test_is_restored_where_it_is_missing(self):
        times = np.arange(RATE_HZ) / RATE_HZ
        harmonics = sum(np.sin(2 * np.pi * 120 * n * times) for n in range(3, 20)) / 20
        restored = Fundamentals()(harmonics.astype(np.float32))
        power = np.square(np.abs(np.fft.rfft(restored)))
        self.assertEqual(int(np.argmax(power[:200])), 120)

    def test_usual_sound_is_the_same_array(self):
        for name in ("sentences/01", "voices/june-1", "voices/allison-1", "voices/carlo-1"):
            samples = samples_of(clip(f"{name}.wav"))
            self.assertIs(Fundamentals()(samples), samples)

    def test_silence_stays_silence(self):
        silence = np.zeros(RATE_HZ, np.float32)
        self.assertIs(Fundamentals()(silence), silence)

    def test_blocks_of_any_size_fit_together(self):
        narrow = band(sentences(2))
        restore = Fundamentals()
        sizes = [1, DELAY, 512, 9_000]
        out, at = [], 0
        while at < narrow.size:
            size = sizes[len(out) % len(sizes)]
            out.append(restore(narrow[at : at + size]))
            at += size
        self.assertEqual(sum(part.size for part in out), narrow.size)
        self.assertTrue(np.isfinite(np.concatenate(out)).all())


def sounds_without_speech():
    random = np.random.default_rng(9)
    count = RATE_HZ * 15
    times = np.arange(count) / RATE_HZ
    noise = random.normal(size=count)
    beats = np.exp(-2 * (times % 0.5))
    roots = 220 * 2 ** (random.integers(0, 12, 30) / 12)
    root = roots[(times * 2).astype(int)]
    chord = [1, 1.26, 1.5, 2]
    return {
        "noise": noise,
        "noise that swells": noise * (1 + np.sin(2 * np.pi * 4 * times)),
        "chords": beats * sum(np.sin(2 * np.pi * root * each * times) for each in chord),
        "ringing": (times % 6 < 2) * (np.sin(2 * np.pi * 440 * times) + np.sin(2 * np.pi * 480 * times)),
        "drums": noise * np.exp(-20 * (times % 0.5)),
    }
