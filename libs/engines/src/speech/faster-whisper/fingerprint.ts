import { createHash } from 'node:crypto';
import type { EngineDetails } from './speech-messages.schema.ts';

/** The fingerprint of an engine, from everything that determines its output. */
export function fingerprintOf(engine: string, details: EngineDetails): string {
  const entries = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  return `${engine}:${digest.slice(0, 32)}`;
}
