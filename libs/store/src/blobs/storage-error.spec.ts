import { describe, expect, it } from '@jest/globals';
import { storageErrorOf } from './storage-error.ts';

const ofSystem = (code: string) => Object.assign(new Error(code), { code });

describe('an error while bytes are written', () => {
  it.each([
    ['ENOSPC', 'storage_full'],
    ['EDQUOT', 'storage_full'],
    ['EROFS', 'storage_unavailable'],
    ['EACCES', 'storage_unavailable'],
    ['EIO', 'storage_unavailable'],
  ])('of the disk has a code: %s', (code, expected) => {
    expect(storageErrorOf(ofSystem(code))).toMatchObject({ code: expected });
  });

  it('that is another one stays as it is', () => {
    for (const error of [new Error('broken'), ofSystem('ECONNRESET'), null]) {
      expect(storageErrorOf(error)).toBe(error);
    }
  });
});
