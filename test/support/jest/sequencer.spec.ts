import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../temporary-folder.ts';
import { dividedBySize } from './sequencer.mjs';

const SIZES = [900, 500, 400, 300, 300, 100];

describe('the shares of spec files', () => {
  let folder: string;
  let paths: string[];
  beforeAll(async () => {
    folder = await temporaryFolder('shares');
    paths = SIZES.map((_, index) => join(folder, `${index}.spec.ts`));
    await Promise.all(paths.map((path, index) => writeFile(path, 'x'.repeat(SIZES[index] ?? 0))));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sharesOf = (order: readonly string[], ...sizes: readonly number[]) => {
    const shares = dividedBySize(
      order.map((path) => ({ path })),
      sizes,
    );
    return shares.map((share) => share.map(({ path }) => path));
  };

  it.each([
    [1, 1],
    [1, 2],
    [3, 2],
  ])('hold each file once, and are about as large as wanted: %d to %d', (...sizes) => {
    const shares = sharesOf(paths, ...sizes);
    expect(shares.flat().toSorted()).toEqual(paths.toSorted());
    const [one = 0, other = 0] = shares.map((share, at) => {
      const bytes = share.reduce((sum, path) => sum + (SIZES[paths.indexOf(path)] ?? 0), 0);
      return bytes / (sizes[at] ?? 1);
    });
    expect(Math.abs(one - other)).toBeLessThanOrEqual(150);
  });

  it('are the same in each process, in whatever order the files are found', () => {
    const found = paths.toReversed();
    expect(sharesOf(found, 1, 2, 3)).toEqual(sharesOf(paths, 1, 2, 3));
  });

  it('are all files when there is one', () => {
    expect(sharesOf(paths, 1).flat().toSorted()).toEqual(paths.toSorted());
  });
});
