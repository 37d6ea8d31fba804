import base64
import io
import unittest

import av
import numpy as np

from afterword_speech.encode import FORMATS, encode, encoded_as
from afterword_speech.errors import Cancelled
from afterword_speech.level import raised
from afterword_speech.reader import read_range
from afterword_speech.sound import sound_of
from afterword_speech.timeline import RATE_HZ

from .clips import clip

NAMES = {"flac": ("flac", "flac"), "wav": ("wav", "pcm_s16le"), "opus": ("ogg", "opus"), "mp3": ("mp3", "mp3float")}
CLIP = clip("formats", "sentence.wav")
# The lossy codecs begin with some silence of their own.
MOST_DELAY_MS = 100


class Quiet:
    def alive(self):
        pass


class Stopped:
    def __init__(self, after):
        self.left = after

    def alive(self):
        self.left -= 1
        if self.left < 0:
            raise Cancelled()


def decoded(encoded):
    with av.open(io.BytesIO(encoded)) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
        frames = [out for frame in container.decode(stream) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
        codec = stream.codec_context.name
        name = container.format.name
    return name, codec, np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])


def request_of(path, name, start_ms=500, end_ms=3_000):
    return {"path": path, "startMs": start_ms, "endMs": end_ms, "format": name}


class Encoding(unittest.TestCase):
    def test_each_format_holds_the_sound_of_the_range(self):
        request = request_of(CLIP, "flac")
        sound = sound_of(request, lambda: None)
        wanted = raised(read_range(CLIP, sound, 500, 3_000, lambda: None))
        for name, expected in NAMES.items():
            with self.subTest(name):
                answer = encode(request_of(CLIP, name), Quiet())
                container, codec, samples = decoded(base64.b64decode(answer["audio"]))
                self.assertEqual((container, codec), expected)
                self.assertEqual(answer["durationMs"], wanted.size * 1000 // RATE_HZ)
                self.assertAlmostEqual(samples.size / RATE_HZ, wanted.size / RATE_HZ, delta=MOST_DELAY_MS / 1000)
                self.assertGreater(likeness(samples, wanted), 0.95)

    def test_what_loses_nothing_is_exact(self):
        samples = read_range(CLIP, sound_of(request_of(CLIP, "flac"), lambda: None), 0, 2_000, lambda: None)
        for name in ("flac", "wav"):
            _, _, again = decoded(encoded_as(FORMATS[name], samples, lambda: None))
            self.assertEqual(again.size, samples.size)
            self.assertLess(np.abs(again - samples).max(), 2 / 32768)

    def test_no_format_is_larger_than_what_chunks_are_planned_for(self):
        # Noise is what compresses worst.
        noise = np.random.default_rng(7).uniform(-1, 1, 60 * RATE_HZ).astype(np.float32)
        most = {"flac": 34_000, "wav": 34_000, "opus": 8_000, "mp3": 10_000}
        for name, bytes_per_second in most.items():
            with self.subTest(name):
                size = len(encoded_as(FORMATS[name], noise, lambda: None))
                self.assertLess(size / 60, bytes_per_second)

    def test_a_range_after_the_end_is_an_empty_file(self):
        answer = encode(request_of(CLIP, "wav", 900_000, 910_000), Quiet())
        self.assertEqual(answer["durationMs"], 0)

    def test_it_stops_when_it_is_cancelled(self):
        with self.assertRaises(Cancelled):
            encoded_as(FORMATS["flac"], np.zeros(120 * RATE_HZ, np.float32), Stopped(3).alive)


def likeness(one, other):
    """The highest correlation of two sounds, over the delays that a codec may have."""
    most = MOST_DELAY_MS * RATE_HZ // 1000
    size = min(one.size, other.size) - most
    rows = [np.corrcoef(one[shift : shift + size], other[:size])[0, 1] for shift in range(0, most, 4)]
    return max(rows)


if __name__ == "__main__":
    unittest.main()
