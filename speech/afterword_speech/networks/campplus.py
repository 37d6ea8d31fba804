"""CAM++ as an ONNX graph, from its weights.

The network is that of H. Wang and others, "CAM++: A Fast and Efficient Network for Speaker
Verification Using Context-Aware Masking" (2023), for inputs of at most `MOST_FRAMES` frames. So its
pooling over segments of 100 frames (at half the rate) is the mean over all frames.
"""

import numpy as np

from .onnx_file import Graph

BINS = 80
EMBEDDING_SIZE = 192
# Frames of 10 ms. The network halves their number, and then pools over segments of 100.
MOST_FRAMES = 200
EPSILON = 1e-5
# Layers, kernel size and dilation of each dense block.
BLOCKS = ((12, 3, 1), (24, 3, 2), (16, 3, 2))
INPUT, OUTPUT = "features", "embeddings"


def network_file(tensors):
    """The bytes of the ONNX file.

    Input `features` is (windows, frames, 80); output `embeddings` is (windows, 192).
    """
    network = Network(tensors)
    features = network.graph.add("Transpose", INPUT, perm=[0, 2, 1])
    network.graph.rename(network.embedding(network.head(features)), OUTPUT)
    shapes = {INPUT: ("windows", "frames", BINS)}, {OUTPUT: ("windows", EMBEDDING_SIZE)}
    return network.graph.file(*shapes)


class Network:
    """Adds the layers one after the other; each method returns the name of its output."""

    def __init__(self, tensors):
        self.graph = Graph()
        self._tensors = tensors

    def head(self, features):
        """Residual convolutions over time and frequency, which reduce 80 bins to 10."""
        axis = self.graph.constant([1], "<i8")
        x = self.graph.add("Unsqueeze", features, axis)
        x = self._relu(self._conv2d(x, "head.conv1", "head.bn1", 1))
        for layer in ("head.layer1", "head.layer2"):
            x = self._residual(self._residual(x, f"{layer}.0", 2), f"{layer}.1", 1)
        x = self._relu(self._conv2d(x, "head.conv2", "head.bn2", 2))
        channels = self._tensors["head.conv2.weight"].shape[0] * BINS // 8
        return self.graph.add("Reshape", x, self.graph.constant([0, channels, -1], "<i8"))

    def embedding(self, x):
        """Densely connected convolutions over time with masks, then statistics over time."""
        weight, bias = self._folded("xvector.tdnn.linear", "xvector.tdnn.nonlinear.batchnorm")
        x = self._relu(self._conv(x, weight, bias, strides=[2], pads=[2, 2]))
        for number, (layers, kernel, dilation) in enumerate(BLOCKS, start=1):
            for layer in range(1, layers + 1):
                added = self._dense(x, f"xvector.block{number}.tdnnd{layer}", kernel, dilation)
                x = self.graph.add("Concat", x, added, axis=1)
            x = self._transit(x, f"xvector.transit{number}")
        x = self._relu(self._normalised(x, "xvector.out_nonlinear.batchnorm"))
        x = self._statistics(x)
        weight, bias = self._folded("xvector.dense.linear", "xvector.dense.nonlinear.batchnorm")
        squeezed = self.graph.constant([2], "<i8")
        return self.graph.add("Squeeze", self._conv(x, weight, bias), squeezed)

    def _residual(self, x, name, stride):
        out = self._relu(self._conv2d(x, f"{name}.conv1", f"{name}.bn1", stride))
        out = self._conv2d(out, f"{name}.conv2", f"{name}.bn2", 1)
        if f"{name}.shortcut.0.weight" in self._tensors:
            x = self._conv2d(x, f"{name}.shortcut.0", f"{name}.shortcut.1", stride)
        return self._relu(self.graph.add("Add", out, x))

    def _dense(self, x, name, kernel, dilation):
        x = self._relu(self._normalised(x, f"{name}.nonlinear1.batchnorm"))
        x = self._relu(self._conv(x, *self._folded(f"{name}.linear1", f"{name}.nonlinear2.batchnorm")))
        pad = (kernel - 1) // 2 * dilation
        local = self._tensors[f"{name}.cam_layer.linear_local.weight"]
        heard = self._conv(x, local, None, dilations=[dilation], pads=[pad, pad])
        return self.graph.add("Mul", heard, self._mask(x, f"{name}.cam_layer"))

    def _mask(self, x, name):
        """The context is the mean over all frames plus that over the segment: the same one here."""
        twice = 2 * self._tensors[f"{name}.linear1.weight"]
        mean = self.graph.add("GlobalAveragePool", x)
        mask = self._relu(self._conv(mean, twice, self._tensors[f"{name}.linear1.bias"]))
        second = self._tensors[f"{name}.linear2.weight"], self._tensors[f"{name}.linear2.bias"]
        return self.graph.add("Sigmoid", self._conv(mask, *second))

    def _transit(self, x, name):
        x = self._relu(self._normalised(x, f"{name}.nonlinear.batchnorm"))
        return self._conv(x, self._tensors[f"{name}.linear.weight"], None)

    def _statistics(self, x):
        """Mean and unbiased standard deviation over time."""
        add, constant = self.graph.add, self.graph.constant
        mean = add("ReduceMean", x, axes=[2], keepdims=1)
        apart = add("Sub", x, mean)
        squares = add("ReduceSum", add("Mul", apart, apart), constant([2], "<i8"), keepdims=1)
        frames = add("Gather", add("Shape", x), constant([2], "<i8"), axis=0)
        freedom = add("Sub", add("Cast", frames, to=1), constant([1.0]))
        return add("Concat", mean, add("Sqrt", add("Div", squares, freedom)), axis=1)

    def _conv2d(self, x, conv, norm, stride):
        """Only the frequency has a stride."""
        weight, bias = self._folded(conv, norm)
        pad = weight.shape[2] // 2
        return self._conv(x, weight, bias, strides=[stride, 1], pads=[pad] * 4)

    def _conv(self, x, weight, bias, **attributes):
        inputs = [x, self.graph.constant(weight)]
        inputs += [] if bias is None else [self.graph.constant(bias)]
        return self.graph.add("Conv", *inputs, **attributes)

    def _relu(self, x):
        return self.graph.add("Relu", x)

    def _normalised(self, x, name):
        """A batch normalisation that no convolution precedes."""
        scale, shift = self._affine(name)
        column = (1, -1, 1)
        scaled = self.graph.add("Mul", x, self.graph.constant(scale.reshape(column)))
        return self.graph.add("Add", scaled, self.graph.constant(shift.reshape(column)))

    def _folded(self, conv, norm):
        """Weight and bias of a convolution together with the normalisation that follows it."""
        weight = self._tensors[f"{conv}.weight"]
        scale, shift = self._affine(norm)
        return weight * scale.reshape((-1,) + (1,) * (weight.ndim - 1)), shift

    def _affine(self, name):
        """Scale and shift of a batch normalisation with its running statistics."""
        mean = self._tensors[f"{name}.running_mean"].astype(np.float64)
        variance = self._tensors[f"{name}.running_var"].astype(np.float64)
        scale = self._tensors.get(f"{name}.weight", 1.0) / np.sqrt(variance + EPSILON)
        return scale, self._tensors.get(f"{name}.bias", 0.0) - mean * scale
