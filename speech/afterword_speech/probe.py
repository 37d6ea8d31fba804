"""The request `probe`: what a recording contains, or why it cannot be read."""

import av

from . import errors
from .container import channel_count, decodable, has_magic
from .formats import format_of
from .recording import recordings
from .sound import sound_of
from .statements import length_stated_ms, there_ms


def probe(request, job):
    """Opens the recording and decodes its first frame, so that a success is reliable."""
    recording = recordings.at(request["path"])
    alive = job.alive if job else lambda: None
    sound = sound_of(request, alive)
    with recording.open() as container:
        found = {
            "container": format_of(container),
            "codec": container.streams.audio[sound.track].codec_context.name,
            "durationMs": length_ms(recording, container, sound),
            "hasVideo": has_video(container),
            "track": sound.track + 1,
            "tracks": [track_message(n, stream) for n, stream in enumerate(container.streams.audio)],
            "channelsUnrelated": sound.unrelated,
        }
    frame = first_frame(recording, sound)
    return {**found, "channels": frame.layout.nb_channels, "sampleRateHz": frame.sample_rate}


def length_ms(recording, container, sound):
    """The length where the recording states it; unknown if it has several parts."""
    if len(recording.parts) > 1:
        return None
    return there_ms(recording, 0, container, sound.track)


def track_message(number, stream):
    return {
        "number": number + 1,
        "codec": stream.codec_context.name if decodable(stream) else None,
        "channels": channel_count(stream),
        "language": stream.metadata.get("language"),
        "title": stream.metadata.get("title"),
    }


def first_frame(recording, sound):
    broken = False
    with recording.open() as container:
        try:
            for packet in container.demux(container.streams.audio[sound.track]):
                try:
                    for frame in packet.decode():
                        return frame
                except av.error.FFmpegError:
                    broken = True
        except av.error.FFmpegError:
            broken = True
        raise nothing_decoded(recording, container, sound, broken)


def nothing_decoded(recording, container, sound, broken):
    stated = length_stated_ms(recording, 0, container, sound.track)
    if stated or (broken and has_magic(recording.path, recording.parts[0])):
        return errors.truncated()
    return errors.unreadable() if broken else errors.empty()


def has_video(container):
    """True when there is a video stream; a cover image does not count."""
    pictures = av.stream.Disposition.attached_pic
    return any(not stream.disposition & pictures for stream in container.streams.video)
