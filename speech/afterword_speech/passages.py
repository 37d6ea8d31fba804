"""Keeps languages apart within a chunk: passages between pauses, each in one language.

A model decodes a whole window as one language. Of a chunk in two, it translates or invents half.
"""

from collections import namedtuple

from .regions import FRAME_MS, speech_regions
from .timeline import RATE_HZ
from .vad import VoiceDetector

# Whoever changes the language nearly always pauses.
LEAST_PAUSE_MS = 480
# With less sound than this, detection often errs.
LEAST_PASSAGE_MS = 4_000
# Two languages are believed only from this probability on.
LEAST_PROBABILITY = 0.7

# A passage of a chunk, in milliseconds from its start. The language None is detected by decoding.
Passage = namedtuple("Passage", "start_ms end_ms language")


def passages_of(model, samples, requested):
    """The passages of a chunk, which are all of it. Nearly always there is one.

    The first and the last passage are asked for their language. Only if they differ, all are.
    """
    total_ms = samples.size * 1000 // RATE_HZ
    whole = [Passage(0, total_ms, requested)]
    if requested is not None or not model.model.is_multilingual or total_ms < 2 * LEAST_PASSAGE_MS:
        return whole
    parts = divided(regions_of(samples), total_ms)
    if len(parts) < 2:
        return whole

    def language_of(part):
        first, last = (ms * RATE_HZ // 1000 for ms in part)
        language, probability, _ = model.detect_language(samples[first:last])
        return language if probability >= LEAST_PROBABILITY else None

    first, last = language_of(parts[0]), language_of(parts[-1])
    if first is None or last is None or first == last:
        return whole
    languages = [first, *(language_of(part) for part in parts[1:-1]), last]
    return joined(parts, languages)


def regions_of(samples):
    voice = VoiceDetector()
    voice.add(samples)
    voice.finish()
    return speech_regions(voice.probabilities())


def divided(regions, total_ms):
    """Pairs of times: cut in the middle of pauses, so that each has enough sound to know its language."""
    cuts = [0]
    for before, after in zip(regions, regions[1:]):
        middle = (before.end_ms + after.start_ms) // 2 // FRAME_MS * FRAME_MS
        is_pause = after.start_ms - before.end_ms >= LEAST_PAUSE_MS
        if is_pause and middle - cuts[-1] >= LEAST_PASSAGE_MS and total_ms - middle >= LEAST_PASSAGE_MS:
            cuts.append(middle)
    return list(zip(cuts, [*cuts[1:], total_ms]))


def joined(parts, languages):
    """Neighbours of one language are one passage; where it is not known, it is that of the one before."""
    passages = []
    for (start_ms, end_ms), language in zip(parts, languages):
        if passages and language in (None, passages[-1].language):
            passages[-1] = passages[-1]._replace(end_ms=end_ms)
        else:
            passages.append(Passage(start_ms, end_ms, language))
    return passages
