"""The parts of a recording: files that were joined byte by byte, such as the links of an Ogg chain.

A player shows the first part only, or mixes up their times, because each starts again at zero.
"""

import re
from collections import namedtuple

# Bytes of one part: from `start` up to `end`.
Part = namedtuple("Part", "start end")

# How a file of each kind begins, by its first four bytes. Long enough that it does not occur by
# chance. Kinds with a shorter beginning are not here; their demuxers read on (MP3, AAC, MPEG).
BEGINNINGS = {
    b"RIFF": rb"RIFF....WAVE",
    b"fLaC": rb"fLaC\x00\x00\x00\x22",
    b"OggS": rb"OggS\x00[\x02\x06]\x00{8}",
    b"\x1aE\xdf\xa3": rb"\x1aE\xdf\xa3.{0,56}?\x42\x82.{1,8}?(?:webm|matroska)",
    b"FORM": rb"FORM....AIF[FC]",
    b"FLV\x01": rb"FLV\x01[\x01\x04\x05]\x00\x00\x00\x09",
    b"#!AM": rb"#!AMR(?:-WB)?\n",
    b"TTA1": rb"TTA1[\x01\x02]\x00.{2}[\x08\x10\x18\x20]\x00",
    b"wvpk": rb"wvpk.{4}[\x02-\x10]\x04.{6}\x00{4}",
    b"Crea": rb"Creative Voice File\x1a",
    b"riff": rb"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb\x04\xc1\x00\x00",
    b"caff": rb"caff\x00\x01\x00\x00desc",
    b"\x30\x26\xb2\x75": rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c",
}
LONGEST_BEGINNING = 96
MP4_BEGINNING = b"ftyp"
BLOCK_BYTES = 1 << 22


def parts_of(path, size):
    """The parts of a file, in order; a file that was not joined is one part."""
    with open(path, "rb") as file:
        starts = list(starts_in(file, size))
    bounds = [0, *starts, size]
    return [Part(start, end) for start, end in zip(bounds, bounds[1:])]


def starts_in(file, size):
    """Where parts after the first begin."""
    head = at(file, 0, 12)
    if head[4:8] == MP4_BEGINNING:
        return [start for start, name, _ in boxes(file, size) if name == MP4_BEGINNING and start > 0]
    pattern = BEGINNINGS.get(head[:4])
    if pattern is None:
        return []
    begins = re.compile(pattern, re.DOTALL)
    found = [n for n in positions(file, head[:4]) if begins.match(at(file, n, LONGEST_BEGINNING))]
    return first_pages(file, found) if head[:4] == b"OggS" else [n for n in found if n > 0]


def at(file, position, count):
    file.seek(position)
    return file.read(count)


def positions(file, magic):
    """Every position of some bytes in a file."""
    start, before = 0, b""
    while True:
        block = at(file, start + len(before), BLOCK_BYTES)
        text = before + block
        found = text.find(magic)
        while found >= 0:
            yield start + found
            found = text.find(magic, found + 1)
        if not block:
            return
        before = text[-(len(magic) - 1) :]
        start += len(text) - len(before)


def boxes(file, size):
    """Yields position, name and end of each outermost MP4 box, up to the first that is none."""
    start = 0
    while start + 8 <= size:
        head = at(file, start, 16)
        length, name = int.from_bytes(head[:4], "big"), head[4:8]
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        end = size if length == 0 else start + length
        if end < start + 8 or not all(32 <= byte < 127 or byte == 0xA9 for byte in name):
            return
        yield start, name, end
        start = end


def first_pages(file, found):
    """The first page of each link but the first: pages that begin streams side by side are of one."""
    starts, after = [], 0
    for page in found:
        if page != after:
            starts.append(page)
        after = page_end(file, page)
    return starts


def page_end(file, page):
    """Where an Ogg page ends (RFC 3533, section 6)."""
    head = at(file, page, 27 + 255)
    count = head[26] if len(head) > 26 else 0
    return page + 27 + count + sum(head[27 : 27 + count])
