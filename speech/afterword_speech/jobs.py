"""Requests in hand: each runs on a thread of a pool, can be cancelled and gives signs of life."""

import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from .errors import Cancelled, SpeechError


# Signs of life come no more often than this.
ALIVE_EVERY_S = 0.2


class Job:
    """One request while it is worked on. The work calls `alive` often and `segment` when it can."""

    def __init__(self, request_id, output):
        self.id = request_id
        self._output = output
        self._cancelled = threading.Event()
        self._next_sign_s = 0.0

    def cancel(self):
        self._cancelled.set()

    def alive(self):
        """Gives a sign of life; raises `Cancelled` when the caller no longer waits."""
        if self._cancelled.is_set():
            raise Cancelled()
        if time.monotonic() >= self._next_sign_s:
            self._output.send("alive", id=self.id)
            self._next_sign_s = time.monotonic() + ALIVE_EVERY_S

    def segment(self, segment):
        self._output.send("segment", id=self.id, segment=segment)


class Jobs:
    """Runs requests side by side. Reading has threads of its own, so it never waits for decoding."""

    def __init__(self, operations, slots, output):
        self._operations = operations
        self._output = output
        self._running = {}
        self._lock = threading.Lock()
        self._decoding = ThreadPoolExecutor(slots, "decoding")
        self._reading = ThreadPoolExecutor(slots, "reading")

    def take(self, request):
        """Starts a request, or cancels the one that a `cancel` names."""
        if request.get("op") == "cancel":
            self._cancel(request.get("id"))
            return
        job = Job(request["id"], self._output)
        pool = self._decoding if request["op"] == "transcribe" else self._reading
        with self._lock:
            self._running[job.id] = (job, pool.submit(self._run, job, request))

    def _cancel(self, request_id):
        with self._lock:
            job, future = self._running.get(request_id, (None, None))
        if job is None:
            return
        job.cancel()
        if future.cancel():  # it still waited for a thread
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
        except Exception:  # whatever it is, the caller gets a sentence and the log the details
            traceback.print_exc(file=sys.stderr)
            message = "The speech process failed at this request; its log says more."
            self._end(job, "error", code="speech_engine_crashed", message=message)

    def _end(self, job, event, **fields):
        with self._lock:
            self._running.pop(job.id, None)
        self._output.send(event, id=job.id, **fields)
