import { z } from 'zod';

const WARN_LEVEL = 40;
const LOUD_WORDS = new Set(['error', 'fatal', 'panic']);
const entrySchema = z.object({
  level: z.union([z.number(), z.string()]),
  msg: z.string().optional(),
});

/**
 * The message to show on the terminal for a line that a part logged: that of a warning or worse,
 * `null` for any other line. Understands the JSON of our own parts and of Temporal, and PostgreSQL's
 * text format.
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

/** Our parts log numeric levels, and their warnings are meant for users; Temporal logs level names. */
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
