"""What can go wrong with a request, each with the stable code that Afterword knows it by."""


class SpeechError(Exception):
    """Ends a request with a code and one sentence for people."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


class Cancelled(Exception):
    """Ends a request because its caller no longer wants it."""


class EngineUnavailable(Exception):
    """The process cannot serve at all; its message is one sentence for people."""


def unreadable():
    return SpeechError("audio_unreadable", "This is not audio or video that can be read.")


def truncated():
    return SpeechError("audio_truncated", "The file was cut off before anything in it can be read.")


def missing():
    return SpeechError("audio_missing", "The file has no sound track.")


def empty():
    return SpeechError("audio_empty", "The sound track has nothing in it.")


def bytes_missing():
    return SpeechError("clip_bytes_missing", "There is no file at the path of the recording.")
