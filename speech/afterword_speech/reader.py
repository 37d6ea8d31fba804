"""Reads any range of a recording as 16 kHz mono samples, exact to the sample."""

import av
import numpy as np

from .clock import seconds
from .recording import origin_s, recordings
from .timeline import RATE_HZ, Timeline

# Frames of AMR that describe a pause: the decoder refuses them, and the timeline fills the gap.
PAUSE_BYTES = {"amrnb": 6, "amrwb": 6}
# Decoders need some audio before the target position until their output is correct.
PREROLL_S = 1.0


class Reader:
    """Yields the samples of a range in blocks; memory use does not depend on the range's length.

    After the last block, `position` is the end of the audio read, and `broken` tells whether the
    last packet could not be decoded.
    """

    def __init__(self, path, sound, from_ms=0, alive=lambda: None):
        self.first = from_ms * RATE_HZ // 1000
        self.broken = False
        self._recording = recordings.at(path)
        self._sound = sound
        self._alive = alive
        self._timeline = Timeline(self.first, sound.mix)

    @property
    def position(self):
        return self._timeline.position

    def blocks(self):
        """Yields float32 arrays of any size, from the first sample to the recording's end."""
        base = 0
        last = len(self._recording.parts) - 1
        for number in range(last + 1):
            if number == last or self.first < base + self._length(number):
                yield from self._part(number, base)
            base += self._length(number) if number < last else 0

    def _length(self, number):
        return part_length(self._recording, number, self._sound, self._alive)

    def _part(self, number, base):
        base_s = base / RATE_HZ
        reading = PartReading(self._recording, number, self._sound.track, self._alive)
        for frame, time_s in reading.frames(self.first / RATE_HZ - base_s - PREROLL_S):
            yield from self._timeline.place(frame, None if time_s is None else base_s + time_s)
        yield from self._timeline.flush()
        self.broken = reading.broken


def part_length(recording, number, sound, alive):
    """Length of a part in samples; it is where the next one begins."""

    def find():
        timeline = Timeline(0, sound.mix)
        for frame, time_s in PartReading(recording, number, sound.track, alive).frames(0.0):
            alive()
            for _ in timeline.place(frame, time_s):
                pass
        for _ in timeline.flush():
            pass
        return timeline.position

    return recording.fact(("length", number, sound.track), find, alive)


class PartReading:
    """Decodes one track of one part, from a time on."""

    def __init__(self, recording, number, track, alive):
        self.broken = False
        self._recording = recording
        self._number = number
        self._track = track
        self._alive = alive

    def frames(self, from_s):
        """Yields the frames and their times in seconds from the start of the part."""
        with self._recording.open(self._number) as container:
            tracks = container.streams.audio
            stream = tracks[min(self._track, len(tracks) - 1)]
            start_s = self._seek(container, stream, from_s)
            clock = self._recording.clock(container, self._number, start_s)
            for packet in self._packets(container, stream):
                if packet.size > 0 and clock.place(packet) < from_s:
                    continue
                if 0 < packet.size <= PAUSE_BYTES.get(stream.codec_context.name, 0):
                    continue
                for frame in self._decoded(packet):
                    stamp_s = seconds(frame.pts, frame)
                    yield frame, None if stamp_s is None else stamp_s - origin_s(container)

    def _seek(self, container, stream, from_s):
        """Goes to a place before the time; returns its time if the stamps there do not tell it."""
        if from_s <= 0 or not self._recording.can_seek(self._number):
            return None
        index = self._recording.index(self._number, stream_number(container, stream), self._alive)
        if index is None:
            target_s = from_s + origin_s(container)
            container.seek(int(target_s / stream.time_base), stream=stream, backward=True)
            return None
        entry = index.before(from_s)
        if entry is None:
            return None
        container.seek(entry.byte, unsupported_byte_offset=True)
        return entry.time_s

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
            # An empty packet only ends the track; some formats write one that no decoder takes.
            self.broken = self.broken or packet.size > 0
            return []
        self.broken = self.broken and not frames
        return frames


def stream_number(container, stream):
    return [each.index for each in container.streams.audio].index(stream.index)


def read_range(path, sound, start_ms, end_ms, alive):
    """The samples of a range as one array; shorter when the recording ends before it."""
    reader = Reader(path, sound, start_ms, alive)
    wanted = end_ms * RATE_HZ // 1000 - reader.first
    blocks = []
    for block in reader.blocks():
        blocks.append(block)
        if reader.position - reader.first >= wanted:
            break
        alive()
    return np.concatenate(blocks)[:wanted] if blocks else np.zeros(0, np.float32)
