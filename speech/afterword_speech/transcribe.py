"""The request `transcribe`: the words in one range of a recording."""

from .messages import segment_message
from .reader import read_range
from .regions import speech_regions
from .timeline import RATE_HZ
from .vad import VoiceDetector
from .windows import EndOfSpeech

# Without sampling, so that a chunk that is decoded again after a crash has the same words.
STANDARD = {"temperature": [0.0], "condition_on_previous_text": False}
# Leaves repetitions: a phrase cannot follow itself, and sampling starts when one still does.
CAREFUL = {
    "temperature": [0.0, 0.2, 0.4, 0.6],
    "condition_on_previous_text": False,
    "repetition_penalty": 1.1,
    "no_repeat_ngram_size": 4,
}
BEAM_SIZE = 5
# A rest of a chunk with less speech than this is not decoded.
LEAST_SPEECH_MS = 200


class Transcriber:
    """Answers `transcribe` with one model that all threads share."""

    def __init__(self, model):
        self._model = model

    def __call__(self, request, job):
        samples = read_range(request["path"], request["startMs"], request["endMs"], job.alive)
        return ChunkDecoding(self._model, samples, request, job).run()


class ChunkDecoding:
    """Decodes the samples of one range and sends each segment as soon as it is there."""

    def __init__(self, model, samples, request, job):
        self._model = model
        self._samples = samples
        self._request = request
        self._job = job
        self._heard_to_s = 0.0

    def run(self):
        if self._samples.size == 0:
            return {"language": self._request["language"] or "und"}
        self._model.watch(self._job.alive, self._before_window)
        mode = CAREFUL if self._request["decoding"] == "careful" else STANDARD
        segments, info = self._model.transcribe(
            self._samples,
            language=self._request["language"],
            beam_size=BEAM_SIZE,
            word_timestamps=True,
            **mode
        )
        self._send_all(segments)
        return {"language": info.language}

    def _send_all(self, segments):
        try:
            for segment in segments:
                self._heard_to_s = segment.end
                self._job.alive()
                self._job.segment(segment_message(segment, self._request))
        except EndOfSpeech:
            return

    def _before_window(self):
        self._job.alive()
        if self._heard_to_s > 0 and not self._speech_left():
            raise EndOfSpeech()

    def _speech_left(self):
        voice = VoiceDetector()
        voice.add(self._samples[int(self._heard_to_s * RATE_HZ) :])
        voice.finish()
        regions = speech_regions(voice.probabilities())
        return sum(r.end_ms - r.start_ms for r in regions) >= LEAST_SPEECH_MS
