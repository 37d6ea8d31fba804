const WARN_LEVEL = 40;
const LOUD_WORDS = new Set(['error', 'fatal', 'panic']);

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
  if (entry === null || !isLoud(entry['level'])) return null;
  const message = entry['msg'] ?? entry['message'];
  return typeof message === 'string' ? message : null;
}

/** Our parts give levels as numbers and mean their warnings for people; Temporal gives words. */
function isLoud(level: unknown): boolean {
  if (typeof level === 'number') return level >= WARN_LEVEL;
  return typeof level === 'string' && LOUD_WORDS.has(level);
}

function parse(line: string): Record<string, unknown> | null {
  try {
    return { ...(JSON.parse(line) as object) };
  } catch {
    return null;
  }
}
