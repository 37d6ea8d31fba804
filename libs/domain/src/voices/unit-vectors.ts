/** Vectors of length 1, all of one size, and nothing else known of them. */
export type UnitVectors = readonly Float32Array[];

/** The vector with length 1; one without a direction stays as it is. */
export function unit(vector: ArrayLike<number>): Float32Array {
  const values = Float32Array.from(vector);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? values.map((value) => value / length) : values;
}

/** The product of two vectors: of length 1, the cosine of the angle between them. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The cosine of each pair: entry `i * count + j` is that of vectors `i` and `j`. */
export function cosines(vectors: UnitVectors): Float64Array {
  const count = vectors.length;
  const table = new Float64Array(count * count);
  for (const [i, a] of vectors.entries()) {
    for (let j = i; j < count; j += 1) {
      const b = vectors[j];
      const value = b === undefined ? 0 : cosine(a, b);
      table[i * count + j] = value;
      table[j * count + i] = value;
    }
  }
  return table;
}

/** The sum of vectors, with length 1. */
export function meanDirection(vectors: UnitVectors): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [i, value] of vector.entries()) sum[i] = (sum[i] ?? 0) + value;
  return unit(sum);
}
