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

  const sharesOf = (order: readonly string[], count: number) => {
    const shares = dividedBySize(
      order.map((path) => ({ path })),
      count,
    );
    return shares.map((share) => share.map(({ path }) => path));
  };

  it('hold each file once, and are of about the same size', () => {
    const shares = sharesOf(paths, 2);
    expect(shares.flat().toSorted()).toEqual(paths.toSorted());
    const bytes = shares.map((share) =>
      share.reduce((sum, path) => sum + (SIZES[paths.indexOf(path)] ?? 0), 0),
    );
    expect(Math.abs((bytes[0] ?? 0) - (bytes[1] ?? 0))).toBeLessThanOrEqual(100);
  });

  it('are the same in each process, in whatever order the files are found', () => {
    const found = paths.toReversed();
    expect(sharesOf(found, 3)).toEqual(sharesOf(paths, 3));
  });

  it('are all files when there is one', () => {
    expect(sharesOf(paths, 1).flat().toSorted()).toEqual(paths.toSorted());
  });
});
