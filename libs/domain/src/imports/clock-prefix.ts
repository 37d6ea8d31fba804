/** A line without the times at its beginning. */
export interface TimedText {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

const CLOCK = String.raw`(\d{1,3}):(\d{2})(?::(\d{2}))?`;
const PREFIX = new RegExp(
  String.raw`^\[${CLOCK}(?:\s{0,3}(?:-->|->|-|–)\s{0,3}${CLOCK})?\](?:\s{0,3}(?=\S)|$)`,
);

/**
 * Takes `[0:05 --> 0:09]` or `[00:00:05]` from the beginning of a line; `null` when there is none. A
 * line that says only when it begins has no length.
 */
export function clockPrefix(line: string): TimedText | null {
  const found = PREFIX.exec(line);
  if (found === null) return null;
  const [whole, ...parts] = found;
  const startMs = timeOf(parts.slice(0, 3));
  const endMs = parts[3] === undefined ? startMs : timeOf(parts.slice(3));
  return { startMs, endMs: Math.max(startMs, endMs), text: line.slice(whole.length) };
}

/** Hours, minutes and seconds, or minutes and seconds. */
function timeOf([first, second, third]: readonly (string | undefined)[]): number {
  const minutes = third === undefined ? Number(first) : Number(first) * 60 + Number(second);
  return (minutes * 60 + Number(third ?? second)) * 1_000;
}
