import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isInVerifiedShare } from './verified-share.rule.ts';

const HASHES = Array.from({ length: 2_000 }, (_, n) =>
  createHash('sha256').update(`recording ${n}`).digest('hex'),
);

describe('the share of recordings that a backup checks again', () => {
  it('contains each recording exactly once in fourteen backups, wherever they begin', () => {
    for (const first of [0, 5, 1_000_003]) {
      const rounds = Array.from({ length: 14 }, (_, n) => first + n);
      for (const hash of HASHES) {
        expect(rounds.filter((round) => isInVerifiedShare(hash, round))).toHaveLength(1);
      }
    }
  });

  it('is about a fourteenth of them', () => {
    const share = HASHES.filter((hash) => isInVerifiedShare(hash, 3)).length;
    expect(share).toBeGreaterThan(HASHES.length / 28);
    expect(share).toBeLessThan(HASHES.length / 7);
  });
});
