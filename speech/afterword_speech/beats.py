"""Liveness beats on their own thread, independent of the requests."""

import threading

# Decoding releases the GIL, so the beat continues during its longest step. It stops when the
# process is frozen, or when one thread blocks all others.
BEAT_EVERY_S = 0.5


def start_beats(output, every_s=BEAT_EVERY_S):
    """Sends a `beat` immediately and then at this interval, on a daemon thread."""

    def beat():
        pause = threading.Event()
        while True:
            output.send("beat")
            pause.wait(every_s)

    threading.Thread(target=beat, name="beats", daemon=True).start()
