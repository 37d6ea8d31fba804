"""How channels become one: chosen so that a voice is heard in whichever of them it is."""

from collections import namedtuple

import numpy as np

from .mixing import Mix, only
from .timeline import RATE_HZ
from .vad import speech_frames

# Below this part of full scale (-80 dB) there is nothing to hear.
SILENCE = 1e-4
# From this on, channels are alike: the same room, or the same music.
ALIKE = 0.5
# Below this, they have hardly anything in common, at any small delay.
UNRELATED = 0.3
# The same sound reaches two microphones of a room within this time.
LONGEST_DELAY_S = 0.03
# A mix is good if it has at least this share of the speech that any other way would give.
GOOD_ENOUGH = 0.9
# Frames of speech (32 ms each) that a channel needs to count as a speaker's.
LEAST_SPEECH_FRAMES = 15

# `unrelated` tells that channels with speech have hardly anything in common.
Balance = namedtuple("Balance", "mix unrelated")


def balance_of(channels):
    """The mix of an excerpt's channels, one row each."""
    loud = [n for n, row in enumerate(channels) if np.abs(row).max(initial=0.0) > SILENCE]
    if len(loud) < 2:
        return Balance(only(loud[0], len(channels)) if loud and len(channels) > 1 else Mix(), False)
    first = max(loud, key=lambda n: float(np.square(channels[n]).mean()))
    alike = {n: correlation(channels[first], channels[n]) for n in loud}
    if all(value >= ALIKE for value in alike.values()):
        return Balance(Mix(weights(channels, loud, alike)), False)
    speech = {n: speech_frames(channels[n]) for n in loud}
    speaking = [n for n in loud if speech[n].sum() >= LEAST_SPEECH_FRAMES]
    unrelated = len(speaking) > 1 and have_little_in_common([channels[n] for n in speaking])
    return Balance(best_mix(channels, loud, alike, speech, speaking), unrelated)


def best_mix(channels, loud, alike, speech, speaking):
    """The mix of most channels among those that keep the speech."""
    best = max(loud, key=lambda n: (speech[n].sum(), -n))
    mixes = [Mix(weights(channels, chosen, alike)) for chosen in (loud, speaking) if chosen]
    mixes.append(only(best, len(channels)))
    kept = [speech_frames(mix(channels)).sum() for mix in mixes]
    enough = max(kept) * GOOD_ENOUGH
    return next(mix for mix, count in zip(mixes, kept) if count >= enough)


def weights(channels, chosen, alike):
    """Each chosen channel counts the same; one with inverted phase is turned back."""
    sign = {n: -1.0 if alike[n] <= -ALIKE else 1.0 for n in chosen}
    return [sign[n] / len(chosen) if n in chosen else 0.0 for n in range(len(channels))]


def correlation(one, other):
    """Of the samples at the same time: 1 if equal, -1 if inverted, 0 if they have nothing in common."""
    size = np.sqrt(np.square(one, dtype=np.float64).sum() * np.square(other, dtype=np.float64).sum())
    return float(np.dot(one.astype(np.float64), other) / size) if size > 0 else 0.0


def have_little_in_common(rows):
    return all(
        likeness(rows[n], rows[m]) < UNRELATED for n in range(len(rows)) for m in range(n + 1, len(rows))
    )


def likeness(one, other):
    """The largest correlation at any delay that a room can cause."""
    size = 1 << (2 * one.size - 1).bit_length()
    product = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other, size)), size)
    reach = int(LONGEST_DELAY_S * RATE_HZ)
    peak = np.abs(np.concatenate([product[: reach + 1], product[-reach:]])).max()
    energy = np.sqrt(np.square(one, dtype=np.float64).sum() * np.square(other, dtype=np.float64).sum())
    return float(peak / energy) if energy > 0 else 0.0
