import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from afterword_speech.together import Together

WAIT_S = 10


class FakeModel:
    """Answers each window with its own features, and records the size of each call."""

    device = "cpu"

    def __init__(self):
        self.sizes = []
        self.failure = None

    def generate(self, features, prompts, **_options):
        self.sizes.append(len(prompts))
        if self.failure:
            raise self.failure
        return [int(each.item()) for each in np.array(features).reshape(len(prompts), -1)]


def window(number):
    return np.full((1, 1, 1), number, np.float32)


class DecodesTogether(unittest.TestCase):
    def setUp(self):
        self.model = FakeModel()
        self.together = Together(self.model, slots=1, size=3)
        self.joined = threading.Barrier(3, timeout=WAIT_S)

    def chunk(self, windows, prompt=(1,), **options):
        with self.together.member():
            self.joined.wait()
            return [self.together.generate(window(n), [list(prompt)], **options)[0] for n in windows]

    def run_all(self, *chunks):
        with ThreadPoolExecutor(len(chunks)) as pool:
            running = [pool.submit(self.chunk, *args, **options) for args, options in chunks]
            return [each.result(WAIT_S) for each in running]

    def test_gives_each_chunk_its_own_results(self):
        results = self.run_all((([1, 2],), {}), (([3, 4],), {}), (([5, 6],), {}))
        self.assertEqual(results, [[1, 2], [3, 4], [5, 6]])
        self.assertEqual(self.model.sizes, [3, 3])

    def test_does_not_wait_for_a_finished_chunk(self):
        results = self.run_all((([1],), {}), (([2, 3],), {}), (([4, 5, 6],), {}))
        self.assertEqual(results, [[1], [2, 3], [4, 5, 6]])
        self.assertEqual(self.model.sizes, [3, 2, 1])

    def test_decodes_different_options_and_prompt_lengths_in_calls_of_their_own(self):
        results = self.run_all((([1],), {}), (([2],), {"beam": 5}), (([3], (1, 2)), {}))
        self.assertEqual(results, [[1], [2], [3]])
        self.assertEqual(self.model.sizes, [1, 1, 1])

    def test_fails_all_chunks_of_a_call_that_fails(self):
        self.model.failure = RuntimeError("out of memory")
        with ThreadPoolExecutor(3) as pool:
            running = [pool.submit(self.chunk, [n]) for n in range(3)]
            for each in running:
                with self.assertRaisesRegex(RuntimeError, "out of memory"):
                    each.result(WAIT_S)

    def test_decodes_alone_outside_of_a_chunk_and_passes_everything_else_on(self):
        self.assertEqual(self.together.generate(window(7), [[1]]), [7])
        self.assertEqual(self.together.device, "cpu")

