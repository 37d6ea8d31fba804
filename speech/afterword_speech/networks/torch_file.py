"""Reads the tensors of a torch file: a zip archive of one pickle and of raw tensors.

A pickle can run any code. This reader knows the four names that a file of tensors needs, and
refuses every other one.
"""

import math
import pickle
import zipfile
from collections import OrderedDict, namedtuple

import numpy as np

Storage = namedtuple("Storage", "dtype key")
# Little-endian, as torch writes them on all usual machines.
STORAGES = {
    "FloatStorage": np.dtype("<f4"),
    "LongStorage": np.dtype("<i8"),
}


class UnsafeTorchFile(Exception):
    """The file is no plain file of tensors."""


def read_tensors(path, key=None):
    """The tensors of a file by name, as numpy arrays; with a key, those that are stored under it.

    Raises `UnsafeTorchFile` if there is anything else than tensors, and `KeyError` without the key.
    """
    with zipfile.ZipFile(path) as archive:
        pickles = [name for name in archive.namelist() if name.endswith("/data.pkl")]
        if len(pickles) != 1:
            raise UnsafeTorchFile("The file is no archive of tensors.")
        folder = pickles[0][: -len("data.pkl")]
        with archive.open(pickles[0]) as content:
            found = TensorUnpickler(content, archive, folder).load()
    if key is not None:
        found = found[key] if isinstance(found, dict) else found
    if not isinstance(found, dict) or not all(isinstance(each, np.ndarray) for each in found.values()):
        raise UnsafeTorchFile("The file has more than tensors.")
    return found


class TensorUnpickler(pickle.Unpickler):
    """Builds dictionaries of tensors, and nothing else."""

    def __init__(self, content, archive, folder):
        super().__init__(content)
        self._archive = archive
        self._folder = folder

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return self._tensor
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        raise UnsafeTorchFile(f"The file names {module}.{name}.")

    def persistent_load(self, identity):
        """A storage is stored beside the pickle, as `("storage", type, key, device, size)`."""
        kind, dtype, key = identity[0], identity[1], identity[2]
        if kind != "storage" or not isinstance(dtype, np.dtype) or not str(key).isalnum():
            raise UnsafeTorchFile("The file refers to something that is no tensor.")
        return Storage(dtype, key)

    def _tensor(self, storage, offset, size, stride, *_flags):
        data = np.frombuffer(self._archive.read(f"{self._folder}data/{storage.key}"), storage.dtype)
        if tuple(stride) != contiguous(size) or offset < 0 or offset + math.prod(size) > data.size:
            raise UnsafeTorchFile("A tensor is not stored in one piece.")
        return data[offset : offset + math.prod(size)].reshape(size)


def contiguous(size):
    """The strides of a tensor in row-major order."""
    return tuple(math.prod(size[n + 1 :]) for n in range(len(size)))
