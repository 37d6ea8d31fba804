import unittest

from afterword_speech.packing import OVERLAP_MS, pack
from afterword_speech.regions import FRAME_MS, PADDING_MS, padded, speech_regions

TARGET_MS = 28_000


def voice(*parts):
    """Probabilities from pairs of (milliseconds, probability)."""
    return [probability for ms, probability in parts for _ in range(ms // FRAME_MS)]


def chunks_of(probabilities, target_ms=TARGET_MS):
    total_ms = len(probabilities) * FRAME_MS
    return pack(padded(speech_regions(probabilities), total_ms), probabilities, target_ms)


class Packing(unittest.TestCase):
    def test_silence_gives_no_chunk(self):
        self.assertEqual(chunks_of(voice((60_000, 0.02))), [])

    def test_speech_is_padded_on_both_sides(self):
        [chunk] = chunks_of(voice((3_200, 0.0), (6_400, 0.9), (3_200, 0.0)))
        self.assertEqual((chunk.start_ms, chunk.end_ms), (3_200 - PADDING_MS, 9_600 + PADDING_MS))

    def test_a_long_silence_is_left_out(self):
        first, second = chunks_of(voice((6_400, 0.9), (9_600, 0.0), (6_400, 0.9)))
        self.assertEqual(first.end_ms, 6_400 + PADDING_MS)
        self.assertEqual(second.start_ms, 16_000 - PADDING_MS)

    def test_a_short_silence_is_kept(self):
        self.assertEqual(len(chunks_of(voice((6_400, 0.9), (3_200, 0.0), (6_400, 0.9)))), 1)

    def test_the_cut_is_in_the_middle_of_the_longest_late_silence(self):
        parts = [(22_400, 0.9), (640, 0.0), (3_200, 0.9), (320, 0.0), (9_600, 0.9)]
        first, second = chunks_of(voice(*parts))
        self.assertEqual((first.end_ms, second.start_ms), (22_720, 22_720))
        self.assertFalse(second.overlaps_previous)

    def test_chunks_cover_all_speech_in_order_and_keep_to_the_target(self):
        parts = [part for n in range(200) for part in ((1_600 + 320 * (n % 7), 0.9), (320, 0.0))]
        probabilities = voice(*parts)
        chunks = chunks_of(probabilities)
        self.assertLessEqual(max(c.end_ms - c.start_ms for c in chunks), TARGET_MS)
        self.assertEqual(chunks[0].start_ms, 0)
        for before, after in zip(chunks, chunks[1:]):
            self.assertEqual(before.end_ms, after.start_ms)
        self.assertGreaterEqual(chunks[-1].end_ms, len(probabilities) * FRAME_MS - 320)

    def test_speech_without_a_pause_is_cut_with_an_overlap(self):
        chunks = chunks_of(voice((96_000, 0.9)))
        self.assertEqual([c.overlaps_previous for c in chunks], [False] + [True] * (len(chunks) - 1))
        for before, after in zip(chunks, chunks[1:]):
            self.assertEqual(before.end_ms - after.start_ms, OVERLAP_MS)
        self.assertLessEqual(max(c.end_ms - c.start_ms for c in chunks), TARGET_MS)
        self.assertEqual(chunks[-1].end_ms, 96_000)

    def test_speech_without_a_pause_is_cut_where_it_is_quietest(self):
        first, _ = chunks_of(voice((25_600, 0.9), (96, 0.4), (9_600, 0.9)))
        self.assertAlmostEqual(first.end_ms, 25_632, delta=FRAME_MS)

    def test_terminates_for_any_target(self):
        for target_ms in (5_000, 6_000, 60_000, 600_000):
            with self.subTest(target_ms):
                chunks = chunks_of(voice((700_000, 0.9)), target_ms)
                self.assertLessEqual(max(c.end_ms - c.start_ms for c in chunks), target_ms)
