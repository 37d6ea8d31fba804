"""The container formats that may be opened: what carries sound, and nothing that names other files."""

import re

import av

# Playlists, scripts, devices and streams from elsewhere: they make the library open other files or
# addresses. Texts, subtitles and images: they are not recordings under any name.
REFUSED = re.compile(
    r"""_pipe$ | ^image2 | ^mjpeg | ^mpjpeg | ^lavfi$ | ^ffmetadata$ | ^data$ | ^alias_pix$ | ^brender_pix$
    | ^(hls|dash|concat|concatf|imf|sdp|rtp|rtsp|sap|webm_dash_manifest|smoothstreaming)$
    | ^(gif|apng|ico|jpegxl_anim|webp|avif|fits|svg)$
    | ^(alsa|oss|pulse|jack|fbdev|kmsgrab|x11grab|video4linux2|v4l2|dshow|avfoundation)$
    | ^(tty|bin|xbin|adf|idf|nc|ass|srt|webvtt|subviewer1?|microdvd|mpl2|mpsub|jacosub|sami|realtext)$
    | ^(stl|pjs|vplayer|lrc|aqtitle|scc|mcc|ttml|sup|dvbsub|dvbtxt|vobsub|tedcaptions|cdg|rcwt)$""",
    re.VERBOSE,
)


def accepted_formats():
    """Names of the formats that are accepted, as the library expects them in its allowlist."""
    names = [name for names in av.formats_available for name in names.split(",")]
    return ",".join(sorted(name for name in set(names) if not REFUSED.search(name)))


OPTIONS = {"format_whitelist": accepted_formats(), "protocol_whitelist": "file"}

# These have an index, or can be searched by time stamps; a position in any other format is found by
# its packets (`packet_index.py`).
SEEKABLE = {
    *("mov", "matroska", "wav", "w64", "aiff", "caf", "au", "flac", "ogg", "avi", "asf", "flv"),
    *("mp3", "wv", "tta", "ape"),
}

# The duration of these is written in their header for each track. Other formats state none, or the
# library estimates it from the size and the first frames.
STATING = {"mov", "w64", "aiff", "caf", "au", "flac", "avi", "wv", "tta", "ape"}


def format_of(container):
    """The first of the names of a container's format."""
    return container.format.name.split(",")[0]
