"""What a decoded segment looks like in a message. Times are milliseconds of the recording."""


def segment_message(segment, request):
    """A segment of a range; times are moved to the recording's start and kept inside the range."""
    start_ms, end_ms = request["startMs"], request["endMs"]

    def at(seconds):
        return min(end_ms, max(start_ms, start_ms + round(seconds * 1000)))

    words = [word_message(word, at) for word in segment.words or [] if word.word.strip()]
    confidences = [word["confidence"] for word in words]
    return {
        "startMs": at(segment.start),
        "endMs": at(segment.end),
        "text": segment.text.strip(),
        "words": words,
        "confidence": round(sum(confidences) / len(confidences), 4) if confidences else 0.0,
    }


def word_message(word, at):
    return {
        "startMs": at(word.start),
        "endMs": max(at(word.start), at(word.end)),
        "text": word.word.strip(),
        "confidence": round(min(1.0, max(0.0, float(word.probability))), 4),
    }
