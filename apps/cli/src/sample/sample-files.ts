import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The bundled recordings, relative to the built program. */
export const SAMPLES = fileURLToPath(new URL('../../../../../samples', import.meta.url));

const sampleSchema = z.object({
  title: z.string(),
  clips: z.array(z.object({ file: z.string(), speaker: z.string() })).min(1),
});

/** The sample conversation: its clips in order, with full paths. */
export type Sample = z.output<typeof sampleSchema>;

/** @param folder holds `conversation.json` and the clips */
export function readSample(folder: string): Sample {
  const text = readFileSync(path.join(folder, 'conversation.json'), 'utf8');
  const { title, clips } = sampleSchema.parse(JSON.parse(text));
  return { title, clips: clips.map((clip) => ({ ...clip, file: path.join(folder, clip.file) })) };
}
