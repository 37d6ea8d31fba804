"""What a WAV file states about its samples, compared with the bytes that are there."""

import struct
from collections import namedtuple

# Programs that write to a pipe state 0 or a value near the maximum for an unknown length.
LARGEST_KNOWN = 0x7FFF0000
# A header that states so many times the bytes that are there is wrong: nobody lost that much.
MOST_TIMES = 1_000
LEAST_THERE_BYTES = 1 << 16
# Codes of uncompressed samples: PCM, float, A-law, mu-law, and the extended form of these.
UNCOMPRESSED = {1, 3, 6, 7, 0xFFFE}
# Trailers that programs append behind the chunks of a file.
TRAILERS = (b"TAG", b"ID3", b"APETAGEX", b"\0\0\0\0")
LEAST_EXTRA_MS = 100

# `stated_bytes` is None if the header states no plausible length.
Wav = namedtuple("Wav", "byte_rate data_at stated_bytes there_bytes goes_on")


def read_wav(path, start, end):
    """The facts of the WAV file in a range of a file's bytes; None when there is none."""
    with open(path, "rb") as file:
        file.seek(start)
        riff = file.read(12)
        if riff[:4] != b"RIFF" or riff[8:] != b"WAVE":
            return None
        rate = 0
        for name, size, at in chunks(file, start + 12, end):
            if name == b"fmt ":
                rate = byte_rate(file.read(16))
            if name == b"data":
                known = 0 < size < LARGEST_KNOWN and size < max(end - at, LEAST_THERE_BYTES) * MOST_TIMES
                stated = size if known else None
                extra = known and rate > 0 and goes_on(file, at + size, end, rate)
                return Wav(rate, at, stated, end - at, extra)
    return None


def byte_rate(fmt):
    """Bytes of a second. Computed where the samples say it, because writers get the field wrong."""
    if len(fmt) < 16:
        return 0
    code, channels, rate, stated, _, bits = struct.unpack("<HHIIHH", fmt)
    return rate * channels * ((bits + 7) // 8) if code in UNCOMPRESSED else stated


def goes_on(file, at, end, rate):
    """Whether samples follow the stated end of the data: what is there are no chunks."""
    if end - at < rate * LEAST_EXTRA_MS // 1000:
        return False
    for name, size, content in chunks(file, at + at % 2, end):
        if not all(32 <= byte < 127 for byte in name):
            return not name.startswith(TRAILERS) and not is_blank(file, content - 8, end)
        if content + size >= end:
            return content + size - end > 1 and not name.startswith(TRAILERS)
    return False


def is_blank(file, at, end):
    file.seek(at)
    return not any(file.read(min(1 << 16, end - at)))


def chunks(file, at, end):
    """Yields the name, the stated size and the position of the content of each chunk."""
    while at + 8 <= end:
        file.seek(at)
        name, size = struct.unpack("<4sI", file.read(8))
        yield name, size, at + 8
        at += 8 + size + size % 2


def length_ms(wav):
    """Length of the samples that are there, in milliseconds; None when it cannot be known."""
    if wav.byte_rate <= 0:
        return None
    there = wav.there_bytes if wav.goes_on else min(wav.stated_bytes or wav.there_bytes, wav.there_bytes)
    return there * 1000 // wav.byte_rate


def stated_ms(wav):
    """Length that the header states, in milliseconds, or None when it states none."""
    known = wav.byte_rate > 0 and wav.stated_bytes is not None
    return wav.stated_bytes * 1000 // wav.byte_rate if known else None
