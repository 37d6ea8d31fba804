"""Fake speech process for specs: the name of the recording selects its behaviour."""

import json
import os
import signal
import sys
import threading
import time


def send(event, **fields):
    sys.stdout.write(json.dumps({"event": event, **fields}) + "\n")
    sys.stdout.flush()


def beat():
    while True:
        send("beat")
        time.sleep(0.05)


def serve(request):
    name = os.path.basename(request.get("path", ""))
    if request["op"] == "cancel":
        return
    send("alive", id=request["id"])
    if name == "crash":
        os._exit(3)
    if name == "freeze":
        os.kill(os.getpid(), signal.SIGSTOP)
    if name == "hang":
        time.sleep(600)
    if name == "noise":
        sys.stdout.write("this is no message\n")
    if name != "deaf":
        send("error", id=request["id"], code="audio_missing", message="It has no sound.")


if os.path.basename(sys.argv[2 if sys.argv[1] in ("--model", "--voices") else 0]) == "no-start":
    sys.exit(7)
send("ready", details={"engine": "misbehaving"})
threading.Thread(target=beat, daemon=True).start()
for line in sys.stdin:
    serve(json.loads(line))
