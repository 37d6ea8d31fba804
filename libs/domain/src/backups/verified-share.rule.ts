/** In so many backups each recording is read and hashed once. */
const ROUNDS = 14;
const HEX = 16;

/**
 * Whether a backup reads and hashes a recording that earlier ones have checked: a fourteenth of them
 * each time, so that every recording is checked once in two weeks of nightly backups.
 * @param sha256 hash of the recording in hexadecimal; evenly distributed
 * @param round grows by one with each backup
 */
export function isInVerifiedShare(sha256: string, round: number): boolean {
  return Number.parseInt(sha256.slice(0, 6), HEX) % ROUNDS === round % ROUNDS;
}
