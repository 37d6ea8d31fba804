"""PyanNet as an ONNX graph, from its weights: who speaks in each frame, alone or with another.

The network is `segmentation-3.0` of pyannote (A. Plaquet and H. Bredin, "Powerset multi-class cross
entropy loss for neural speaker diarization", 2023). Its first layer has the filters of SincNet, which
are computed from their cut-off frequencies (M. Ravanelli and Y. Bengio, "Speaker Recognition from Raw
Waveform with SincNet", 2018).
"""

import numpy as np

from .onnx_file import Graph

RATE_HZ = 16_000
# Samples between two frames, and those that one frame depends on.
STEP_SAMPLES = 270
FRAME_SAMPLES = 991
# Nobody, one of three speakers, and each pair of them.
CLASSES = 7
FIRST_PAIR = 4
LOWEST_HZ = LEAST_BAND_HZ = 50.0
POOLED = 3
LAYERS = 4
HIDDEN = 128
LEAK = 0.01
INPUT, OUTPUT = "samples", "classes"


def network_file(tensors):
    """The bytes of the ONNX file.

    Input `samples` is (windows, 1, samples); output `classes` is (windows, frames, 7): probabilities.
    """
    network = Network(tensors)
    network.graph.rename(network.classes(network.recurrent(network.front(INPUT))), OUTPUT)
    shapes = {INPUT: ("windows", 1, "samples")}, {OUTPUT: ("windows", "frames", CLASSES)}
    return network.graph.file(*shapes)


def sinc_filters(tensors):
    """The filters of the first layer: even and odd band-passes of equal bands."""
    name = "sincnet.conv1d.0.filterbank"
    learnt = {each: tensors[f"{name}.{each}"].astype(np.float64) for each in ("low_hz_", "band_hz_", "n_", "window_")}
    low = LOWEST_HZ + np.abs(learnt["low_hz_"])
    high = np.clip(low + LEAST_BAND_HZ + np.abs(learnt["band_hz_"]), LOWEST_HZ, RATE_HZ / 2)
    # Angles for each hertz at the samples before the middle of a filter.
    angles, window = learnt["n_"].reshape(1, -1), learnt["window_"].reshape(1, -1)
    from_, to, middle = low * angles, high * angles, np.zeros_like(low)
    even = (np.sin(to) - np.sin(from_)) / (angles / 2) * window
    odd = (np.cos(from_) - np.cos(to)) / (angles / 2) * window
    filters = np.concatenate([
        np.concatenate([even, 2 * (high - low), even[:, ::-1]], axis=1),
        np.concatenate([odd, middle, -odd[:, ::-1]], axis=1),
    ])
    return (filters / (2 * np.concatenate([high - low, high - low])))[:, None, :]


class Network:
    """Adds the layers one after the other; each method returns the name of its output."""

    def __init__(self, tensors):
        self.graph = Graph()
        self._tensors = tensors

    def front(self, x):
        """Filters and convolutions over the samples: (windows, 60, frames)."""
        x = self._normalised(x, "sincnet.wav_norm1d")
        x = self.graph.add("Conv", x, self.graph.constant(sinc_filters(self._tensors)), strides=[10])
        x = self._pooled(self.graph.add("Abs", x), "sincnet.norm1d.0")
        for number in (1, 2):
            weight = self._constant(f"sincnet.conv1d.{number}.weight")
            x = self.graph.add("Conv", x, weight, self._constant(f"sincnet.conv1d.{number}.bias"))
            x = self._pooled(x, f"sincnet.norm1d.{number}")
        return x

    def recurrent(self, x):
        """LSTM layers in both directions: (frames, windows, 256)."""
        x = self.graph.add("Transpose", x, perm=[2, 0, 1])
        for layer in range(LAYERS):
            names = [f"l{layer}", f"l{layer}_reverse"]
            weights = [self._both(names, "weight_ih"), self._both(names, "weight_hh"), self._biases(names)]
            attributes = {"hidden_size": HIDDEN, "direction": "bidirectional"}
            x = self.graph.add("LSTM", x, *map(self.graph.constant, weights), **attributes)
            x = self.graph.add("Transpose", x, perm=[0, 2, 1, 3])
            x = self.graph.add("Reshape", x, self.graph.constant([0, 0, 2 * HIDDEN], "<i8"))
        return x

    def classes(self, x):
        """The probability of each class: (windows, frames, 7)."""
        for number in (0, 1):
            x = self.graph.add("LeakyRelu", self._linear(x, f"linear.{number}"), alpha=LEAK)
        x = self.graph.add("Softmax", self._linear(x, "classifier"), axis=-1)
        return self.graph.add("Transpose", x, perm=[1, 0, 2])

    def _constant(self, name):
        return self.graph.constant(self._tensors[name])

    def _normalised(self, x, name):
        scale, shift = self._constant(f"{name}.weight"), self._constant(f"{name}.bias")
        return self.graph.add("InstanceNormalization", x, scale, shift, epsilon=1e-5)

    def _pooled(self, x, norm):
        x = self.graph.add("MaxPool", x, kernel_shape=[POOLED], strides=[POOLED])
        return self.graph.add("LeakyRelu", self._normalised(x, norm), alpha=LEAK)

    def _linear(self, x, name):
        product = self.graph.add("MatMul", x, self.graph.constant(self._tensors[f"{name}.weight"].T))
        return self.graph.add("Add", product, self._constant(f"{name}.bias"))

    def _both(self, names, kind):
        return np.stack([gates_in_order(self._tensors[f"lstm.{kind}_{name}"]) for name in names])

    def _biases(self, names):
        inputs, hidden = self._both(names, "bias_ih"), self._both(names, "bias_hh")
        return np.concatenate([inputs, hidden], axis=1)


def gates_in_order(values):
    """ONNX has the gates of an LSTM as input, output, forget, cell; torch as input, forget, cell, output."""
    gate_in, gate_forget, cell, gate_out = np.split(values, 4)
    return np.concatenate([gate_in, gate_out, gate_forget, cell])
