"""The length that an MP3 file states in the frame of its encoder (Xing, Info or VBRI), if it has one."""

from .parts import at

# By version bits (ISO 11172-3 and 13818-3; 0 is MPEG 2.5): samples of a frame, and rates.
SAMPLES = {0: 576, 2: 576, 3: 1152}
RATES_HZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
# The frame begins within this after the tag.
SEARCHED_BYTES = 4_096
HAS_FRAMES = 1


def stated_mp3_ms(path, part):
    """Length in milliseconds, or None if the file states none."""
    with open(path, "rb") as file:
        head = at(file, part.start, 10)
        start = part.start
        if head[:3] == b"ID3" and len(head) == 10:
            start += 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0)))
        return stated_in_frame(at(file, start, SEARCHED_BYTES))


def stated_in_frame(text):
    sync = next((n for n in range(len(text) - 4) if is_header(text[n : n + 4])), None)
    if sync is None:
        return None
    version = (text[sync + 1] >> 3) & 3
    rate_hz = RATES_HZ[version][(text[sync + 2] >> 2) & 3]
    frames = frames_stated(text[sync : sync + 64])
    return frames * SAMPLES[version] * 1000 // rate_hz if frames else None


def is_header(four):
    version, layer, rate = (four[1] >> 3) & 3, (four[1] >> 1) & 3, (four[2] >> 2) & 3
    return four[0] == 0xFF and four[1] >= 0xE0 and version != 1 and layer == 1 and rate != 3


def frames_stated(frame):
    for name in (b"Xing", b"Info"):
        found = frame.find(name)
        if found >= 0 and frame[found + 7] & HAS_FRAMES:
            return int.from_bytes(frame[found + 8 : found + 12], "big")
    found = frame.find(b"VBRI")
    return int.from_bytes(frame[found + 14 : found + 18], "big") if found >= 0 else None
