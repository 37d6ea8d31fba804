"""The duration that a WAV file states. The library hides it when the file has fewer bytes."""

import struct

# Programs that write to a pipe state 0 or a value near the maximum for an unknown length.
LARGEST_KNOWN = 0x7FFF0000


def stated_wav_ms(path):
    """Duration that the header states, in milliseconds, or None when it states none."""
    with open(path, "rb") as file:
        riff = file.read(12)
        if riff[:4] != b"RIFF" or riff[8:] != b"WAVE":
            return None
        byte_rate = 0
        for name, size in chunks(file):
            if name == b"fmt ":
                byte_rate = struct.unpack("<I", file.read(12)[8:])[0]
            if name == b"data":
                known = byte_rate > 0 and 0 < size < LARGEST_KNOWN
                return size * 1000 // byte_rate if known else None
    return None


def chunks(file):
    """Yields the name and stated size of each chunk; the file is at the start of its content."""
    at = 12
    while True:
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        name, size = struct.unpack("<4sI", head)
        yield name, size
        at += 8 + size + size % 2
