"""Opens recordings by their content, never by their name."""

from contextlib import closing, contextmanager

import av

from . import errors
from .file_range import FileRange
from .formats import OPTIONS
from .parts import at
from .wav_header import read_wav

# What recorders use, from the telephone of long ago to one-bit audio at 24.6 MHz in bytes. A rate beyond them,
# or 0, is a damaged header: memory and length follow from it.
LEAST_RATE_HZ = 1_000
MOST_RATE_HZ = 3_072_000
# Magic bytes that identify a format even if the rest of the file is missing.
MAGIC = ((0, b"RIFF"), (0, b"OggS"), (0, b"fLaC"), (0, b"\x1aE\xdf\xa3"), (4, b"ftyp"))


@contextmanager
def open_part(path, part, size):
    """Opens a part of a file; raises `SpeechError` if it has no audio track."""
    options = dict(OPTIONS)
    wav = read_wav(path, part.start, part.end)
    if wav is not None and wav.goes_on:
        options["ignore_length"] = "1"
    with source_of(path, part, size) as source:
        try:
            container = av.open(source, options=options, metadata_errors="ignore")
        except (av.error.FFmpegError, ValueError) as error:
            raise not_opened(path, part, wav) from error
        with container:
            if not container.streams.audio:
                raise errors.missing() if has_picture(container) else no_sound(wav)
            yield container


def not_opened(path, part, wav):
    return errors.truncated() if wav is None and has_magic(path, part) else no_sound(wav)


def no_sound(wav):
    """What is wrong with a file that is not cut: a WAV file whose samples were found has a complete header."""
    return errors.unreadable() if wav is None else errors.impossible_header()


@contextmanager
def source_of(path, part, size):
    """The path itself, which the library reads fastest, or the range of bytes of a part."""
    if part.start == 0 and part.end == size:
        yield path
        return
    with closing(FileRange(path, part.start, part.end)) as content:
        yield content


def has_picture(container):
    return any(stream.type == "video" for stream in container.streams)


def has_magic(path, part):
    with open(path, "rb") as file:
        head = at(file, part.start, 12)
    return any(head[n : n + len(magic)] == magic for n, magic in MAGIC)


def decodable(stream):
    """Whether this version of the library has a decoder for a track, and its header states a possible rate."""
    return stream.codec_context is not None and has_possible_rate(stream)


def has_possible_rate(stream):
    return LEAST_RATE_HZ <= stream.codec_context.sample_rate <= MOST_RATE_HZ


def channel_count(stream):
    return stream.codec_context.layout.nb_channels if decodable(stream) else 0
