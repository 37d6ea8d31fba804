"""Where the structure of a file ends, by what its container states of itself."""

from .parts import at, boxes
from .wav_header import LARGEST_KNOWN, read_wav

EBML = b"\x1aE\xdf\xa3"
SEGMENT = b"\x18\x53\x80\x67"
# Of a length that a Matroska writer did not know, all bits of the number are set.
UNKNOWN_BITS = 7
# With these a file begins; what looks like a chunk of that name is what somebody has appended.
BEGINNINGS = (b"RIFF", b"RIFX", b"FORM", b"OggS", b"fLaC", b"caff")


def stated_end(file, part):
    """The byte after the last one that belongs to a part; None where the format states none."""
    head = at(file, part.start, 12)
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        wav = read_wav(file.name, part.start, part.end)
        known = wav is not None and wav.stated_bytes is not None
        return end_of_chunks(file, part.start + 12, part.end, 4, "little") if known else None
    if head[:4] == b"RIFF":
        size = int.from_bytes(head[4:8], "little")
        return part.start + 8 + size + size % 2 if 4 < size < LARGEST_KNOWN else None
    if head[:4] == b"FORM":
        return end_of_chunks(file, part.start + 12, part.end, 4)
    if head[:4] == b"caff":
        return end_of_chunks(file, part.start + 8, part.end, 8)
    if head[:4] == b".snd":
        size = int.from_bytes(head[8:12], "big")
        return None if size == 0xFFFFFFFF else part.start + int.from_bytes(head[4:8], "big") + size
    if head[4:8] == b"ftyp" and part.start == 0:
        return max((end for _, _, end in boxes(file, part.end)), default=None)
    return end_of_segment(file, part.start) if head[:4] == EBML else None


def end_of_chunks(file, start, end, size_bytes, order="big"):
    """Where the chunks of a name and a size end; None if a size is unknown."""
    while start + 4 + size_bytes <= end:
        head = at(file, start, 4 + size_bytes)
        size = int.from_bytes(head[4:], order, signed=size_bytes == 8)
        if head[:4] in BEGINNINGS or not all(32 <= byte < 127 for byte in head[:4]):
            break
        if size < 0:
            return None
        start += 4 + size_bytes + size + (size % 2 if size_bytes == 4 else 0)
    return start


def end_of_segment(file, start):
    """Where the Segment of a Matroska file ends; None if its size is unknown."""
    _, content, size = element(file, start)
    start = content + (size or 0)
    for _ in range(3):  # other elements may come before it
        name, content, size = element(file, start)
        if size is None:
            return None
        if name == SEGMENT:
            return content + size
        start = content + size
    return None


def element(file, start):
    """Name, start of the content, and size of an EBML element (RFC 8794); the size may be None."""
    head = at(file, start, 12)
    if not head or head[0] < 0x10:
        return b"", start, None
    named = 9 - head[0].bit_length()
    first = head[named] if len(head) > named else 0
    sized = 9 - first.bit_length() if first else 0
    number = int.from_bytes(head[named : named + sized], "big") & ((1 << UNKNOWN_BITS * sized) - 1)
    is_known = sized > 0 and number != (1 << UNKNOWN_BITS * sized) - 1
    return head[:named], start + named + sized, number if is_known else None
