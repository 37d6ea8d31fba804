"""Where packets are in formats that cannot be searched by time: one pass without decoding."""

import bisect
from collections import namedtuple

import av

# A read begins at most so much before its target.
EVERY_S = 5.0

Entry = namedtuple("Entry", "time_s byte")


class PacketIndex:
    """Times and positions of some packets of a part, in order."""

    def __init__(self, entries):
        self._entries = entries
        self._times = [entry.time_s for entry in entries]

    def before(self, time_s):
        """The last packet at or before a time; None when the part must be read from its start."""
        number = bisect.bisect_right(self._times, time_s) - 1
        return self._entries[number] if number > 0 else None


def index_packets(container, stream, clock, alive):
    """Reads all packets of a part, which is open at its start."""
    entries, next_s = [], 0.0
    try:
        for packet in container.demux(stream):
            if packet.size == 0:
                continue
            time_s = clock.place(packet)
            if time_s >= next_s and packet.pos is not None and packet.pos >= 0:
                entries.append(Entry(time_s, packet.pos))
                next_s = time_s + EVERY_S
                alive()
    except av.error.FFmpegError:
        pass  # the reader finds the same end
    return PacketIndex(entries)
