import { z } from 'zod';

const WARN_LEVEL = 40;
const LOUD_WORDS = new Set(['error', 'fatal', 'panic']);
const entrySchema = z.object({
  level: z.union([z.number(), z.string()]),
  msg: z.string().optional(),
});

/**
 * What to show a person of a line that a part logged: the message of a warning or worse, `null` for
 * all else. Knows the JSON of our own parts, of Temporal, and the text of PostgreSQL.
 */
export function noteworthy(line: string): string | null {
  if (line.startsWith('{')) return fromJson(line);
  return / PANIC: /.test(line) ? line : null;
}

function fromJson(line: string): string | null {
  const entry = parse(line);
  if (entry === null || !isLoud(entry.level)) return null;
  return entry.msg ?? null;
}

/** Our parts give levels as numbers and mean their warnings for people; Temporal gives words. */
function isLoud(level: number | string): boolean {
  return typeof level === 'number' ? level >= WARN_LEVEL : LOUD_WORDS.has(level);
}

function parse(line: string): z.output<typeof entrySchema> | null {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
