import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SpokenText } from '#contracts/model';

/** A line of a file of dialogues: what was said, and how much each turn matters, 0 to 3. */
const dialogueSchema = z.object({
  title: z.string().optional(),
  turns: z
    .array(
      z.object({
        speaker: z.string(),
        text: z.string(),
        importance: z.number().min(0).max(3),
        /** Turns of other sittings are not the dialogue before a turn. */
        session: z.union([z.string(), z.number()]).optional(),
      }),
    )
    .min(1),
});
export type Dialogue = z.output<typeof dialogueSchema>;

/** Number of turns before a memory that the product gives to an engine. */
const TURNS_BEFORE = 6;

/**
 * Reads dialogues.
 * @param place a file of JSON lines, or a folder with such files (`*.jsonl`)
 * @throws Error that names the file and the line which is no dialogue
 */
export function readDialogues(place: string): readonly Dialogue[] {
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => path.join(place, name))
    : [place];
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [dialogueOf(line, file, index + 1)])),
  );
}

function dialogueOf(line: string, file: string, number: number): Dialogue {
  try {
    return dialogueSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Line ${number} of ${file} is no dialogue.`, { cause });
  }
}

/** The turns before a turn that an engine gets with it. @param at index of the turn */
export function dialogueBefore({ turns }: Dialogue, at: number): readonly SpokenText[] {
  const session = turns[at]?.session;
  return turns
    .slice(Math.max(0, at - TURNS_BEFORE), at)
    .filter((turn) => turn.session === session)
    .map(({ speaker, text }) => ({ speaker, text }));
}
