import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonOf } from '#platform';

/** A line of a file of edits. */
export const editCaseSchema = z
  .object({
    kind: z.string().default('edits'),
    raw: z.string(),
    corrected: z.string().optional(),
    edited: z.string().optional(),
    glossary: z.array(z.string()).default([]),
    mayPass: z.boolean(),
  })
  .transform(({ corrected, edited, ...rest }, context) => {
    const answer = corrected ?? edited;
    if (answer !== undefined) return { ...rest, corrected: answer };
    context.addIssue('neither `corrected` nor `edited` is there');
    return z.NEVER;
  });

/** An answer of an engine, and whether it may reach a transcript. */
export type EditCase = z.output<typeof editCaseSchema>;

/**
 * Reads cases from a file of JSON lines.
 * @throws Error naming the line that is not a case
 */
export function readEditCases(file: string | URL): readonly EditCase[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = editCaseSchema.safeParse(jsonOf(line));
      if (parsed.success) return [parsed.data];
      throw new Error(
        `${String(file)}: line ${at + 1} is no case: ${z.prettifyError(parsed.error)}`,
      );
    });
}

/**
 * Committed cases. The rules were made with those of `seen` in view. Those of `held-out` were written
 * before the rules and are only measured.
 */
export const EDIT_CASE_FILES = {
  seen: new URL('../cases/seen.jsonl', import.meta.url),
  heldOut: new URL('../cases/held-out.jsonl', import.meta.url),
} as const;
