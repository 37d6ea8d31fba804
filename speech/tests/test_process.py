import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import unittest

from .clips import clip

SPEECH = os.path.join(os.path.dirname(__file__), "..")
SERVE = [sys.executable, "-m", "afterword_speech", "--model"]
MIDDLE = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=sys.stdin)
print(child.pid, flush=True)
child.wait()
"""
CHILD = """
import time
from afterword_speech.parent import die_with_parent
die_with_parent()
print("tied", flush=True)
time.sleep(60)
"""


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0] != "Z"


class Process(unittest.TestCase):
    def test_reports_in_one_line_why_it_cannot_serve(self):
        command = SERVE + [clip()]
        ended = subprocess.run(command, cwd=SPEECH, capture_output=True, text=True, timeout=60)
        [line] = ended.stdout.splitlines()
        self.assertEqual(json.loads(line)["event"], "unavailable")
        self.assertNotEqual(ended.returncode, 0)

    @unittest.skipUnless(sys.platform.startswith("linux"), "only Linux has a parent death signal")
    def test_dies_with_its_parent_even_if_its_input_stays_open(self):
        command = [sys.executable, "-c", MIDDLE, CHILD]
        pipe = subprocess.PIPE
        middle = subprocess.Popen(command, cwd=SPEECH, stdin=pipe, stdout=pipe, text=True)
        with middle:
            pid = int(middle.stdout.readline())
            self.assertEqual(middle.stdout.readline(), "tied\n")
            middle.send_signal(signal.SIGKILL)
            deadline = time.monotonic() + 10
            while is_alive(pid) and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertFalse(is_alive(pid))


class Beats(unittest.TestCase):
    def test_continue_during_decoding_and_stop_when_the_process_is_frozen(self):
        script = """
from afterword_speech.beats import start_beats
from afterword_speech.protocol import Output, claim_stdout
start_beats(Output(claim_stdout()), 0.05)
while True:
    sum(range(10000))
"""
        command = [sys.executable, "-c", script]
        busy = subprocess.Popen(command, cwd=SPEECH, stdout=subprocess.PIPE, text=True)
        with busy:
            self.addCleanup(busy.kill)
            for _ in range(5):
                self.assertEqual(json.loads(busy.stdout.readline()), {"event": "beat"})
            busy.send_signal(signal.SIGSTOP)
            os.waitpid(busy.pid, os.WUNTRACED)
            lines = queue.Queue()
            reading = threading.Thread(target=lambda: [lines.put(line) for line in busy.stdout])
            reading.start()
            with self.assertRaises(queue.Empty):
                while True:
                    lines.get(timeout=1)
            busy.kill()
            reading.join()


class StandardOutput(unittest.TestCase):
    def test_carries_only_messages_even_if_other_code_prints(self):
        script = """
from afterword_speech.protocol import Output, claim_stdout
import os
output = Output(claim_stdout())
print("a stray print")
os.system("echo a stray program")
output.send("alive", id=1)
"""
        command = [sys.executable, "-c", script]
        ended = subprocess.run(command, cwd=SPEECH, capture_output=True, text=True, timeout=60)
        self.assertEqual(ended.stdout, '{"event": "alive", "id": 1}\n')
        self.assertIn("a stray print", ended.stderr)
        self.assertIn("a stray program", ended.stderr)
