"""One plain pass of faster-whisper over a whole recording: the baseline of the benchmark.

Usage: python sequential_pass.py MODEL_FOLDER RECORDING
Prints one JSON object: seconds of decoding (without loading the model), text, peakMiB.
"""

import json
import os
import resource
import sys
import time

from faster_whisper import WhisperModel


def main(folder, recording):
    model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=os.cpu_count())
    started = time.monotonic()
    # The library's defaults (beam of 5, sampling as fallback), plus word timestamps as Afterword has.
    segments, _ = model.transcribe(recording, word_timestamps=True)
    text = " ".join(segment.text.strip() for segment in segments)
    seconds = time.monotonic() - started
    json.dump({"seconds": seconds, "text": text, "peakMiB": peak_mib()}, sys.stdout)


def peak_mib():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


main(*sys.argv[1:])
