"""Serves requests until standard input ends; see `protocol.py` for their format.

Usage: python -m afterword_speech --model FOLDER [--device auto|cpu|cuda] [--slots N] [--together N]
       python -m afterword_speech --voices FILE [--overlaps FILE]
       python -m afterword_speech --sound [--slots N]
"""

import argparse
import os
import sys

from .beats import start_beats
from .errors import EngineUnavailable
from .parent import die_with_parent, leave
from .protocol import Output, claim_stdout, read_requests
from .resources import prepare, yield_to_others

# The model is on this machine already; serving never uses the network.
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


def main():
    output = Output(claim_stdout())
    die_with_parent()
    prepare()
    os.environ.update(OFFLINE)
    arguments = parse_arguments()
    try:
        serve(arguments, output)
    except EngineUnavailable as error:
        output.send("unavailable", message=str(error))
        return 1
    except ImportError as error:
        message = f"The speech process lacks the Python package {error.name}; run `npm start` once."
        output.send("unavailable", message=message)
        return 1
    return leave()


def parse_arguments():
    parser = argparse.ArgumentParser(prog="afterword_speech")
    serves = parser.add_mutually_exclusive_group(required=True)
    serves.add_argument("--model", help="folder of a CTranslate2 Whisper model")
    serves.add_argument("--voices", help="ONNX file of a voice model")
    serves.add_argument("--sound", action="store_true", help="no model: another engine transcribes")
    parser.add_argument("--overlaps", help="ONNX file that tells where two voices speak at once")
    parser.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    parser.add_argument("--slots", type=int, default=1, help="calls to the model at once")
    parser.add_argument("--together", type=int, default=1, help="chunks that share a call")
    return parser.parse_args()


def serve(arguments, output):
    # Imported here, so that a missing package is reported as one sentence.
    from .jobs import Jobs

    operations, at_once, details = served(arguments)
    jobs = Jobs(operations, at_once, output)
    output.send("ready", details=details)
    start_beats(output)
    for request in read_requests(sys.stdin):
        jobs.take(request)


def served(arguments):
    """Operations, how many of them run at once, and what determines their results."""
    if arguments.voices:
        return voices(arguments)
    return sound(arguments) if arguments.sound else transcripts(arguments)


def transcripts(arguments):
    """What a process with a Whisper model serves."""
    from . import engine
    from .plan import plan
    from .probe import probe
    from .transcribe import Transcriber

    slots, together = arguments.slots, arguments.together
    model = engine.load(arguments.model, arguments.device, slots, together)
    operations = {"probe": probe, "plan": plan, "transcribe": Transcriber(model)}
    return operations, slots * together, engine.details(model, arguments.model)


def voices(arguments):
    """What a process with a voice model serves: one chunk at a time, on one processor."""
    from .voices.model import VoiceModel
    from .voices.overlaps import OverlapModel
    from .voices.request import Voices

    yield_to_others()
    model = VoiceModel(arguments.voices)
    overlaps = OverlapModel(arguments.overlaps) if arguments.overlaps else None
    details = {**model.details(), **(overlaps.details() if overlaps else {})}
    return {"voices": Voices(model, overlaps)}, 1, details


def sound(arguments):
    """What a process without a model serves: recordings, read for an engine that is elsewhere."""
    from .encode import encode
    from .plan import plan
    from .probe import probe

    return {"probe": probe, "plan": plan, "encode": encode}, arguments.slots, {"engine": "sound"}


sys.exit(main())
