"""JSON lines: requests on standard input, and only messages on standard output."""

import json
import os
import sys
import threading


class Output:
    """Writes one message per line; thread-safe."""

    def __init__(self, stream):
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, event, **fields):
        line = json.dumps({"event": event, **fields}, ensure_ascii=True, allow_nan=False)
        with self._lock:
            self._stream.write(line + "\n")
            self._stream.flush()


def claim_stdout():
    """Reserves standard output for messages: all other output goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(own, "w", encoding="utf-8")


def read_requests(stream):
    """Yields each request until the input ends; a line that is not JSON is skipped."""
    for line in stream:
        try:
            request = json.loads(line)
        except ValueError:
            print("a line of input is not JSON", file=sys.stderr)
            continue
        if isinstance(request, dict):
            yield request
