/** Reads little-endian float32 values, on any machine. */
export function floatsOf(bytes: Buffer): Float32Array {
  const size = Float32Array.BYTES_PER_ELEMENT;
  const count = Math.floor(bytes.length / size);
  return Float32Array.from({ length: count }, (_, at) => bytes.readFloatLE(at * size));
}
