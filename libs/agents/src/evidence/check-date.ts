import type { FactDate } from '#contracts/model';
import type { LineEvidence } from './line-evidence.ts';

/** Whether a date is stated in the line, as exactly as that. */
export function isDateStated(on: FactDate, line: LineEvidence): boolean {
  return line.dates.some(
    ({ on: found }) => found.date === on.date && found.precision === on.precision,
  );
}
