import { writeFile } from 'node:fs/promises';
import type { HeardVoices, VoiceEngine } from '#engines';
import { floatWav } from '../../test/support/float-wav.ts';

const CHUNK_MS = 28_000;

/**
 * The voices in a recording, chunk by chunk as the product hears them.
 * @param samples at 16 kHz
 * @param file where they may be written for the engine
 */
export async function hearVoices(
  engine: VoiceEngine,
  samples: Float64Array,
  file: string,
): Promise<HeardVoices> {
  await writeFile(file, floatWav(samples, 16_000));
  const call = { signal: new AbortController().signal };
  const parts: HeardVoices[] = [];
  for (let startMs = 0; startMs < samples.length / 16; startMs += CHUNK_MS) {
    parts.push(await engine.voices({ path: file, startMs, endMs: startMs + CHUNK_MS }, call));
  }
  return {
    regions: parts.flatMap(({ regions }) => regions),
    overlaps: parts.flatMap(({ overlaps }) => overlaps),
    windows: parts.flatMap(({ windows }) => windows),
  };
}
