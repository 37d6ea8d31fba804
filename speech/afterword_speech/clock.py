"""Time stamps of packets as times of the recording: they may start again, leap, or be missing."""

# A step back by more than this is a new start, not an overlap: what follows is new sound.
NEW_START_S = 0.25
# A longer step forward is a broken time stamp, not a pause.
LONGEST_GAP_S = 1_800
# No recording needs fewer bits for a second, with its pauses. So a small file cannot claim hours.
LEAST_BITS_PER_S = 100


class Clock:
    """Places the packets of one part, in the order of the file.

    `start_s` is the time of the first packet where it is known from elsewhere (after a search by
    bytes); otherwise times are those of the file, from its start.
    """

    def __init__(self, origin_s, size_bytes, start_s=None):
        self._origin_s = origin_s
        self._gaps_left_s = size_bytes * 8 / LEAST_BITS_PER_S
        self._start_s = start_s
        self._shift_s = 0.0
        self._expected_s = None

    def place(self, packet):
        """The time of a packet in seconds from the start; its stamps are changed to it."""
        stated_s = self._stated_s(packet)
        time_s = self._time_s(stated_s)
        length_s = seconds(packet.duration, packet) or 0.0
        self._expected_s = time_s + length_s
        if packet.time_base and (stated_s is None or self._shift_s):
            packet.pts = packet.dts = round((time_s + self._origin_s) / packet.time_base)
        return time_s

    def _stated_s(self, packet):
        stamp = packet.dts if packet.pts is None else packet.pts
        stated_s = seconds(stamp, packet)
        return None if stated_s is None else stated_s - self._origin_s

    def _time_s(self, stated_s):
        if self._expected_s is None:
            first_s = stated_s or 0.0
            self._shift_s = 0.0 if self._start_s is None else self._start_s - first_s
            return first_s + self._shift_s
        if stated_s is None:
            return self._expected_s
        step_s = stated_s + self._shift_s - self._expected_s
        if step_s < -NEW_START_S or step_s > min(LONGEST_GAP_S, self._gaps_left_s):
            self._shift_s -= step_s
            return self._expected_s
        self._gaps_left_s -= max(0.0, step_s)
        return stated_s + self._shift_s


def seconds(units, timed):
    """A number of a packet's or frame's time units in seconds, or None."""
    if units is None or timed.time_base is None:
        return None
    return float(units * timed.time_base)
