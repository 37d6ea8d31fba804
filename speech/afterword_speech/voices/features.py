"""Log mel filter banks as Kaldi computes them, which is what CAM++ was trained on."""

import numpy as np

from ..timeline import RATE_HZ

BINS = 80
FRAME_SAMPLES = 400
STEP_SAMPLES = 160
FFT_SAMPLES = 512
LOWEST_HZ, HIGHEST_HZ = 20.0, RATE_HZ / 2
PRE_EMPHASIS = 0.97
# Powers are at least this, so that digital silence has a logarithm (float32's epsilon, as in Kaldi).
LEAST_POWER = np.float32(1.1920929e-07)


def mel(hz):
    return 1127.0 * np.log1p(np.asarray(hz, np.float64) / 700.0)


def triangles():
    """Weights of the bins of a spectrum, one column for each filter; they overlap by half in mel."""
    edges = np.linspace(mel(LOWEST_HZ), mel(HIGHEST_HZ), BINS + 2)
    at = mel(np.arange(FFT_SAMPLES // 2) * RATE_HZ / FFT_SAMPLES)[:, None]
    rising = (at - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - at) / (edges[2:] - edges[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)


# Kaldi calls this window after Povey: a Hann window with an exponent.
WINDOW = (np.hanning(FRAME_SAMPLES) ** 0.85).astype(np.float32)
FILTERS = triangles()


def filter_banks(samples):
    """One row of 80 values for each whole frame of 25 ms, every 10 ms."""
    count = max(0, 1 + (samples.size - FRAME_SAMPLES) // STEP_SAMPLES)
    if count == 0:
        return np.zeros((0, BINS), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples, FRAME_SAMPLES)[::STEP_SAMPLES][:count]
    frames = frames - frames.mean(axis=1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    spectrum = np.fft.rfft((frames - PRE_EMPHASIS * before) * WINDOW, FFT_SAMPLES)
    power = np.square(np.abs(spectrum[:, :-1]), dtype=np.float32)
    return np.log(np.maximum(power @ FILTERS, LEAST_POWER))


def normalised(features):
    """Without their mean over time, so that the microphone and the level do not count."""
    return features - features.mean(axis=0, keepdims=True)
