"""Whether the words of a chunk are of the language that they were transcribed as.

A model that hears another language writes fluent inventions, with little confidence.
"""

# Mean confidence of English words under `tiny.en` is 0.75 to 0.95, also with a synthetic voice; of
# German, French, Spanish, Italian and Polish that it takes for English, 0.3 to 0.55.
LEAST_CONFIDENCE = 0.6
# Fewer words say nothing.
LEAST_WORDS = 4
# A detected language is believed from this probability on.
LEAST_PROBABILITY = 0.5
# The code of ISO 639-2 for a language that is not known.
UNKNOWN = "und"


def other_language(model, samples, segments, requested):
    """The language that was probably spoken instead, `und` if the model cannot tell, or None.

    `requested` is None if the language was detected already.
    """
    if requested is None or not is_doubtful(segments):
        return None
    if not model.model.is_multilingual:
        return UNKNOWN
    language, probability, _ = model.detect_language(samples)
    return language if language != requested and probability >= LEAST_PROBABILITY else None


def is_doubtful(segments):
    """Whether the words have little confidence. A repeated word counts once: a loop becomes sure."""
    first = {}
    for segment in segments:
        for word in segment["words"]:
            first.setdefault(word["text"].lower().strip(".,;:!?"), word["confidence"])
    return len(first) >= LEAST_WORDS and sum(first.values()) / len(first) < LEAST_CONFIDENCE
