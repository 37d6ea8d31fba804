"""Reads any range of a recording as 16 kHz mono samples, exact to the sample."""

import av
import numpy as np

from .container import open_recording
from .timeline import RATE_HZ, Timeline

# Decoders need some audio before the target position until their output is correct.
PREROLL_S = 1.0
# A seek in these formats is inexact: they are read from the start without decoding early packets.
NOT_SEEKABLE = {"aac", "mpegts", "amr"}


class Reader:
    """Yields the samples of a range in blocks; memory use does not depend on the range's length.

    After the last block, `position` is the end of the audio read, and `broken` tells whether the
    last packet could not be decoded.
    """

    def __init__(self, path, from_ms=0):
        self.path = path
        self.first = from_ms * RATE_HZ // 1000
        self.broken = False
        self._timeline = Timeline(self.first)

    @property
    def position(self):
        return self._timeline.position

    def blocks(self):
        """Yields float32 arrays of any size, from the first sample to the recording's end."""
        with open_recording(self.path) as container:
            seek(container, self.first / RATE_HZ - PREROLL_S)
            for frame, time_s in self._frames(container, self.first / RATE_HZ - PREROLL_S):
                yield from self._timeline.place(frame, time_s)
            yield from self._timeline.flush()

    def _frames(self, container, from_s):
        stream = container.streams.audio[0]
        origin_s = (container.start_time or 0) / av.time_base
        for packet in self._packets(container, stream):
            packet_s = seconds(packet, origin_s)
            if packet_s is not None and packet_s < from_s:
                continue
            for frame in self._decoded(packet):
                yield frame, seconds(frame, origin_s)

    def _packets(self, container, stream):
        packets = container.demux(stream)
        while True:
            try:
                yield next(packets)
            except StopIteration:
                return
            except av.error.FFmpegError:
                self.broken = True
                return

    def _decoded(self, packet):
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            self.broken = True
            return []
        self.broken = self.broken and not frames
        return frames


def seconds(timed, origin_s):
    """Presentation time of a packet or frame, in seconds from the recording's start, or None."""
    if timed.pts is None or timed.time_base is None:
        return None
    return float(timed.pts * timed.time_base) - origin_s


def seek(container, time_s):
    """Seeks to a position at or before the time, or stays at the start."""
    if time_s <= 0 or container.format.name in NOT_SEEKABLE:
        return
    stream = container.streams.audio[0]
    target_s = time_s + (container.start_time or 0) / av.time_base
    container.seek(int(target_s / stream.time_base), stream=stream, backward=True)


def read_range(path, start_ms, end_ms, alive):
    """The samples of a range as one array; shorter when the recording ends before it."""
    reader = Reader(path, start_ms)
    wanted = end_ms * RATE_HZ // 1000 - reader.first
    blocks = []
    for block in reader.blocks():
        blocks.append(block)
        if reader.position - reader.first >= wanted:
            break
        alive()
    return np.concatenate(blocks)[:wanted] if blocks else np.zeros(0, np.float32)
