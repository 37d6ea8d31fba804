"""From probabilities of speech to regions of speech. Times are in milliseconds."""

from collections import namedtuple

FRAME_MS = 32
# Speech begins above the first and ends below the second, as Silero recommends.
BEGIN_PROBABILITY = 0.5
END_PROBABILITY = 0.35
# A silence of this length ends a region; it is short, so that brief pauses can be used for a cut.
LEAST_SILENCE_MS = 160
# Audio kept on both sides of a region, so that no word is clipped.
PADDING_MS = 400

# `pause_ms` is the silence before the region, since the end of the previous one.
Region = namedtuple("Region", "start_ms end_ms pause_ms")


def speech_regions(probabilities):
    """Regions of speech without padding, in order."""
    regions, start, quiet_since = [], None, None
    for index, probability in enumerate(probabilities):
        now = index * FRAME_MS
        if probability >= BEGIN_PROBABILITY:
            quiet_since = None
            start = now if start is None else start
        elif start is not None and probability < END_PROBABILITY:
            quiet_since = now if quiet_since is None else quiet_since
            if now + FRAME_MS - quiet_since >= LEAST_SILENCE_MS:
                regions.append(region_after(regions, start, quiet_since))
                start = quiet_since = None
    if start is not None:
        regions.append(region_after(regions, start, len(probabilities) * FRAME_MS))
    return regions


def region_after(regions, start_ms, end_ms):
    return Region(start_ms, end_ms, start_ms - (regions[-1].end_ms if regions else 0))


def padded(regions, total_ms):
    """The regions with padding; a silence that is too short for both paddings is split in half."""
    limits = [0] + [(a.end_ms + b.start_ms) // 2 for a, b in zip(regions, regions[1:])] + [total_ms]
    return [
        region._replace(
            start_ms=max(region.start_ms - PADDING_MS, limits[i]),
            end_ms=min(region.end_ms + PADDING_MS, limits[i + 1]),
        )
        for i, region in enumerate(regions)
    ]
