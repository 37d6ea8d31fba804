/** The parts of a time, each with leading zeros. */
interface ClockParts {
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
  readonly milliseconds: string;
}

function clockParts(timeMs: number): ClockParts {
  const whole = Math.max(0, Math.round(timeMs));
  const padded = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return {
    hours: padded(whole / 3_600_000),
    minutes: padded((whole / 60_000) % 60),
    seconds: padded((whole / 1000) % 60),
    milliseconds: padded(whole % 1000, 3),
  };
}

/** `01:02:03,004`: the time of an SRT cue. */
export function srtTime(timeMs: number): string {
  const { hours, minutes, seconds, milliseconds } = clockParts(timeMs);
  return `${hours}:${minutes}:${seconds},${milliseconds}`;
}

/** `01:02:03.004`: the time of a WebVTT cue. */
export function vttTime(timeMs: number): string {
  return srtTime(timeMs).replace(',', '.');
}

/** `01:02:03`: a time for people, without milliseconds. */
export function clockTime(timeMs: number): string {
  return srtTime(timeMs).slice(0, -4);
}
