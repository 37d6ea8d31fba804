"""The request `plan`: reads one stretch of a recording and cuts it into chunks at silences."""

from .packing import LONGEST_SILENCE_MS, pack
from .reader import Reader, part_length
from .recording import recordings
from .regions import padded, speech_regions
from .sound import sound_of
from .statements import has_less_than_stated, has_more_than_stated, length_stated_ms
from .timeline import RATE_HZ
from .vad import VoiceDetector

# Audio at the end of a silent stretch that the next stretch reads again: a word may begin there.
REREAD_MS = 1_000
# A recording that is shorter than stated by more than this counts as truncated.
LEAST_MISSING_MS = 1_000
LEAST_MISSING_SHARE = 0.02


def plan(request, job):
    """Chunks depend only on the recording and the request, so a repeated plan is identical."""
    stretch = Stretch(request, job.alive)
    chunks, next_from_ms = stretch.read(request["stretchMs"], job.alive)
    at_end = next_from_ms is None
    return {
        "chunks": [as_message(chunk) for chunk in chunks],
        "nextFromMs": next_from_ms,
        "readToMs": stretch.read_to_ms,
        "truncated": at_end and is_truncated(stretch, job.alive),
        "hasMoreBytes": at_end and has_more_than_stated(stretch.recording),
    }


class Stretch:
    """Reads from a start position until the audio read so far ends in a usable cut."""

    def __init__(self, request, alive):
        self.recording = recordings.at(request["path"])
        self.sound = sound_of(request, alive)
        self.from_ms = request["fromMs"]
        self.target_ms = request["chunkTargetMs"]
        self.reader = Reader(request["path"], self.sound, self.from_ms, alive)
        self.voice = VoiceDetector()

    @property
    def read_to_ms(self):
        return self.reader.position * 1000 // RATE_HZ

    def read(self, stretch_ms, alive):
        """Returns the chunks and the start of the next stretch (None at the recording's end)."""
        enough_ms = stretch_ms
        for block in self.reader.blocks():
            if not self.voice.add(block):
                continue
            alive()
            if self.read_to_ms - self.from_ms < enough_ms:
                continue
            kept = finished(self.chunks(), self.read_to_ms)
            if kept is not None:
                return kept
            enough_ms += stretch_ms
        self.voice.finish()
        return self.chunks(), None

    def chunks(self):
        """The chunks of the audio read so far, in times of the recording."""
        probabilities = self.voice.probabilities()
        total_ms = self.read_to_ms - self.from_ms
        regions = padded(speech_regions(probabilities), total_ms)
        packed = pack(regions, probabilities, self.target_ms)
        shift = self.from_ms
        return [c._replace(start_ms=c.start_ms + shift, end_ms=c.end_ms + shift) for c in packed]


def finished(chunks, read_to_ms):
    """The final chunks and the start of the next stretch, or None if no chunk is final.

    The last chunk may continue, so the next stretch begins with it. If it does not begin after a
    silence, it must be planned together with the chunk before it.
    """
    if not chunks or read_to_ms - chunks[-1].end_ms > LONGEST_SILENCE_MS + REREAD_MS:
        return chunks, read_to_ms - REREAD_MS
    for last in range(len(chunks) - 1, 0, -1):
        if not chunks[last].overlaps_previous:
            return chunks[:last], chunks[last].start_ms
    return None


def is_truncated(stretch, alive):
    """Whether the recording is shorter than it states, or could not be decoded to its end."""
    if stretch.reader.broken or has_less_than_stated(stretch.recording):
        return True
    recording, sound = stretch.recording, stretch.sound
    last = len(recording.parts) - 1
    before = sum(part_length(recording, number, sound, alive) for number in range(last))
    with recording.open(last) as container:
        track = min(sound.track, len(container.streams.audio) - 1)
        stated = length_stated_ms(recording, last, container, track) or 0
    read_ms = stretch.read_to_ms - before * 1000 // RATE_HZ
    return stated - read_ms > max(LEAST_MISSING_MS, stated * LEAST_MISSING_SHARE)


def as_message(chunk):
    return {
        "startMs": chunk.start_ms,
        "endMs": chunk.end_ms,
        "overlapsPrevious": chunk.overlaps_previous,
    }
