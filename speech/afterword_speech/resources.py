"""Makes concurrent decoding efficient: no nested thread pools, no repeated memory trimming."""

import ctypes
import os

# Numbers of glibc's `mallopt`.
M_TRIM_THRESHOLD = -1
M_MMAP_THRESHOLD = -3
M_ARENA_MAX = -8

# Each window needs the same large blocks again, for example 54 MB for the attention of the
# smallest models. By default they are returned to the system each time, and clearing new pages
# takes an eighth of the decoding time. Blocks up to this size are kept; older glibc versions allow
# only the smaller limit.
KEPT_BYTES = (1 << 30, 32 << 20)
ARENAS = 1


# Of a process that serves only voices, for which nobody waits.
NICENESS = 10


def prepare():
    """Must be called before numpy is imported and before any thread starts."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return  # not glibc: no such options
    mallopt(M_ARENA_MAX, ARENAS)
    kept = next((size for size in KEPT_BYTES if mallopt(M_MMAP_THRESHOLD, size)), None)
    if kept is not None:
        mallopt(M_TRIM_THRESHOLD, kept)


def yield_to_others():
    """Lowers the priority of this process, so that transcription and people come first."""
    os.nice(NICENESS)
