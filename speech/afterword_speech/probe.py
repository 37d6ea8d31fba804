"""The request `probe`: what a recording contains, or why it cannot be read."""

import av

from . import errors
from .container import has_magic, open_recording, stated_ms


def probe(request, _job):
    """Opens the recording and decodes its first frame, so that a success is reliable."""
    path = request["path"]
    with open_recording(path) as container:
        frame = first_frame(container, path)
        return {
            "container": container.format.name.split(",")[0],
            "codec": container.streams.audio[0].codec_context.name,
            "channels": frame.layout.nb_channels,
            "sampleRateHz": frame.sample_rate,
            "durationMs": stated_ms(container),
            "hasVideo": has_video(container),
        }


def first_frame(container, path):
    broken = False
    try:
        for packet in container.demux(container.streams.audio[0]):
            try:
                for frame in packet.decode():
                    return frame
            except av.error.FFmpegError:
                broken = True
    except av.error.FFmpegError:
        broken = True
    raise nothing_decoded(container, path, broken)


def nothing_decoded(container, path, broken):
    if stated_ms(container) or (broken and has_magic(path)):
        return errors.truncated()
    return errors.unreadable() if broken else errors.empty()


def has_video(container):
    """True when there is a video stream; a cover image does not count."""
    pictures = av.stream.Disposition.attached_pic
    return any(not stream.disposition & pictures for stream in container.streams.video)
