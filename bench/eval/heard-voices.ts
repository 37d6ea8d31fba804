import { writeFile } from 'node:fs/promises';
import type { HeardVoices, VoiceEngine } from '#engines';
import {
  composed,
  type ComposedConversation,
  type Composition,
  type Voices,
} from '../../test/support/composed-conversation.ts';
import { floatWav } from '../../test/support/float-wav.ts';

const CHUNK_MS = 28_000;

/** A conversation to compose, and what becomes of its sound. */
export interface VoiceCase extends Composition {
  readonly name: string;
  readonly of?: (samples: Float64Array) => Float64Array;
}

/** A composed conversation with its changed sound, and the voices that are heard in it. */
export async function hearCase(
  engine: VoiceEngine,
  voices: Voices,
  { name: _name, of, ...composition }: VoiceCase,
  file: string,
): Promise<{ readonly conversation: ComposedConversation; readonly heard: HeardVoices }> {
  const plain = composed(voices, composition);
  const conversation = { ...plain, samples: of?.(plain.samples) ?? plain.samples };
  return { conversation, heard: await hearVoices(engine, conversation.samples, file) };
}

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
