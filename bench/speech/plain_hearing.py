"""What a plain faster-whisper hears in recordings: the baseline of the evaluation of hearing.

Usage: python plain_hearing.py MODEL_FOLDER RECORDING...
Prints one JSON array: the text of each recording.
"""

import json
import os
import sys

from faster_whisper import WhisperModel


def main(folder, *recordings):
    model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=os.cpu_count())
    json.dump([text_of(model, recording) for recording in recordings], sys.stdout)


def text_of(model, recording):
    """With the library's defaults, plus word timestamps as Afterword has."""
    segments, _ = model.transcribe(recording, language="en", word_timestamps=True)
    return " ".join(segment.text.strip() for segment in segments)


main(*sys.argv[1:])
