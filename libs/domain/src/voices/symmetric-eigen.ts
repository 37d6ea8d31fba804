/** A dense square matrix, row after row. */
export type SquareMatrix = Float64Array;

/** Eigenvalues in ascending order. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row `i` holds component `i` of every eigenvector: `vectors[i * size + k]` is of value `k`. */
  readonly vectors: SquareMatrix;
}

/** More steps than the QL iteration needs for one eigenvalue of any matrix of finite numbers. */
const MOST_STEPS = 60;

/**
 * The eigenvalues of a symmetric matrix, in ascending order.
 * @param matrix finite numbers; not changed
 */
export function symmetricEigenvalues(matrix: SquareMatrix, size: number): Float64Array {
  const reduced = tridiagonal(matrix, size, false);
  diagonalise(reduced, size, null);
  return reduced.diagonal.sort();
}

/** The eigenvalues and the eigenvectors of length 1 of a symmetric matrix. Takes three times as long. */
export function symmetricEigen(matrix: SquareMatrix, size: number): Eigen {
  const reduced = tridiagonal(matrix, size, true);
  diagonalise(reduced, size, reduced.basis);
  const order = [...reduced.diagonal.keys()].sort(
    (a, b) => (reduced.diagonal[a] ?? 0) - (reduced.diagonal[b] ?? 0),
  );
  const vectors = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (const [column, from] of order.entries()) {
      vectors[row * size + column] = reduced.basis[row * size + from] ?? 0;
    }
  }
  return { values: reduced.diagonal.sort(), vectors };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Element `i` is beside the diagonal elements `i - 1` and `i`; element 0 is not used. */
  readonly beside: Float64Array;
  /** The columns are the basis in which the matrix is tridiagonal, if it was asked for. */
  readonly basis: SquareMatrix;
}

/** Householder's reduction (Golub and Van Loan, Matrix Computations, section 8.3.1). */
function tridiagonal(matrix: SquareMatrix, size: number, withBasis: boolean): Tridiagonal {
  const a = Float64Array.from(matrix);
  const at = (row: number, column: number) => a[row * size + column] ?? 0;
  const beside = new Float64Array(size);
  const reflections: { readonly first: number; readonly v: Float64Array }[] = [];
  for (let k = 0; k < size - 2; k += 1) {
    const v = Float64Array.from({ length: size - k - 1 }, (_, i) => at(k + 1 + i, k));
    const norm = normOf(v);
    const alpha = (v[0] ?? 0) > 0 ? -norm : norm;
    beside[k + 1] = alpha;
    v[0] = (v[0] ?? 0) - alpha;
    const length = normOf(v);
    if (length === 0) continue;
    for (let i = 0; i < v.length; i += 1) v[i] = (v[i] ?? 0) / length;
    reflect(a, size, k + 1, v);
    reflections.push({ first: k + 1, v });
  }
  if (size > 1) beside[size - 1] = at(size - 1, size - 2);
  const diagonal = Float64Array.from({ length: size }, (_, i) => at(i, i));
  return { diagonal, beside, basis: withBasis ? basisOf(reflections, size) : new Float64Array(0) };
}

/** Applies a reflection from both sides to the part of a symmetric matrix from `first` on. */
function reflect(a: SquareMatrix, size: number, first: number, v: Float64Array): void {
  const count = v.length;
  const p = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const row = (first + i) * size + first;
    let sum = 0;
    for (let j = 0; j < count; j += 1) sum += (a[row + j] ?? 0) * (v[j] ?? 0);
    p[i] = 2 * sum;
  }
  const half = dot(p, v);
  for (let i = 0; i < count; i += 1) p[i] = (p[i] ?? 0) - half * (v[i] ?? 0);
  for (let i = 0; i < count; i += 1) {
    const row = (first + i) * size + first;
    const [vi, pi] = [v[i] ?? 0, p[i] ?? 0];
    for (let j = 0; j < count; j += 1) {
      a[row + j] = (a[row + j] ?? 0) - vi * (p[j] ?? 0) - pi * (v[j] ?? 0);
    }
  }
}

function basisOf(
  reflections: readonly { readonly first: number; readonly v: Float64Array }[],
  size: number,
): SquareMatrix {
  const basis = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) basis[i * size + i] = 1;
  for (const { first, v } of [...reflections].reverse()) {
    const sums = new Float64Array(size);
    for (let i = 0; i < v.length; i += 1) {
      const row = (first + i) * size;
      for (let j = 0; j < size; j += 1)
        sums[j] = (sums[j] ?? 0) + (v[i] ?? 0) * (basis[row + j] ?? 0);
    }
    for (let i = 0; i < v.length; i += 1) {
      const row = (first + i) * size;
      const twice = 2 * (v[i] ?? 0);
      for (let j = 0; j < size; j += 1)
        basis[row + j] = (basis[row + j] ?? 0) - twice * (sums[j] ?? 0);
    }
  }
  return basis;
}

/**
 * QL with implicit shifts, which makes `diagonal` the eigenvalues (H. Bowdler and others, "The QR and QL
 * Algorithms for Symmetric Matrices", Numerische Mathematik 11, 1968).
 * @param basis its columns become the eigenvectors; `null` leaves them out
 */
function diagonalise({ diagonal, beside }: Tridiagonal, size: number, basis: SquareMatrix | null) {
  // Element `i` beside the diagonal elements `i` and `i + 1`.
  const e = Float64Array.from({ length: size }, (_, i) => beside[i + 1] ?? 0);
  for (let low = 0; low < size; low += 1) {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const high = endOfBlock(diagonal, e, low, size);
      if (high === low) break;
      rotate(diagonal, e, { low, high, size }, basis);
    }
  }
}

/** The last row of the block that begins with a row: what is beside the diagonal behind it is zero. */
function endOfBlock(d: Float64Array, e: Float64Array, low: number, size: number): number {
  let high = low;
  while (high < size - 1) {
    const scale = Math.abs(d[high] ?? 0) + Math.abs(d[high + 1] ?? 0);
    if (Math.abs(e[high] ?? 0) <= Number.EPSILON * scale) break;
    high += 1;
  }
  return high;
}

function rotate(
  d: Float64Array,
  e: Float64Array,
  { low, high, size }: { readonly low: number; readonly high: number; readonly size: number },
  basis: SquareMatrix | null,
): void {
  const [d0, e0] = [d[low] ?? 0, e[low] ?? 0];
  const slope = ((d[low + 1] ?? 0) - d0) / (2 * e0);
  const root = Math.hypot(slope, 1);
  let g = (d[high] ?? 0) - d0 + e0 / (slope + (slope < 0 ? -root : root));
  let [sine, cosine, p] = [1, 1, 0];
  for (let i = high - 1; i >= low; i -= 1) {
    const f = sine * (e[i] ?? 0);
    const b = cosine * (e[i] ?? 0);
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] ?? 0) - p;
      e[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    const shifted = (d[i + 1] ?? 0) - p;
    const turned = ((d[i] ?? 0) - shifted) * sine + 2 * cosine * b;
    p = sine * turned;
    d[i + 1] = shifted + p;
    g = cosine * turned - b;
    if (basis !== null) turnColumns(basis, size, i, sine, cosine);
  }
  d[low] = d0 - p;
  e[low] = g;
  e[high] = 0;
}

function turnColumns(basis: SquareMatrix, size: number, i: number, sine: number, cosine: number) {
  for (let row = 0; row < basis.length; row += size) {
    const [left, right] = [basis[row + i] ?? 0, basis[row + i + 1] ?? 0];
    basis[row + i + 1] = sine * left + cosine * right;
    basis[row + i] = cosine * left - sine * right;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function normOf(v: Float64Array): number {
  return Math.sqrt(dot(v, v));
}
