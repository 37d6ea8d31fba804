"""Restores the fundamental of voices that a telephone has left out, for the voice detector.

A telephone passes 300 to 3,400 Hz, and the fundamental of most voices is lower. The detector misses up
to half of such speech. Its harmonics are a fundamental apart, so their envelope repeats with it: the
low part of the rectified sound is the fundamental again. This is how a narrow band is commonly
extended downwards (Larsen and Aarts, "Audio Bandwidth Extension", 2004, chapter 5). What is
transcribed stays as it is.
"""

import numpy as np

RATE_HZ = 16_000
# Where the fundamentals of voices are, and what every telephone passes.
LOW_HZ = (60, 250)
BAND_HZ = (300, 3_400)
# Usual voices have -10 to 8 dB in the low band, relative to the other; with the highpass filter of
# a usual microphone at least -25 dB. A telephone leaves less than -40 dB.
LEAST_LOW_DB = -25.0
# What is restored reaches beyond the low band, because a telephone's filter does, too.
RESTORED_HZ = (60, 400)
TAPS = 257
# Sound with a fundamental comes out later by this, so that both are at the same time: 8 ms.
DELAY = TAPS // 2
# How much earlier sound counts in the decision, for each block.
MEMORY = 0.5
LEAST_POWER = 1e-12


def band_filter(low_hz, high_hz):
    """A windowed-sinc filter; what passes comes out later by `DELAY`."""
    distance = np.arange(TAPS) - DELAY

    def lowpass(hz):
        return 2 * hz / RATE_HZ * np.sinc(2 * hz / RATE_HZ * distance)

    return (lowpass(high_hz) - lowpass(low_hz)) * np.hamming(TAPS)


FILTER = band_filter(*RESTORED_HZ)


class Fundamentals:
    """Takes consecutive blocks of 16 kHz samples; returns them as they are unless they lack low sound."""

    def __init__(self):
        self._before = np.zeros(TAPS - 1, np.float32)
        self._powers = np.zeros(2)

    def __call__(self, samples):
        sound = np.concatenate([self._before, samples])
        self._before = sound[-(TAPS - 1) :]
        self._powers = MEMORY * self._powers + band_powers(samples)
        if not lacks_low(*self._powers):
            return samples
        low = filtered(np.abs(sound))
        gain = samples.std() / max(low.std(), LEAST_POWER)
        return (sound[DELAY : sound.size - DELAY] + gain * low).astype(np.float32)


def lacks_low(low, band):
    return band > LEAST_POWER and 10 * np.log10(max(low, LEAST_POWER) / band) < LEAST_LOW_DB


def band_powers(samples):
    """Power of the samples in the low band and in that of a telephone."""
    power = np.square(np.abs(np.fft.rfft(samples)))
    hz = np.fft.rfftfreq(samples.size, 1 / RATE_HZ)
    return np.array([power[(hz >= low) & (hz < high)].sum() for low, high in (LOW_HZ, BAND_HZ)])


def filtered(samples):
    """The filtered samples behind the first `TAPS - 1`, which only begin the filter."""
    size = samples.size + TAPS - 1
    product = np.fft.rfft(samples, size) * np.fft.rfft(FILTER, size)
    return np.fft.irfft(product, size)[TAPS - 1 : samples.size]
