import threading
import unittest

from afterword_speech.errors import SpeechError, unreadable
from afterword_speech.jobs import Jobs

WAIT_S = 10


class Recorder:
    """Records the messages, and lets a test wait for the last one of a request."""

    def __init__(self):
        self.messages = []
        self._changed = threading.Condition()

    def send(self, event, **fields):
        with self._changed:
            self.messages.append((event, fields.get("id"), fields))
            self._changed.notify_all()

    def end_of(self, request_id):
        def found():
            ends = [m for m in self.messages if m[1] == request_id and m[0] != "alive"]
            return ends[-1] if ends else None

        with self._changed:
            return self._changed.wait_for(found, WAIT_S)


class RunsRequests(unittest.TestCase):
    def setUp(self):
        self.output = Recorder()
        self.release = threading.Event()
        operations = {"probe": self.probe, "plan": self.plan, "transcribe": self.transcribe}
        self.jobs = Jobs(operations, 1, self.output)
        self.addCleanup(self.release.set)

    def probe(self, _request, _job):
        return {"codec": "opus"}

    def plan(self, request, _job):
        raise unreadable() if request["known"] else KeyError("a secret of the code")

    def transcribe(self, _request, job):
        while not self.release.wait(0.01):
            job.alive()
        return {"language": "en"}

    def test_answers_with_the_value(self):
        self.jobs.take({"op": "probe", "id": 1})
        self.assertEqual(self.output.end_of(1)[0], "result")
        self.assertEqual(self.output.messages[0][0], "alive")

    def test_reading_never_waits_for_decoding(self):
        self.jobs.take({"op": "transcribe", "id": 1})
        self.jobs.take({"op": "probe", "id": 2})
        self.assertEqual(self.output.end_of(2)[0], "result")

    def test_cancels_what_runs_and_what_waits(self):
        for request_id in (1, 2):
            self.jobs.take({"op": "transcribe", "id": request_id})
        self.jobs.take({"op": "cancel", "id": 2})
        self.assertEqual(self.output.end_of(2)[0], "cancelled")
        self.jobs.take({"op": "cancel", "id": 1})
        self.assertEqual(self.output.end_of(1)[0], "cancelled")

    def test_goes_on_after_a_cancel_of_nothing(self):
        self.jobs.take({"op": "cancel", "id": 99})
        self.jobs.take({"op": "probe", "id": 1})
        self.assertEqual(self.output.end_of(1)[0], "result")

    def test_reports_a_known_fault_with_its_code(self):
        self.jobs.take({"op": "plan", "id": 1, "known": True})
        event, _, fields = self.output.end_of(1)
        self.assertEqual((event, fields["code"]), ("error", "audio_unreadable"))
        self.assertIsInstance(unreadable(), SpeechError)

    def test_reports_an_unknown_fault_without_its_details(self):
        self.jobs.take({"op": "plan", "id": 1, "known": False})
        _, _, fields = self.output.end_of(1)
        self.assertEqual(fields["code"], "speech_engine_crashed")
        self.assertNotIn("secret", fields["message"])
        self.assertNotIn("Traceback", fields["message"])
