import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The recordings that come with Afterword, seen from the built program. */
export const SAMPLES = fileURLToPath(new URL('../../../../../samples', import.meta.url));

const sampleSchema = z.object({
  title: z.string(),
  clips: z.array(z.object({ file: z.string(), speaker: z.string() })).min(1),
});

/** The sample conversation: its clips in their order, with full paths. */
export type Sample = z.output<typeof sampleSchema>;

/** @param folder the one that holds `conversation.json` and the clips */
export function readSample(folder: string): Sample {
  const text = readFileSync(path.join(folder, 'conversation.json'), 'utf8');
  const { title, clips } = sampleSchema.parse(JSON.parse(text));
  return { title, clips: clips.map((clip) => ({ ...clip, file: path.join(folder, clip.file) })) };
}
