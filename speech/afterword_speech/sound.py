"""What of a recording is heard: one of its tracks, and one or a mix of that track's channels."""

from collections import namedtuple

import numpy as np

from . import errors
from .balance import SILENCE, balance_of
from .container import channel_count, decodable
from .excerpts import excerpt_of
from .full_scale import full_scale_of
from .mixing import MOST_CHANNELS, Mix, only
from .recording import recordings

# Instead of a number: the first track that can be decoded.
FIRST = "first"

# `track` counts from 0. `unrelated` tells that the mix has speakers who should be heard apart.
Sound = namedtuple("Sound", "track mix unrelated")


def sound_of(request, alive):
    """The sound that a request names by `track` and `channel`, which count from 1.

    Without a track it is the default one, unless it cannot be decoded or is silent; then the first
    that can and is not. Without a channel all are mixed. The choice depends on the file alone.
    """
    recording = recordings.at(request["path"])
    track, channel = request.get("track"), request.get("channel")

    def find():
        return choose(recording, track, channel, alive)

    return recording.fact(("sound", track, channel), find, alive)


def choose(recording, track, channel, alive):
    with recording.open() as container:
        streams = list(container.streams.audio)
        counts = [channel_count(stream) for stream in streams]
        decoders = [stream.codec_context is not None for stream in streams]
        order = numbers_of(track, streams)
    usable = [n for n in order if 0 < counts[n] <= MOST_CHANNELS]
    if not usable:
        most = max(counts[n] for n in order)
        if most:
            raise errors.too_many_channels(most)
        raise errors.impossible_header() if any(decoders[n] for n in order) else errors.unreadable()
    if track == FIRST:
        usable = usable[:1]
    if channel is not None:
        return one_channel(recording, usable, counts, channel, alive)
    if len(usable) == 1 and counts[usable[0]] == 1:
        return Sound(usable[0], Mix().at(full_scale_of(recording, usable[0], alive)), False)
    return first_heard(recording, usable, alive)


def numbers_of(track, streams):
    """The numbers of the tracks that a choice allows, in the order of preference."""
    if track is None:
        return by_default(streams)
    if track == FIRST:
        return list(range(len(streams)))
    if not 0 < track <= len(streams):
        raise errors.no_track(track, len(streams))
    return [track - 1]


def by_default(streams):
    """The numbers of the tracks, the default ones first."""
    return sorted(range(len(streams)), key=lambda n: not is_default(streams[n]))


def is_default(stream):
    return bool(stream.disposition & type(stream.disposition).default)


def first_heard(recording, usable, alive):
    first = None
    for track in usable:
        full_scale = full_scale_of(recording, track, alive)
        channels = excerpt_of(recording, track, alive, full_scale)
        if channels.size == 0:
            continue
        first = track if first is None else first
        if np.abs(channels).max() > SILENCE:
            balance = balance_of(channels)
            return Sound(track, balance.mix.at(full_scale), balance.unrelated)
    return Sound(usable[0] if first is None else first, Mix(), False)


def one_channel(recording, usable, counts, channel, alive):
    track = usable[0] if len(usable) == 1 else first_heard(recording, usable, alive).track
    if not 0 < channel <= counts[track]:
        raise errors.no_channel(channel, counts[track])
    full_scale = full_scale_of(recording, track, alive)
    return Sound(track, only(channel - 1, counts[track]).at(full_scale), False)
