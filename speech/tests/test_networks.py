import io
import os
import pickle
import tempfile
import unittest
import zipfile
from collections import OrderedDict

import numpy as np
import onnxruntime

from afterword_speech.networks.onnx_file import Graph, varint
from afterword_speech.networks.torch_file import UnsafeTorchFile, read_tensors


class Named:
    """Pickles as the name of a function of another module."""

    def __init__(self, module, name, arguments):
        self.module, self.name, self.arguments = module, name, arguments


class Storage:
    """Pickles as a reference to a tensor beside the pickle."""

    def __init__(self, kind, key):
        self.kind, self.key = kind, key


class TorchPickler(pickle._Pickler):
    """Writes names of modules that are not installed."""

    def persistent_id(self, given):
        if not isinstance(given, Storage):
            return None
        return ("storage", Named("torch", given.kind, None), given.key, "cpu", 4)

    def save(self, given, save_persistent_id=True):
        if not isinstance(given, Named):
            return super().save(given, save_persistent_id)
        self.write(pickle.GLOBAL + f"{given.module}\n{given.name}\n".encode())
        if given.arguments is not None:
            super().save(given.arguments)
            self.write(pickle.REDUCE)


def tensor(size, stride, offset=0, kind="FloatStorage", key="0"):
    arguments = (Storage(kind, key), offset, size, stride, False, OrderedDict())
    return Named("torch._utils", "_rebuild_tensor_v2", arguments)


class TorchFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "weights.pt")

    def write(self, content, values=np.arange(6, dtype="<f4")):
        stream = io.BytesIO()
        TorchPickler(stream, 2).dump(content)
        with zipfile.ZipFile(self.path, "w") as archive:
            archive.writestr("archive/data.pkl", stream.getvalue())
            archive.writestr("archive/data/0", values.tobytes())
        return self.path

    def refuses(self, content):
        with self.assertRaises(UnsafeTorchFile):
            read_tensors(self.write(content))

    def test_give_their_tensors(self):
        whole, part = tensor((2, 3), (3, 1)), tensor((2,), (1,), offset=4)
        found = read_tensors(self.write(OrderedDict(whole=whole, part=part)))
        self.assertEqual(found["whole"].tolist(), [[0, 1, 2], [3, 4, 5]])
        self.assertEqual(found["part"].tolist(), [4, 5])

    def test_give_the_tensors_under_a_key(self):
        content = {"version": 1, "weights": OrderedDict(part=tensor((2,), (1,)))}
        found = read_tensors(self.write(content), "weights")
        self.assertEqual(found["part"].tolist(), [0, 1])
        with self.assertRaises(KeyError):
            read_tensors(self.path, "others")
        with self.assertRaises(UnsafeTorchFile):
            read_tensors(self.path, "version")

    def test_can_run_nothing(self):
        for module, name in (("os", "system"), ("builtins", "eval"), ("torch", "load")):
            self.refuses({"weight": Named(module, name, ("echo",))})
        self.refuses({"weight": tensor((1,), (1,), kind="Module")})
        self.refuses({"weight": tensor((1,), (1,), key="../0")})

    def test_have_nothing_but_tensors_within_their_bytes(self):
        self.refuses({"weight": "a word"})
        self.refuses([tensor((2, 3), (3, 1))])
        self.refuses({"weight": tensor((2, 3), (1, 2))})
        self.refuses({"weight": tensor((3, 3), (3, 1))})
        self.refuses({"weight": tensor((2,), (1,), offset=-2)})


class OnnxFiles(unittest.TestCase):
    def test_compute_what_they_say(self):
        graph = Graph()
        weight = np.arange(12, dtype=np.float32).reshape(2, 2, 3)
        conv = graph.add("Conv", "x", graph.constant(weight), dilations=[2], pads=[2, 2])
        graph.rename(graph.add("LeakyRelu", conv, alpha=0.5), "y")
        file = graph.file({"x": ("n", 2, "time")}, {"y": ("n", 2, "time")})
        session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
        x = np.random.default_rng(1).normal(size=(3, 2, 300)).astype(np.float32)
        [found] = session.run(None, {"x": x})
        padded = np.pad(x, ((0, 0), (0, 0), (2, 2)))
        taps = np.stack([padded[:, :, 2 * k : 2 * k + 300] for k in range(3)], axis=-1)
        wanted = np.einsum("nctk,ock->not", taps, weight)
        np.testing.assert_allclose(found, np.where(wanted > 0, wanted, wanted / 2), rtol=1e-4, atol=1e-4)

    def test_have_numbers_of_any_size(self):
        self.assertEqual(varint(0), b"\x00")
        self.assertEqual(varint(300), b"\xac\x02")
        self.assertEqual(varint(-1), b"\xff" * 9 + b"\x01")
