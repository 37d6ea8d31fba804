import { formatBytes } from './sizes.ts';

describe('sizes of files', () => {
  it.each([
    [0, '0 bytes'],
    [512, '512 bytes'],
    [1536, '1.5 KiB'],
    [120 * 1024 ** 2, '120 MiB'],
    [5000 * 1024 ** 3, '5000 GiB'],
  ])('shows %d bytes as %s', (bytes, shown) => {
    expect(formatBytes(bytes)).toBe(shown);
  });
});
