import os
import unittest

import numpy as np
import onnxruntime

from afterword_speech.errors import Cancelled, EngineUnavailable
from afterword_speech.networks.pyannet import FRAME_SAMPLES, STEP_SAMPLES, gates_in_order
from afterword_speech.networks.onnx_file import Graph
from afterword_speech.voices.model import VoiceModel
from afterword_speech.voices.overlaps import WINDOW_FRAMES, OverlapModel, first_frames, ranges_of
from afterword_speech.voices.request import Voices

from .clips import RATE_HZ, clip, samples_of
from .sounds import Asked, write_wav
from .test_voices import MODEL, Counting

OVERLAP_MODEL = os.path.join(os.path.dirname(MODEL), "pyannet.onnx")


class Frames(unittest.TestCase):
    def test_are_all_in_windows_of_which_the_last_ends_with_the_sound(self):
        frames = 1 + (WINDOW_FRAMES * STEP_SAMPLES - FRAME_SAMPLES) // STEP_SAMPLES
        self.assertEqual(first_frames(0), [])
        self.assertEqual(first_frames(3), [0])
        for count in (frames, frames + 1, 3 * frames, 5_000):
            starts = first_frames(count)
            self.assertEqual(starts[-1] + frames, count)
            self.assertTrue(all(b - a <= frames for a, b in zip(starts, starts[1:])))

    def test_become_ranges_around_their_middles(self):
        self.assertEqual(ranges_of(np.zeros(5, bool)), [])
        found = ranges_of(np.array([1, 1, 0, 0, 1], bool))
        self.assertEqual([(b - a) // STEP_SAMPLES for a, b in found], [2, 1])
        [(start, end), _] = found
        self.assertEqual((start + end) / 2, (FRAME_SAMPLES + STEP_SAMPLES - 1) / 2)


class Recurrent(unittest.TestCase):
    def test_layers_compute_as_torch_defines_them(self):
        """One direction and one step: c = i * g, h = o * tanh(c), without a state from before."""
        random = np.random.default_rng(1)
        torch_weight, torch_bias = random.normal(size=(8, 3)), random.normal(size=8)
        graph = Graph()
        weights = gates_in_order(torch_weight)[None], np.zeros((1, 8, 2))
        bias = np.concatenate([gates_in_order(torch_bias), np.zeros(8)])[None]
        constants = [graph.constant(each) for each in (*weights, bias)]
        graph.rename(graph.add("LSTM", "x", *constants, hidden_size=2, direction="forward"), "y")
        file = graph.file({"x": ("time", "n", 3)}, {"y": ("time", 1, "n", 2)})
        x = random.normal(size=(1, 1, 3)).astype(np.float32)
        session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
        [found] = session.run(None, {"x": x})
        gate_in, _, cell, gate_out = np.split(torch_weight @ x[0, 0] + torch_bias, 4)
        sigmoid = lambda values: 1 / (1 + np.exp(-values))
        wanted = sigmoid(gate_out) * np.tanh(sigmoid(gate_in) * np.tanh(cell))
        np.testing.assert_allclose(found[0, 0, 0], wanted, rtol=1e-4)


@unittest.skipUnless(os.path.isfile(OVERLAP_MODEL), "the overlap model has not been set up")
class Overlaps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model = OverlapModel(OVERLAP_MODEL)
        # The clips begin and end with silence, so what they share is a little shorter.
        cls.first = samples_of(clip("voices", "allison-1.wav"))
        cls.second = samples_of(clip("voices", "carlo-1.wav"))

    def seconds(self, samples):
        return [(a / RATE_HZ, b / RATE_HZ) for a, b in self.model.ranges(samples, lambda: None)]

    def joined(self, lead_s):
        """Two people, of whom the second begins some seconds before the first has finished."""
        at = self.first.size - int(lead_s * RATE_HZ)
        both = np.zeros(at + self.second.size, np.float32)
        both[: self.first.size] += self.first
        both[at:] += self.second
        return both, at / RATE_HZ

    def test_are_where_two_people_speak(self):
        both, from_s = self.joined(4)
        found = self.seconds(both)
        self.assertAlmostEqual(found[0][0], from_s, delta=0.4)
        self.assertAlmostEqual(found[-1][1], from_s + 4, delta=0.6)
        self.assertGreater(sum(b - a for a, b in found), 3.0)

    def test_are_none_where_one_speaks_after_the_other(self):
        both, _ = self.joined(-0.2)
        self.assertLess(sum(b - a for a, b in self.seconds(both)), 0.1)

    def test_are_none_in_silence_noise_and_no_sound(self):
        noise = np.random.default_rng(1).normal(size=RATE_HZ * 12).astype(np.float32) * 0.05
        for samples in (noise, np.zeros(RATE_HZ * 12, np.float32), np.zeros(0, np.float32), noise[:500]):
            self.assertEqual(self.seconds(samples), [])

    def test_end_between_two_windows_when_they_are_cancelled(self):
        with self.assertRaises(Cancelled):
            self.model.ranges(np.zeros(RATE_HZ * 28, np.float32), Counting(2).alive)

    def test_have_times_of_the_recording(self):
        both, from_s = self.joined(4)
        path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"overlaps-{os.getpid()}.wav")
        self.addCleanup(os.remove, path)
        write_wav(path, both)
        voices = Voices(VoiceModel(MODEL), self.model)
        answer = voices({"path": path, "startMs": 2_000, "endMs": 60_000}, Asked())
        self.assertAlmostEqual(answer["overlaps"][0]["startMs"] / 1_000, from_s, delta=0.4)
        without = Voices(VoiceModel(MODEL))({"path": path, "startMs": 0, "endMs": 60_000}, Asked())
        self.assertEqual(without["overlaps"], [])

    def test_need_their_network(self):
        for path in ("/no/such/file", MODEL):
            with self.assertRaises(EngineUnavailable):
                OverlapModel(path)
