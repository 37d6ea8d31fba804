import { createHash } from 'node:crypto';
import type { PassageReader } from './passage-answers.ts';

/**
 * Identifies everything except the text that determines what is read in a source. Sources are read
 * again when it changes.
 */
export function readerId(
  { engine, reader, context }: Omit<PassageReader, 'calls'>,
  timeZone: string,
): string {
  const { name, version } = reader;
  const determining = [engine.fingerprint, name, version, context, timeZone];
  return createHash('sha256').update(JSON.stringify(determining)).digest('hex');
}
