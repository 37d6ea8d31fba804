"""Raises the level of quiet sound, so that the voice detector and the model hear it.

Sound of a usual level is left exactly as it is. The gain depends on the sound of some seconds, so the
noise between words stays as far below them as it was.
"""

import numpy as np

# Levels in decibels of full scale. Sound is quiet below the first, and is raised to the second.
QUIET_DB = -38.0
TARGET_DB = -23.0
# Quieter sound is the noise of the recorder itself.
NOTHING_DB = -88.0
MOST_GAIN_DB = 60.0
# Peaks stay below full scale.
LARGEST_PEAK = 0.95
# The level of speech is that of its louder parts: of blocks of this length, the tenth loudest in a
# hundred.
BLOCK_SAMPLES = 512
LOUD_PERCENTILE = 90
# How fast the level that counts falls in a pause, for each second.
FALL_DB_PER_S = 0.4
RATE_HZ = 16_000


def level_db(samples):
    """Level of the louder parts, in decibels of full scale."""
    whole = samples[: samples.size - samples.size % BLOCK_SAMPLES]
    blocks = (whole if whole.size else samples).reshape(-1, BLOCK_SAMPLES if whole.size else samples.size)
    if samples.size == 0:
        return -200.0
    powers = np.square(blocks, dtype=np.float64).mean(axis=1)
    return 10 * float(np.log10(max(np.percentile(powers, LOUD_PERCENTILE), 1e-20)))


def gain_of(level, peak):
    """The factor for sound of a level; 1 if it is loud enough, or nothing at all."""
    if level >= QUIET_DB or level < NOTHING_DB or peak <= 0:
        return 1.0
    gain = 10 ** (min(TARGET_DB - level, MOST_GAIN_DB) / 20)
    return max(1.0, min(gain, LARGEST_PEAK / peak))


def raised(samples):
    """The samples with one gain for all; the same array if none is needed, as where there are none."""
    return raised_by(gain_for(samples), samples)


def gain_for(samples):
    """The factor that raises the samples, if they are quiet."""
    if samples.size == 0:
        return 1.0
    return gain_of(level_db(samples), float(np.abs(samples).max(initial=0.0)))


def raised_by(gain, samples):
    return samples if gain == 1.0 else samples * np.float32(gain)


class Leveller:
    """Raises consecutive blocks. Their level falls slowly, so that a pause is not raised."""

    def __init__(self):
        self._level_db = NOTHING_DB - 1

    def __call__(self, samples):
        fallen = self._level_db - FALL_DB_PER_S * samples.size / RATE_HZ
        self._level_db = max(level_db(samples), fallen)
        peak = float(np.abs(samples).max(initial=0.0))
        gain = gain_of(self._level_db, peak)
        return samples if gain == 1.0 else samples * np.float32(gain)
