"""Opens networks, and tells which file each came from."""

import hashlib
import os

import onnxruntime

from ..errors import EngineUnavailable


def open_network(path, expected_input, kind):
    """A session of an ONNX file; raises `EngineUnavailable` if it is not the expected network."""
    if not os.path.isfile(path):
        raise EngineUnavailable(f"There is no {kind} at {path}.")
    options = onnxruntime.SessionOptions()
    # One thread, so that transcription keeps the other processors and sums keep their order.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
    except Exception as error:  # the library raises types of its own
        raise EngineUnavailable(f"The {kind} {path} cannot be loaded.") from error
    if [each.name for each in session.get_inputs()] != [expected_input]:
        raise EngineUnavailable(f"The file {path} is no {kind}.")
    return session


def digest_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()[:32]
