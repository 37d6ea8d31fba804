"""Opens recordings by their content, never by their name."""

import os

import av

from . import errors
from .wav_header import stated_wav_ms

# Recording formats. All others are refused, in particular playlists and scripts that would make the
# library open other files or URLs.
FORMATS = "wav,w64,aiff,caf,au,mp3,aac,flac,ogg,matroska,webm,mov,mp4,m4a,3gp,avi,asf,amr,mpegts,flv"
OPTIONS = {"format_whitelist": FORMATS, "protocol_whitelist": "file"}

# Magic bytes that identify a format even if the rest of the file is missing.
MAGIC = ((0, b"RIFF"), (0, b"OggS"), (0, b"fLaC"), (0, b"\x1aE\xdf\xa3"), (4, b"ftyp"))


def open_recording(path):
    """Opens a recording with an audio stream; raises `SpeechError` if the file is none."""
    if not os.path.isfile(path):
        raise errors.bytes_missing()
    if os.path.getsize(path) == 0:
        raise errors.empty()
    try:
        container = av.open(path, options=OPTIONS, metadata_errors="ignore")
    except (av.error.FFmpegError, ValueError) as error:
        raise (errors.truncated() if has_magic(path) else errors.unreadable()) from error
    if not container.streams.audio:
        has_streams = len(container.streams) > 0
        container.close()
        raise errors.missing() if has_streams else errors.unreadable()
    return container


def has_magic(path):
    with open(path, "rb") as file:
        head = file.read(12)
    return any(head[at : at + len(magic)] == magic for at, magic in MAGIC)


# These formats state no duration; the library estimates one from the size and the first frames.
WITHOUT_LENGTH = {"aac", "mpegts", "amr"}


def stated_ms(container):
    """Duration that the container states, in milliseconds, or None."""
    if container.format.name in WITHOUT_LENGTH:
        return None
    if container.format.name == "wav":
        return stated_wav_ms(container.name) or counted_ms(container)
    return counted_ms(container)


def counted_ms(container):
    stream = container.streams.audio[0]
    if stream.duration and stream.time_base:
        return max(0, round(stream.duration * stream.time_base * 1000))
    return max(0, container.duration // 1000) if container.duration else None
