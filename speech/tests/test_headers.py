import os
import struct
import tempfile
import unittest

import av
import numpy as np

from afterword_speech.errors import SpeechError

from .clips import RATE_HZ, clip, encode
from .sounds import A, B, code_of, heard, place_of, planned, probed, unusual, write_wav

SPOKEN_MS = len(A) * 1000 // RATE_HZ


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)


class WavNumbers(Folder):
    def test_that_are_impossible_give_way_to_the_bytes(self):
        wrong = (
            {"data_bytes": 2_000_000_000},
            {"data_bytes": 0xFFFFFFFE},
            {"data_bytes": 0},
            {"byte_rate": 1},
            {"byte_rate": 0},
            {"byte_rate": 4_000_000_000},
        )
        for number, case in enumerate(wrong):
            for bits, rate_hz in ((16, RATE_HZ), (24, RATE_HZ), (33, RATE_HZ)):
                path = self.path(f"{number}-{bits}.wav")
                write_wav(path, A, bits, rate_hz, **case)
                with self.subTest(bits=bits, **case):
                    self.assertAlmostEqual(probed(path)["durationMs"], SPOKEN_MS, delta=2)
                    answer = planned(path)
                    self.assertFalse(answer["truncated"])
                    self.assertAlmostEqual(answer["readToMs"], SPOKEN_MS, delta=2)

    def test_that_are_too_small_do_not_end_the_sound(self):
        for share in (0.02, 0.3, 0.9):
            path = self.path(f"{share}.wav")
            write_wav(path, A, data_bytes=int(len(A) * share) * 2)
            with self.subTest(share):
                self.assertEqual(place_of(A, heard(path)), 0)
                self.assertTrue(planned(path)["hasMoreBytes"])

    def test_what_follows_in_chunks_is_no_sound(self):
        for after in (b"LIST" + struct.pack("<I", 26) + b"INFOISFT" + struct.pack("<I", 14) + b"Lavf59.27.100\0",
                      b"TAG" + bytes(125), bytes(70_000), b"id3 " + struct.pack("<I", 9_000) + b"ID3" + b"x" * 8_997):
            path = self.path(f"{len(after)}.wav")
            write_wav(path, A, after=after)
            with self.subTest(after[:4]):
                self.assertAlmostEqual(planned(path)["readToMs"], SPOKEN_MS, delta=2)

    def test_of_the_whole_file_do_not_matter(self):
        path = self.path("riff.wav")
        for size in (0, 1_000, 0xFFFFFFFF):
            write_wav(path, A)
            with open(path, "r+b") as file:
                file.seek(4)
                file.write(struct.pack("<I", size))
            answer = planned(path)
            with self.subTest(size):
                self.assertFalse(answer["hasMoreBytes"] or answer["truncated"])
                self.assertAlmostEqual(answer["readToMs"], SPOKEN_MS, delta=2)

    def test_more_than_is_there_is_truncated(self):
        path = self.path("cut.wav")
        write_wav(path, A, data_bytes=len(A) * 2 * 3)
        self.assertTrue(planned(path)["truncated"])
        self.assertAlmostEqual(probed(path)["durationMs"], SPOKEN_MS, delta=2)

    def test_that_say_nothing_of_the_samples_are_refused_as_such(self):
        wrong = (
            {"stated_hz": 0}, {"stated_hz": 0, "byte_rate": 0}, {"stated_hz": 1}, {"stated_hz": 999},
            {"stated_hz": 10_000_000}, {"stated_hz": 0x7FFFFFFF}, {"stated_hz": 0x80000000}, {"stated_hz": 0xFFFFFFFF},
            {"stated_channels": 0}, {"stated_bits": 0}, {"stated_bits": 128}, {"stated_bits": 0xFFFF},
            {"stated_channels": 0, "stated_hz": 0, "byte_rate": 0, "block": 0, "stated_bits": 0},
        )
        for code in (1, 0x11, 0xFFFE):  # as samples, packed, and with an extension that is missing
            for number, case in enumerate(wrong):
                path = self.path(f"{code}-{number}.wav")
                write_wav(path, A, code=code, **case)
                with self.subTest(code=code, **case):
                    self.assertUnreadable(path)

    def test_that_are_not_needed_do_not_matter(self):
        for block in (0, 1, 3):
            path = self.path(f"{block}.wav")
            write_wav(path, A, block=block)
            with self.subTest(block):
                self.assertEqual(place_of(A, heard(path)), 0)

    def test_that_are_missing_are_no_truncation(self):
        path = self.path("no-format.wav")
        with open(path, "wb") as file:
            file.write(b"RIFF" + struct.pack("<I", 4_012) + b"WAVEdata" + struct.pack("<I", 4_000) + bytes(4_000))
        self.assertUnreadable(path)

    def test_that_are_impossible_in_other_containers_are_refused(self):
        rates = (1, 0x7FFFFFFF)
        places = {
            "au": (">I", lambda file: 16), "w64": ("<I", lambda file: file.index(b"fmt ") + 28),
            "caf": (">d", lambda file: file.index(b"desc") + 12), "matroska": (">d", lambda file: file.index(b"\xb5\x88") + 2),
        }
        for kind, (form, place) in places.items():
            whole = self.path(f"whole.{kind}")
            encode(whole, A, "pcm_s16be" if kind == "au" else "pcm_s16le", RATE_HZ, kind)
            for rate_hz in rates:
                path = self.path(f"{rate_hz}.{kind}")
                with open(whole, "rb") as file, open(path, "wb") as wrong:
                    content = bytearray(file.read())
                    struct.pack_into(form, content, place(content), rate_hz)
                    wrong.write(content)
                with self.subTest(kind=kind, rate_hz=rate_hz):
                    self.assertUnreadable(path)

    def test_that_are_impossible_are_named(self):
        path = self.path("named.wav")
        for hz in (0, 0x7FFFFFFF):
            write_wav(path, A, stated_hz=hz)
            with self.subTest(hz), self.assertRaisesRegex(SpeechError, "header of the file states numbers"):
                probed(path)

    def assertUnreadable(self, path):
        for request in (probed, planned):
            with self.assertRaises(SpeechError) as caught:
                request(path)
            self.assertEqual(caught.exception.code, "audio_unreadable")

    def test_of_the_committed_recordings(self):
        for name in ("03-size-2000000000-8k-8bit.wav", "17-byte-rate-1-16k.wav", "03-size-one-second-too-small.wav"):
            with self.subTest(name):
                self.assertAlmostEqual(probed(unusual(name))["durationMs"], SPOKEN_MS, delta=2)
                self.assertAlmostEqual(planned(unusual(name))["readToMs"], SPOKEN_MS, delta=2)


class Truncation(Folder):
    def test_is_never_found_by_an_estimate(self):
        for name in ("13-video-30s-audio-4s.mkv", "19-vbr-mp3-silence-first-no-xing.mp3", "20-amr-with-dtx.amr"):
            with self.subTest(name):
                self.assertFalse(planned(unusual(name))["truncated"])

    def test_is_found_where_a_stated_length_is_missing(self):
        kinds = {"wav": "pcm_s16le", "flac": "flac", "mp3": "libmp3lame", "aiff": "pcm_s16be", "webm": "libopus", "tta": "tta"}
        for kind, codec in kinds.items():
            whole, cut = self.path(f"whole.{kind}"), self.path(f"cut.{kind}")
            encode(whole, np.concatenate([A, B]), codec, 48_000 if codec == "libopus" else 44_100, kind)
            with open(whole, "rb") as file, open(cut, "wb") as part:
                content = file.read()
                part.write(content[: len(content) * 6 // 10])
            with self.subTest(kind):
                self.assertFalse(planned(whole)["truncated"])
                self.assertTrue(planned(cut)["truncated"])


    def test_is_found_where_the_structure_goes_on(self):
        for kind, codec, rate_hz in (("matroska", "aac", 44_100), ("avi", "libmp3lame", 44_100), ("caf", "pcm_s16le", 16_000)):
            whole, cut = self.path("whole"), self.path("cut")
            encode(whole, np.concatenate([A, B]), codec, rate_hz, kind)
            with open(whole, "rb") as file, open(cut, "wb") as part:
                content = file.read()
                part.write(content[: len(content) * 6 // 10])
            with self.subTest(kind):
                self.assertFalse(planned(whole)["truncated"])
                self.assertTrue(planned(cut)["truncated"])

    def test_bytes_after_the_structure_are_told(self):
        kinds = {"wav": "pcm_s16le", "aiff": "pcm_s16be", "au": "pcm_s16be", "mp4": "aac", "matroska": "aac"}
        for kind, codec in kinds.items():
            path = self.path(f"more.{kind}")
            encode(path, A, codec, RATE_HZ, kind)
            self.assertFalse(planned(path)["hasMoreBytes"], kind)
            with open(path, "ab") as file:
                file.write(np.random.default_rng(4).integers(128, 255, 9_000, np.uint8).tobytes())
            with self.subTest(kind):
                self.assertTrue(planned(path)["hasMoreBytes"])
                self.assertIsNotNone(place_of(A, heard(path)))


class ClaimedHours(Folder):
    def test_of_a_small_file_are_not_worked_through(self):
        path = self.path("day.mkv")
        with av.open(path, "w", format="matroska") as output:
            stream = output.add_stream("libopus", rate=48_000, layout="mono")
            for second in range(0, 23 * 3600, 1_740):
                frame = av.AudioFrame.from_ndarray(np.zeros((1, 960), np.float32), "flt", "mono")
                frame.sample_rate = 48_000
                for packet in stream.encode(frame):
                    packet.pts = packet.dts = second * 48_000
                    output.mux(packet)
        self.assertLess(os.path.getsize(path), 20_000)
        self.assertLess(planned(path)["readToMs"], 30 * 60_000)

    def test_do_not_count_as_a_length(self):
        path = self.path("long.flac")
        encode(path, A, "flac", RATE_HZ)
        with open(path, "r+b") as file:
            file.seek(21)  # the low half of the number of samples in STREAMINFO
            file.write(b"\xff\xff\xff\xff")
        self.assertIsNone(probed(path)["durationMs"])
        self.assertFalse(planned(path)["truncated"])


class Containers(Folder):
    def test_whatever_decodes_as_sound_is_taken(self):
        kinds = {
            "mpeg": ("mp2", 44_100), "vob": ("ac3", 48_000), "ac3": ("ac3", 48_000), "eac3": ("eac3", 48_000),
            "wv": ("wavpack", 16_000), "tta": ("tta", 16_000), "mp2": ("mp2", 44_100), "nut": ("flac", 16_000),
            "ircam": ("pcm_s16le", 16_000), "latm": ("aac", 44_100), "wtv": ("mp2", 44_100),
        }
        for kind, (codec, rate_hz) in kinds.items():
            path = self.path("recording")
            encode(path, A, codec, rate_hz, kind)
            with self.subTest(kind):
                self.assertEqual(probed(path)["track"], 1)
                self.assertLess(abs(place_of(A, heard(path))), 120)
                self.assertFalse(planned(path)["truncated"])
        for name in ("07-program-stream.mpg", "07-voice.ac3"):
            self.assertLess(abs(place_of(A, heard(unusual(name)))), 120)

    def test_what_is_no_recording_is_refused_under_any_name(self):
        texts = {
            "m3u8": f"#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n{clip('formats', 'sentence.aac')}\n#EXT-X-ENDLIST\n",
            "mpd": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"></MPD>',
            "ffconcat": f"ffconcat version 1.0\nfile {clip('formats', 'sentence.aac')}\n",
            "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
            "srt": "1\n00:00:01,000 --> 00:00:02,000\nHello.\n",
            "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n",
            "ass": "[Script Info]\nScriptType: v4.00+\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hi\n",
            "lrc": "[ti:Song]\n[00:12.00]Line\n",
            "ffmeta": ";FFMETADATA1\ntitle=x\n",
            "html": "<!doctype html><p>Hello</p>" * 30,
            "svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        }
        for kind, text in texts.items():
            for name in (f"x.{kind}", "x.wav"):
                path = self.path(name)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                with self.subTest(kind, name=name):
                    self.assertEqual(code_of(self, path), "audio_unreadable")

    def test_images_are_refused(self):
        for codec, kind in (("png", "png"), ("mjpeg", "jpg"), ("bmp", "bmp"), ("gif", "gif")):
            path = self.path(f"picture.{kind}")
            with av.open(path, "w", format="gif" if kind == "gif" else "image2") as output:
                stream = output.add_stream(codec, rate=1)
                stream.width = stream.height = 32
                stream.pix_fmt = {"mjpeg": "yuvj420p", "bmp": "bgr24", "gif": "rgb8"}.get(codec, "rgb24")
                frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), "rgb24")
                for packet in stream.encode(frame.reformat(format=stream.pix_fmt)):
                    output.mux(packet)
                output.mux(stream.encode(None))
            with self.subTest(kind):
                self.assertIn(code_of(self, path), ("audio_unreadable", "audio_missing"))
