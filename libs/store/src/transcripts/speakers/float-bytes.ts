const SIZE = Float32Array.BYTES_PER_ELEMENT;

/** Little-endian float32, on any machine. */
export function bytesOf(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * SIZE);
  for (const [at, value] of values.entries()) bytes.writeFloatLE(value, at * SIZE);
  return bytes;
}

/**
 * Reads little-endian float32 values, on any machine.
 * @param from the first value that is read, and the one behind the last
 */
export function floatsOf(bytes: Buffer, from = 0, to = Math.floor(bytes.length / SIZE)) {
  return Float32Array.from({ length: to - from }, (_, at) => bytes.readFloatLE((from + at) * SIZE));
}
