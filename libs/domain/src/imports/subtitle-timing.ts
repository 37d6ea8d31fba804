/** For how long a cue is shown, in milliseconds. */
export interface SubtitleTiming {
  readonly startMs: number;
  readonly endMs: number;
}

/** Both formats write times like this; SRT with a comma, WebVTT with a full stop. */
const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})`;
const TIMING = new RegExp(String.raw`^${TIME}\s{0,20}-->\s{0,20}${TIME}(?:\s.*)?$`);

/** Reads the line with the times of a cue; `null` when it is none. Settings after them are ignored. */
export function subtitleTiming(line: string): SubtitleTiming | null {
  const found = TIMING.exec(line);
  if (found === null) return null;
  const [, ...parts] = found;
  return { startMs: timeOf(parts.slice(0, 4)), endMs: timeOf(parts.slice(4)) };
}

function timeOf([hours = '0', minutes, seconds, fraction = '']: readonly (
  string | undefined
)[]): number {
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1_000 + Number(fraction.padEnd(3, '0'));
}
