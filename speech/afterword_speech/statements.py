"""What a file states about its length, and whether it has more bytes than it states.

A length counts as stated only if the header of the file says it. What the library estimates from the
size and the first frames is none: it would call complete recordings truncated.
"""

from .clock import LEAST_BITS_PER_S
from .formats import STATING, format_of
from .mp3_header import stated_mp3_ms
from .parts import at
from .structure import stated_end
from .wav_header import length_ms, read_wav, stated_ms

# Less than this behind the end is a tag, or padding.
LEAST_EXTRA_BYTES = 1_024
TRAILERS = (b"TAG", b"ID3", b"APETAGEX", b"LYRICS")


def length_stated_ms(recording, number, container, track):
    """Length that the header of a part states for a track, in milliseconds, or None."""
    part = recording.parts[number]
    stated = stated_in(recording.path, part, container, track)
    most_ms = (part.end - part.start) * 8_000 // LEAST_BITS_PER_S
    return stated if stated is not None and 0 < stated <= most_ms else None


def stated_in(path, part, container, track):
    kind = format_of(container)
    if kind == "wav":
        wav = read_wav(path, part.start, part.end)
        return stated_ms(wav) if wav else track_ms(container, track)
    if kind == "mp3":
        return stated_mp3_ms(path, part)
    if kind == "matroska":
        return matroska_ms(container, track)
    return track_ms(container, track) if kind in STATING else None


def track_ms(container, track):
    stream = container.streams.audio[track]
    if stream.duration and stream.time_base:
        return max(0, round(stream.duration * stream.time_base * 1000))
    return None


def matroska_ms(container, track):
    """The length of the file is that of its longest track, so it is the sound's only if it is alone."""
    stream = container.streams.audio[track]
    clock = stream.metadata.get("DURATION", "").split(":")
    if len(clock) == 3:
        try:
            return round((int(clock[0]) * 3600 + int(clock[1]) * 60 + float(clock[2])) * 1000)
        except ValueError:
            return None
    return container.duration // 1000 if container.duration and len(container.streams) == 1 else None


def there_ms(recording, number, container, track):
    """The best length that is known before all is read, in milliseconds, or None."""
    part = recording.parts[number]
    wav = read_wav(recording.path, part.start, part.end)
    if wav is not None and length_ms(wav):
        return length_ms(wav)
    stated = length_stated_ms(recording, number, container, track)
    return found_ms(container, track) if stated is None and format_of(container) == "ogg" else stated


def found_ms(container, track):
    """An Ogg file states no length; the library reads it from the last page, so it is exact."""
    return track_ms(container, track)


def has_more_than_stated(recording):
    """Whether bytes follow the end that the last part states, of which nobody knows what they are."""
    part = recording.parts[-1]
    with open(recording.path, "rb") as file:
        end = stated_end(file, part)
        if end is None or part.end - end < LEAST_EXTRA_BYTES:
            return False
        extra = at(file, end, 1 << 16)
    return any(extra) and not extra.startswith(TRAILERS)


def has_less_than_stated(recording):
    """Whether the structure of the last part goes on behind the last byte that is there."""
    part = recording.parts[-1]
    with open(recording.path, "rb") as file:
        end = stated_end(file, part)
        is_wav = at(file, part.start + 8, 4) == b"WAVE"  # its samples are counted instead
    return not is_wav and end is not None and end - part.end >= LEAST_EXTRA_BYTES
