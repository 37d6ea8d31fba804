import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { symmetricEigen, symmetricEigenvalues } from './symmetric-eigen.ts';

function randomSymmetric(size: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      matrix[i * size + j] = random() - 0.5;
      matrix[j * size + i] = matrix[i * size + j]!;
    }
  }
  return matrix;
}

describe('the eigenvalues of a symmetric matrix', () => {
  it.each([1, 2, 3, 7, 40])('solve the equation of its eigenvectors, for size %i', (size) => {
    const matrix = randomSymmetric(size, size);
    const { values, vectors } = symmetricEigen(matrix, size);
    for (let k = 0; k < size; k += 1) {
      for (let i = 0; i < size; i += 1) {
        let product = 0;
        for (let j = 0; j < size; j += 1) product += matrix[i * size + j]! * vectors[j * size + k]!;
        expect(product).toBeCloseTo(values[k]! * vectors[i * size + k]!, 9);
      }
    }
    expect(symmetricEigenvalues(matrix, size)).toEqual(values);
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
  });

  it('has eigenvectors of length 1, at right angles', () => {
    const size = 20;
    const { vectors } = symmetricEigen(randomSymmetric(size, 3), size);
    for (let k = 0; k < size; k += 1) {
      for (let l = 0; l < size; l += 1) {
        let product = 0;
        for (let i = 0; i < size; i += 1)
          product += vectors[i * size + k]! * vectors[i * size + l]!;
        expect(product).toBeCloseTo(k === l ? 1 : 0, 9);
      }
    }
  });

  it('counts the parts of a graph: as many zeros of its Laplacian', () => {
    const size = 9;
    const laplacian = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        if (i % 3 !== j % 3) continue;
        laplacian[i * size + j] = i === j ? 2 : -1;
      }
    }
    const rounded = [...symmetricEigenvalues(laplacian, size)].map((value) => Math.round(value));
    expect(rounded.map(Math.abs)).toEqual([0, 0, 0, 3, 3, 3, 3, 3, 3]);
  });

  it('changes nothing of a diagonal matrix, and of zeros', () => {
    expect([...symmetricEigenvalues(Float64Array.of(3, 0, 0, -1), 2)]).toEqual([-1, 3]);
    expect([...symmetricEigenvalues(new Float64Array(16), 4)]).toEqual([0, 0, 0, 0]);
  });
});
