const UNITS = ['bytes', 'KiB', 'MiB', 'GiB'] as const;

/**
 * Formats a number of bytes.
 *
 * @param bytes - Zero or more.
 * @returns Such as `512 bytes`, `3.4 MiB` or `120 MiB`.
 */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit: (typeof UNITS)[number] = 'bytes';
  for (unit of UNITS) {
    if (value < 1024 || unit === 'GiB') break;
    value /= 1024;
  }
  const digits = unit !== 'bytes' && value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}
