import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** How large the shares of files are, by their number: the lanes in which three run have other parts as well. */
const SIZES_OF_SHARES = new Map([[3, [1, 2, 3]]]);

/** Orders the spec files as Jest does, but divides them into shares by their size. */
export default class BalancedSequencer extends Sequencer {
  /**
   * @template {{ path: string }} Test
   * @param {Test[]} tests all files
   * @param {{ shardIndex: number, shardCount: number }} share counted from 1
   * @returns {Test[]} the files of the share
   */
  shard(tests, { shardIndex, shardCount }) {
    const sizes = SIZES_OF_SHARES.get(shardCount) ?? Array(shardCount).fill(1);
    return dividedBySize(tests, sizes)[shardIndex - 1] ?? [];
  }
}

/**
 * Divides files into shares by their number of bytes, which is about their time: each file, the largest first, goes
 * to the share that then has least for its size.
 * @template {{ path: string }} File
 * @param {readonly File[]} files in any order
 * @param {readonly number[]} sizes of the shares, in proportion to each other
 * @returns {File[][]}
 */
export function dividedBySize(files, sizes) {
  const shares = sizes.map((size) => ({ size, bytes: 0, files: /** @type {File[]} */ ([]) }));
  const sized = files.map((file) => ({ file, bytes: statSync(file.path).size }));
  sized.sort((a, b) => b.bytes - a.bytes || a.file.path.localeCompare(b.file.path));
  for (const { file, bytes } of sized) {
    const emptiest = shares.reduce((least, each) =>
      (each.bytes + bytes) / each.size < (least.bytes + bytes) / least.size ? each : least,
    );
    emptiest.bytes += bytes;
    emptiest.files.push(file);
  }
  return shares.map((share) => share.files);
}
