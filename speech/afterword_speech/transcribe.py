"""The request `transcribe`: the words in one range of a recording."""

from dataclasses import replace

from .language import other_language
from .level import gain_for, raised_by
from .messages import segment_message
from .passages import passages_of
from .reader import read_range
from .regions import speech_regions
from .sound import sound_of
from .timeline import RATE_HZ
from .vad import VoiceDetector
from .windows import EndOfSpeech

# No sampling, so that decoding a chunk again after a crash gives the same words.
STANDARD = {"temperature": [0.0], "condition_on_previous_text": False}
# Avoids repetition loops: penalises repeated phrases, and samples if one still occurs.
CAREFUL = {
    "temperature": [0.0, 0.2, 0.4, 0.6],
    "condition_on_previous_text": False,
    "repetition_penalty": 1.1,
    "no_repeat_ngram_size": 4,
}
BEAM_SIZE = 5
# The rest of a chunk is not decoded if it has less speech than this.
LEAST_SPEECH_MS = 200
# A segment with less confidence needs detected speech, because models invent words in silence.
DOUBTFUL_CONFIDENCE = 0.4
# Segment times are slightly inexact, so speech is detected with this margin.
MARGIN_S = 0.3
# No word lasts as long. One that seems to, while somebody speaks, stands for words that were skipped.
LONGEST_WORD_S = 2.0
LEAST_SKIPPED_MS = 1_500
# The model hears as much at once, also in a shorter chunk: with what is said after it, it hears the end of the chunk better.
WINDOW_MS = 30_000
# Decoding resumes only behind this, so that it always ends.
LEAST_PROGRESS_S = 1.0


class Transcriber:
    """Handles `transcribe` with one model that all threads share."""

    def __init__(self, model):
        self._model = model

    def __call__(self, request, job):
        sound = sound_of(request, job.alive)
        start_ms, end_ms = request["startMs"], request["endMs"]
        to_ms = max(end_ms, start_ms + WINDOW_MS) if self._knows_language(request) else end_ms
        samples = read_range(request["path"], sound, start_ms, to_ms, job.alive)
        count = (end_ms - start_ms) * RATE_HZ // 1000
        if speech_ms(samples[count:]) < LEAST_SPEECH_MS:
            samples = samples[:count]
        gain = gain_for(samples[:count])
        return self._transcribe(raised_by(gain, samples), count, request, job)

    def _knows_language(self, request):
        """Otherwise it is detected from the chunk alone: what follows may be of another."""
        return request["language"] is not None or not self._model.model.is_multilingual

    def _transcribe(self, window, count, request, job):
        """The words of the first samples of a window."""
        samples = window[:count]
        self._model.watch(job.alive, job.alive)
        passages = passages_of(self._model, samples, request["language"])
        if len(passages) == 1:
            return ChunkDecoding(self._model, samples, request, job, window).run()
        answers = [self._passage(each, samples, request, job) for each in passages]
        longest = max(zip(passages, answers), key=lambda pair: pair[0].end_ms - pair[0].start_ms)
        return longest[1]

    def _passage(self, passage, samples, request, job):
        first, last = (ms * RATE_HZ // 1000 for ms in (passage.start_ms, passage.end_ms))
        times = {
            "startMs": request["startMs"] + passage.start_ms,
            "endMs": min(request["endMs"], request["startMs"] + passage.end_ms),
        }
        part = {**request, **times, "language": passage.language}
        decoding = ChunkDecoding(self._model, samples[first:last], part, job)
        # It was detected, so no other one is looked for.
        return {**decoding.run(), "otherLanguage": None}


class ChunkDecoding:
    """Decodes the samples of one range and sends each segment as soon as it is decoded."""

    def __init__(self, model, samples, request, job, window=None):
        """`window`: the samples with what follows them, whose words are left out."""
        self._model = model
        self._samples = samples
        self._window = samples if window is None else window
        self._length_s = samples.size / RATE_HZ
        self._request = request
        self._job = job
        self._decoded_to_s = 0.0
        self._sent = []

    def run(self):
        if self._samples.size == 0:
            return {"language": self._request["language"] or "und", "otherLanguage": None}
        self._model.watch(self._job.alive, self._before_window)
        with self._model.member():
            language = self._decode()
        requested = language if self._is_english_only() else self._request["language"]
        other = other_language(self._model, self._samples, self._sent, requested)
        return {"language": language, "otherLanguage": other}

    def _is_english_only(self):
        return not self._model.model.is_multilingual

    def _decode(self):
        language, from_s = self._request["language"], 0.0
        while from_s is not None:
            language, from_s = self._decode_from(from_s, language)
        return language

    def _decode_from(self, from_s, language):
        """Decodes what follows; returns the language, and where to resume if words were skipped."""
        mode = CAREFUL if self._request["decoding"] == "careful" else STANDARD
        segments, info = self._model.transcribe(
            self._window[int(from_s * RATE_HZ) :],
            language=language,
            beam_size=BEAM_SIZE,
            word_timestamps=True,
            **mode
        )
        return info.language, self._send_all(segments, info.language, from_s)

    def _send_all(self, segments, language, from_s):
        try:
            for segment in segments:
                segment = self._within(segment, from_s)
                if segment is None:
                    break
                self._decoded_to_s = from_s + segment.end
                self._job.alive()
                count = self._words_before_skipped(segment.words or [], from_s)
                if count is None:
                    self._send(segment, language, from_s)
                    continue
                self._send_beginning(segment, count, language, from_s)
                self._decoded_to_s = from_s + segment.words[count].start
                return self._decoded_to_s
        except EndOfSpeech:
            pass
        return None

    def _within(self, segment, from_s):
        """The part of a segment that is in the chunk; None if it begins behind it."""
        words = segment.words or []
        inside = [word for word in words if from_s + (word.start + word.end) / 2 <= self._length_s]
        if len(inside) == len(words):
            return segment if words or from_s + segment.start < self._length_s else None
        return beginning(segment, len(inside)) if inside else None

    def _words_before_skipped(self, words, from_s):
        """How many words precede one that stands for skipped words; None if there is no such word."""
        for count, word in enumerate(words):
            is_long = word.end - word.start > LONGEST_WORD_S and word.start >= LEAST_PROGRESS_S
            if is_long and self._speech_ms(from_s + word.start, from_s + word.end) >= LEAST_SKIPPED_MS:
                return count
        return None

    def _send_beginning(self, segment, count, language, from_s):
        if count > 0:
            self._send(beginning(segment, count), language, from_s)

    def _send(self, segment, language, from_s):
        request = {**self._request, "startMs": self._request["startMs"] + round(from_s * 1000)}
        message = segment_message(segment, request, language)
        doubtful = message["confidence"] < DOUBTFUL_CONFIDENCE
        start_s, end_s = from_s + segment.start - MARGIN_S, from_s + segment.end + MARGIN_S
        if doubtful and not self._has_speech(start_s, end_s):
            return
        self._sent.append(message)
        self._job.segment(message)

    def _before_window(self):
        self._job.alive()
        is_done = self._decoded_to_s >= self._length_s
        if is_done or (self._decoded_to_s > 0 and not self._has_speech(self._decoded_to_s, None)):
            raise EndOfSpeech()

    def _has_speech(self, from_s, to_s):
        """Whether a part of the chunk contains speech; `to_s` None means up to its end."""
        return self._speech_ms(from_s, to_s) >= LEAST_SPEECH_MS

    def _speech_ms(self, from_s, to_s):
        last = None if to_s is None else int(to_s * RATE_HZ)
        return speech_ms(self._samples[max(0, int(from_s * RATE_HZ)) : last])


def speech_ms(samples):
    """How much speech there is in samples."""
    voice = VoiceDetector()
    voice.add(samples)
    voice.finish()
    return sum(r.end_ms - r.start_ms for r in speech_regions(voice.probabilities()))


def beginning(segment, count):
    """A segment with its first words only."""
    words = segment.words[:count]
    text = "".join(word.word for word in words)
    return replace(segment, words=words, text=text, end=words[-1].end)
