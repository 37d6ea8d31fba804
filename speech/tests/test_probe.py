import os
import shutil
import tempfile
import unittest

from afterword_speech.errors import SpeechError
from afterword_speech.probe import probe

from .clips import clip

FORMATS = {
    "sentence.wav": ("wav", "pcm_s16le"),
    "sentence.mp3": ("mp3", "mp3float"),
    "sentence.m4a": ("mov", "aac"),
    "sentence.aac": ("aac", "aac"),
    "sentence-opus.ogg": ("ogg", "opus"),
    "sentence-vorbis.ogg": ("ogg", "vorbis"),
    "sentence.webm": ("matroska", "opus"),
    "sentence.flac": ("flac", "flac"),
    "sentence.mp4": ("mov", "aac"),
}
FAULTY = {
    "text-renamed.wav": "audio_unreadable",
    "garbage.mp3": "audio_unreadable",
    "header-only.wav": "audio_truncated",
    "truncated.m4a": "audio_truncated",
    "zero-samples.wav": "audio_empty",
    "video-without-sound.mp4": "audio_missing",
}
SPOKEN_MS = 5_590


class Probe(unittest.TestCase):
    def ask(self, path):
        return probe({"path": path}, None)

    def code_of(self, path):
        with self.assertRaises(SpeechError) as caught:
            self.ask(path)
        return caught.exception.code

    def test_describes_each_format(self):
        for name, (container, codec) in FORMATS.items():
            with self.subTest(name):
                found = self.ask(clip("formats", name))
                self.assertEqual((found["container"], found["codec"]), (container, codec))
                self.assertEqual(found["hasVideo"], name == "sentence.mp4")
                if name != "sentence.aac":
                    self.assertAlmostEqual(found["durationMs"], SPOKEN_MS, delta=100)

    def test_states_no_duration_if_the_format_has_none(self):
        self.assertIsNone(self.ask(clip("formats", "sentence.aac"))["durationMs"])

    def test_reports_the_error_code(self):
        for name, code in FAULTY.items():
            with self.subTest(name):
                self.assertEqual(self.code_of(clip("faulty", name)), code)
        self.assertEqual(self.code_of(clip("faulty", "no-such-file")), "clip_bytes_missing")

    def test_detects_the_format_by_content_and_not_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in FORMATS:
                for extension in ("wav", "txt", "m3u8"):
                    renamed = os.path.join(folder, f"renamed.{extension}")
                    shutil.copy(clip("formats", name), renamed)
                    with self.subTest(name, extension=extension):
                        self.assertEqual(self.ask(renamed), self.ask(clip("formats", name)))

    def test_refuses_text_under_any_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for extension in ("wav", "mp3", "aac", "mp4", "txt", "srt", "ogg"):
                renamed = os.path.join(folder, f"renamed.{extension}")
                shutil.copy(clip("faulty", "text-renamed.wav"), renamed)
                with self.subTest(extension):
                    self.assertEqual(self.code_of(renamed), "audio_unreadable")

    def test_opens_no_other_file_that_a_playlist_names(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(clip("formats", "sentence.aac"), os.path.join(folder, "other.aac"))
            path = os.path.join(folder, "list.m3u8")
            with open(path, "w", encoding="utf-8") as file:
                file.write("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nother.aac\n#EXT-X-ENDLIST\n")
            self.assertEqual(self.code_of(path), "audio_unreadable")

    def test_refuses_an_empty_file(self):
        with tempfile.NamedTemporaryFile(suffix=".wav") as file:
            self.assertEqual(self.code_of(file.name), "audio_empty")
