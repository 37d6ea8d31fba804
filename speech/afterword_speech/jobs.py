"""Requests in progress: each runs on a pool thread, can be cancelled and reports its liveness."""

import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from .errors import Cancelled, SpeechError


# Requests that take the processors; the others only read.
COMPUTING = {"transcribe", "voices"}
# Shortest interval between two `alive` messages of a request.
ALIVE_EVERY_S = 0.2


class Job:
    """One request in progress. Its operation calls `alive` often and `segment` for each segment."""

    def __init__(self, request_id, output):
        self.id = request_id
        self._output = output
        self._cancelled = threading.Event()
        self._next_alive_s = 0.0

    def cancel(self):
        self._cancelled.set()

    def alive(self):
        """Sends `alive` if it is due; raises `Cancelled` when the request was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled()
        if time.monotonic() >= self._next_alive_s:
            self._output.send("alive", id=self.id)
            self._next_alive_s = time.monotonic() + ALIVE_EVERY_S

    def segment(self, segment):
        self._output.send("segment", id=self.id, segment=segment)


class Jobs:
    """Runs requests concurrently. Reading has its own pool, so it never waits for decoding."""

    def __init__(self, operations, slots, output):
        self._operations = operations
        self._output = output
        self._running = {}
        self._lock = threading.Lock()
        self._decoding = ThreadPoolExecutor(slots, "decoding")
        self._reading = ThreadPoolExecutor(slots, "reading")

    def take(self, request):
        """Starts a request, or cancels the request that a `cancel` names."""
        if request.get("op") == "cancel":
            self._cancel(request.get("id"))
            return
        job = Job(request["id"], self._output)
        pool = self._decoding if request["op"] in COMPUTING else self._reading
        with self._lock:
            self._running[job.id] = (job, pool.submit(self._run, job, request))

    def _cancel(self, request_id):
        with self._lock:
            job, future = self._running.get(request_id, (None, None))
        if job is None:
            return
        job.cancel()
        if future.cancel():  # it was still waiting for a thread
            self._end(job, "cancelled")

    def _run(self, job, request):
        try:
            job.alive()
            value = self._operations[request["op"]](request, job)
            self._end(job, "result", value=value)
        except Cancelled:
            self._end(job, "cancelled")
        except SpeechError as error:
            self._end(job, "error", code=error.code, message=error.message)
        except Exception:  # the caller gets one sentence, the log gets the details
            traceback.print_exc(file=sys.stderr)
            message = "The speech process failed on this request; see its log."
            self._end(job, "error", code="speech_engine_crashed", message=message)

    def _end(self, job, event, **fields):
        with self._lock:
            self._running.pop(job.id, None)
        self._output.send(event, id=job.id, **fields)
