"""The errors of a request, each with its stable Afterword error code."""


class SpeechError(Exception):
    """Ends a request with a code and one sentence for users."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


class Cancelled(Exception):
    """Ends a request that its caller has cancelled."""


class EngineUnavailable(Exception):
    """The process cannot serve requests; the message is one sentence for users."""


def unreadable():
    return SpeechError("audio_unreadable", "This is not audio or video that can be read.")


def impossible_header():
    message = "The header of the file states numbers that no recording has, such as a sample rate of 0."
    return SpeechError("audio_unreadable", message)


def truncated():
    return SpeechError("audio_truncated", "The file is truncated before any readable content.")


def missing():
    return SpeechError("audio_missing", "The file has no audio track.")


def empty():
    return SpeechError("audio_empty", "The audio track is empty.")


def bytes_missing():
    return SpeechError("clip_bytes_missing", "There is no file at the path of the recording.")


def too_many_channels(count):
    message = f"The recording has {count} channels; at most 31 can be read."
    return SpeechError("audio_too_many_channels", message)


def no_track(track, count):
    return SpeechError("audio_track_missing", f"There is no track {track}; the recording has {count}.")


def no_channel(channel, count):
    message = f"There is no channel {channel}; the track has {count}."
    return SpeechError("audio_channel_missing", message)
