"""What faster-whisper hears in chunks when it is given terms as hints: for the evaluation of hints.

Usage: python hinted_hearing.py MODEL_FOLDER WAYS RECORDING...
WAYS is a JSON array of the decoder's options, such as [{}, {"initial_prompt": "Glossary: Ada."}].
Prints one JSON array: for each way the text of each recording.
"""

import json
import os
import sys

from faster_whisper import WhisperModel

# As chunks are decoded, so that only the hints differ.
OPTIONS = {"temperature": [0.0], "condition_on_previous_text": False, "beam_size": 5, "word_timestamps": True}


def main(folder, ways, *recordings):
    model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=os.cpu_count())
    json.dump([[text_of(model, each, way) for each in recordings] for way in json.loads(ways)], sys.stdout)


def text_of(model, recording, way):
    segments, _ = model.transcribe(recording, language="en", **OPTIONS, **way)
    return " ".join(segment.text.strip() for segment in segments)


main(*sys.argv[1:])
