"""Packs regions of speech into independently decoded chunks. Times are in milliseconds."""

from collections import namedtuple

from .regions import FRAME_MS

# Longer silences are left out, because the model would invent words in them.
LONGEST_SILENCE_MS = 4_000
# A chunk is cut at the longest silence after this share of its target length.
LEAST_FULLNESS = 0.75
# Overlap of two chunks that are cut without a pause.
OVERLAP_MS = 2_500
# Without a pause, the cut is at the quietest place in this last part of a chunk.
CUT_WINDOW_MS = 5_000

Chunk = namedtuple("Chunk", "start_ms end_ms overlaps_previous")


def pack(regions, probabilities, target_ms):
    """Chunks of at most the target length, in order; `regions` are padded."""
    chunks, waiting = [], []
    for region in regions:
        if waiting and region.pause_ms > LONGEST_SILENCE_MS:
            chunks.append(join(waiting))
            waiting = []
        waiting.append(region)
        while waiting and waiting[-1].end_ms - waiting[0].start_ms > target_ms:
            waiting = cut(chunks, waiting, probabilities, target_ms)
    return chunks + ([join(waiting)] if waiting else [])


def cut(chunks, waiting, probabilities, target_ms):
    """Cuts the waiting regions, which are too long for one chunk; returns the remaining ones."""
    if len(waiting) == 1:
        pieces = cut_region(waiting[0], probabilities, target_ms)
        chunks.extend(pieces)
        return []
    count = best_cut(waiting, target_ms)
    chunks.append(join(waiting[:count]))
    return waiting[count:]


def best_cut(waiting, target_ms):
    """Number of regions in the chunk: those before the longest silence near its end."""
    least_ms = waiting[0].start_ms + target_ms * LEAST_FULLNESS
    counts = range(1, len(waiting))
    late = [count for count in counts if waiting[count - 1].end_ms >= least_ms]
    return max(late or [len(waiting) - 1], key=lambda count: (waiting[count].pause_ms, count))


def cut_region(region, probabilities, target_ms):
    """Cuts speech without a pause into overlapping chunks at its quietest places."""
    window_ms, overlap_ms = min(CUT_WINDOW_MS, target_ms // 4), min(OVERLAP_MS, target_ms // 4)
    pieces, start, overlaps = [], region.start_ms, False
    while region.end_ms - start > target_ms:
        end = quietest(probabilities, start + target_ms - window_ms, start + target_ms)
        pieces.append(Chunk(start, end, overlaps))
        start, overlaps = end - overlap_ms, True
    return pieces + [Chunk(start, region.end_ms, overlaps)]


def quietest(probabilities, from_ms, to_ms):
    """The time in a range around which speech is least probable; the latest one of equals."""
    first, last = from_ms // FRAME_MS + 1, to_ms // FRAME_MS - 1
    around = {i: sum(probabilities[max(0, i - 2) : i + 3]) for i in range(first, last)}
    return min(around, key=lambda i: (around[i], -i)) * FRAME_MS


def join(regions):
    return Chunk(regions[0].start_ms, regions[-1].end_ms, False)
