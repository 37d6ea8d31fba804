import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Orders the spec files as Jest does, but divides them into shares of about the same size. */
export default class BalancedSequencer extends Sequencer {
  /**
   * @template {{ path: string }} Test
   * @param {Test[]} tests all files
   * @param {{ shardIndex: number, shardCount: number }} share counted from 1
   * @returns {Test[]} the files of the share
   */
  shard(tests, { shardIndex, shardCount }) {
    return dividedBySize(tests, shardCount)[shardIndex - 1] ?? [];
  }
}

/**
 * Divides files into shares of about the same number of bytes, which is about the same time: each file, the
 * largest first, goes to the smallest share.
 * @template {{ path: string }} File
 * @param {readonly File[]} files in any order
 * @param {number} count of shares
 * @returns {File[][]}
 */
export function dividedBySize(files, count) {
  const shares = Array.from({ length: count }, () => ({
    bytes: 0,
    files: /** @type {File[]} */ ([]),
  }));
  const sized = files.map((file) => ({ file, bytes: statSync(file.path).size }));
  sized.sort((a, b) => b.bytes - a.bytes || a.file.path.localeCompare(b.file.path));
  for (const { file, bytes } of sized) {
    const smallest = shares.reduce((least, each) => (each.bytes < least.bytes ? each : least));
    smallest.bytes += bytes;
    smallest.files.push(file);
  }
  return shares.map((share) => share.files);
}
