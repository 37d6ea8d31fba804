"""Places decoded frames on the recording's timeline as 16 kHz mono samples."""

import av
import numpy as np

from .mixing import channels_of

RATE_HZ = 16_000
# Timestamps are rounded, and those of Vorbis are off by up to a block (10 ms at 44.1 kHz, 28 ms at
# 16 kHz); only a larger step is a gap or an overlap in the audio.
TOLERANCE_S = 0.04
# Frames last about 20 ms; resampling them one by one would cost more than decoding them.
GROUP_S = 0.5


class Timeline:
    """Turns consecutive frames into blocks without gaps or overlaps.

    `position` is the index of the next sample, counted from the start of the recording. Samples
    before the first position are dropped and gaps are filled with silence, so that times match
    those of a player.
    """

    def __init__(self, first_position, mix):
        self.position = first_position
        self._mix = mix
        self._resampler = None
        self._waiting = None
        self._setup = None
        self._expected_s = None
        self._at = 0

    def place(self, frame, time_s):
        """Yields the blocks that the frame completes; `time_s` is None if it is unknown."""
        if self._starts_run(frame, time_s):
            yield from self.flush()
            yield from self._start_run(time_s)
        self._expected_s += frame.samples / frame.sample_rate
        frame.pts = None
        self._waiting.write(frame)
        if self._waiting.samples >= frame.sample_rate * GROUP_S:
            yield from self._resample()

    def flush(self):
        """Yields the remaining samples of the resampler; call it once after the last frame."""
        if self._resampler is not None:
            yield from self._resample()
            yield from self._emit(self._resampler.resample(None))
        self._resampler = None

    def _starts_run(self, frame, time_s):
        setup = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or setup != self._setup:
            self._setup = setup
            return True
        return time_s is not None and abs(time_s - self._expected_s) > TOLERANCE_S

    def _start_run(self, time_s):
        if time_s is None:
            time_s = self._expected_s or 0.0
        self._expected_s = time_s
        self._at = round(time_s * RATE_HZ)
        self._waiting = av.AudioFifo()
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
        while self._at > self.position:
            yield self._advance(np.zeros(min(self._at - self.position, RATE_HZ), np.float32))

    def _resample(self):
        if self._waiting.samples > 0:
            yield from self._emit(self._resampler.resample(self._mono(self._waiting.read())))

    def _mono(self, frame):
        """Mixed before the rate is changed, so that one value that is no number stays one."""
        mixed = np.ascontiguousarray(self._mix(channels_of(frame, self._mix.full_scale)), np.float32)
        mono = av.AudioFrame.from_ndarray(mixed.reshape(1, -1), format="flt", layout="mono")
        mono.sample_rate = frame.sample_rate
        return mono

    def _emit(self, frames):
        for frame in frames:
            samples = frame.to_ndarray().reshape(-1)
            early = max(0, self.position - self._at)
            self._at += samples.size
            if early < samples.size:
                yield self._advance(samples[early:])

    def _advance(self, samples):
        self.position += samples.size
        return samples
