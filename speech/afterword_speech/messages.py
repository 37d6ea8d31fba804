"""The message format of a decoded segment. Times are milliseconds from the recording's start."""


def segment_message(segment, request, language):
    """The message of a segment; times are relative to the recording and clamped to the range."""
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
        "language": language,
        "confidence": round(sum(confidences) / len(confidences), 4) if confidences else 0.0,
    }


def word_message(word, at):
    return {
        "startMs": at(word.start),
        "endMs": max(at(word.start), at(word.end)),
        "text": word.word.strip(),
        "confidence": round(min(1.0, max(0.0, float(word.probability))), 4),
    }
