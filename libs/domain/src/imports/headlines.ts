import { clockPrefix } from './clock-prefix.ts';

/** What the beginning of a line says of it. */
export interface LineStart {
  /** Milliseconds; `null` when it names no times. */
  readonly times: { readonly startMs: number; readonly endMs: number } | null;
  /** The rest of the line; `''` when it is only a headline. */
  readonly text: string;
}

/** As the templates of Speakr write them: a bullet before times, and the number of a line. */
const BULLET = /^[•*-]\s{1,3}(?=\[)/u;
const NUMBER = /^\d{1,7}\s{4}(?=\S)/u;
const FIRST_NUMBER = /^1\s{4}(?=\S)/u;

/** Whether the lines of a text are numbered, by its first one. */
export function isNumbered(firstLine: string): boolean {
  return FIRST_NUMBER.test(firstLine);
}

/** Takes from the beginning of a line what is not said. @param numbered whether lines have numbers */
export function lineStart(line: string, numbered: boolean): LineStart {
  const plain = (numbered ? line.replace(NUMBER, '') : line).replace(BULLET, '');
  const timed = clockPrefix(plain);
  if (timed === null) return { times: null, text: plain };
  const { startMs, endMs, text } = timed;
  return { times: { startMs, endMs }, text };
}

/** A line that names only who speaks in the lines below it, such as `Ada Lovelace:`. */
const NAME_ALONE = /^([^:\n]{1,80}):$/u;

/** The name in a line that has nothing else, without its colon; `null` for any other line. */
export function nameAlone(line: string): string | null {
  return NAME_ALONE.exec(line)?.[1]?.trim() ?? null;
}
