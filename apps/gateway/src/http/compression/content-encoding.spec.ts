import { describe, expect, it } from '@jest/globals';
import { chooseEncoding } from './content-encoding.ts';

describe('the encoding of content', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5, br;q=0.1', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['gzip;q=1.0, identity;q=0.5, *;q=0', 'gzip'],
    ['identity, gzip;q=0.5', null],
    ['*;q=0', null],
    ['gzip;q=0', null],
    ['deflate, zstd', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('that a client accepts with %s is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });
});
