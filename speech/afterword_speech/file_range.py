"""A range of a file's bytes as a file of its own, for the library that opens recordings."""

import os


class FileRange:
    """Read-only; `seek` and `tell` count from the start of the range."""

    def __init__(self, path, start, end):
        self._file = open(path, "rb")  # closed by `close`
        self._start = start
        self._size = end - start
        self._file.seek(start)

    def read(self, count=-1):
        left = max(0, self._size - self.tell())
        return self._file.read(left if count < 0 else min(count, left))

    def seek(self, offset, whence=os.SEEK_SET):
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self.tell(), os.SEEK_END: self._size}[whence]
        self._file.seek(self._start + max(0, base + offset))
        return self.tell()

    def tell(self):
        return self._file.tell() - self._start

    def close(self):
        self._file.close()
