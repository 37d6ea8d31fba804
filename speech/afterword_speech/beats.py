"""Says on a thread of its own that the process still runs, whatever its requests are doing."""

import threading

# Decoding lets other threads run, so the beat goes on through the longest step of it. It stops when
# the process is frozen, or when one thread keeps all others from running.
BEAT_EVERY_S = 0.5


def start_beats(output, every_s=BEAT_EVERY_S):
    """Sends a `beat` at once and then at that pace; the thread does not keep the process alive."""

    def beat():
        pause = threading.Event()
        while True:
            output.send("beat")
            pause.wait(every_s)

    threading.Thread(target=beat, name="beats", daemon=True).start()
