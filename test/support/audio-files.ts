import path from 'node:path';

const AUDIO = path.resolve(import.meta.dirname, '../audio');

/** The spoken text of every file in `test/audio/formats`. */
export const FORMAT_SENTENCE =
  'Please remember to water the plants in the kitchen and to close the window before you leave the house.';

/** The same sentence in one format: `mp3`, `opus.ogg`, … */
export function formatFile(name: string): string {
  return path.join(AUDIO, 'formats', name);
}

/** An invalid or unusual file. */
export function faultyFile(name: string): string {
  return path.join(AUDIO, 'faulty', name);
}
