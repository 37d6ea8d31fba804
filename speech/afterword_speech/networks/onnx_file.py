"""Writes ONNX files: the few messages that a network of convolutions or LSTM layers needs.

The numbers of the fields are those of `onnx.proto` (IR version 8, operator set 13). A message of
protocol buffers is a sequence of fields; each begins with its number and its wire type.
"""

import struct

import numpy as np

IR_VERSION = 8
OPERATORS = 13
VARINT, BYTES, FLOAT = 0, 2, 5
# Numbers of `TensorProto.DataType`.
TYPES = {np.dtype("<f4"): 1, np.dtype("<i8"): 7}
# Numbers of `AttributeProto.AttributeType`.
OF_FLOAT, OF_INT, OF_WORD, OF_INTS = 1, 2, 3, 7


class Graph:
    """The nodes and constants of a network, in the order in which it computes."""

    def __init__(self):
        self._nodes = []
        self._constants = []
        self._count = 0

    def constant(self, values, dtype="<f4"):
        """Adds a constant; returns its name."""
        name = self._name("c")
        self._constants.append(tensor(name, np.ascontiguousarray(values, np.dtype(dtype))))
        return name

    def add(self, operator, *inputs, **attributes):
        """Adds a node with one output; returns the name of the output."""
        output = self._name("n")
        fields = [text(1, name) for name in inputs] + [text(2, output), text(4, operator)]
        fields += [message(5, attribute(name, value)) for name, value in attributes.items()]
        self._nodes.append(message(1, b"".join(fields)))
        return output

    def rename(self, name, output):
        """Gives the result of the network its name."""
        self._nodes.append(message(1, text(1, name) + text(2, output) + text(4, "Identity")))

    def file(self, inputs, outputs):
        """The bytes of an ONNX file; inputs and outputs are shapes by name, of float32."""
        body = b"".join(self._nodes) + text(2, "network") + b"".join(self._constants)
        body += b"".join(message(11, value(name, shape)) for name, shape in inputs.items())
        body += b"".join(message(12, value(name, shape)) for name, shape in outputs.items())
        operators = message(8, text(1, "") + number(2, OPERATORS))
        return number(1, IR_VERSION) + message(7, body) + operators

    def _name(self, kind):
        self._count += 1
        return f"{kind}{self._count}"


def attribute(name, given):
    if isinstance(given, float):
        return text(1, name) + field(2, FLOAT, struct.pack("<f", given)) + number(20, OF_FLOAT)
    if isinstance(given, str):
        return text(1, name) + text(4, given) + number(20, OF_WORD)
    if isinstance(given, int):
        return text(1, name) + number(3, given) + number(20, OF_INT)
    return text(1, name) + b"".join(number(8, each) for each in given) + number(20, OF_INTS)


def tensor(name, values):
    dims = b"".join(number(1, size) for size in values.shape)
    return message(5, dims + number(2, TYPES[values.dtype]) + text(8, name) + blob(9, values.tobytes()))


def value(name, shape):
    """A shape has a number for a fixed size, and a word for one that may vary."""
    sizes = b"".join(message(1, text(2, s) if isinstance(s, str) else number(1, s)) for s in shape)
    return text(1, name) + message(2, message(1, number(1, TYPES[np.dtype("<f4")]) + message(2, sizes)))


def message(at, body):
    return blob(at, body)


def text(at, words):
    return blob(at, words.encode())


def blob(at, body):
    return field(at, BYTES, varint(len(body)) + body)


def number(at, given):
    return field(at, VARINT, varint(given))


def field(at, wire, body):
    return varint(at << 3 | wire) + body


def varint(given):
    """Seven bits a byte, the lowest first; a negative number as its 64-bit two's complement."""
    rest = given & 0xFFFFFFFFFFFFFFFF
    parts = bytearray()
    while rest > 0x7F:
        parts.append(rest & 0x7F | 0x80)
        rest >>= 7
    return bytes(parts + bytes([rest]))
