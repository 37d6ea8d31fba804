import type { SpeakerRange, TimeRange } from '#contracts/model';
import { withOverlaps } from './overlaps.rule.ts';

/** Longer than any recording, in milliseconds. */
const FOREVER_MS = Number.MAX_SAFE_INTEGER;

/**
 * Who speaks when, once people have given ranges to speakers. Where they have, it is as they say; the latest of two wins.
 * Where two voices speak at once, they still do.
 * @param ranges in order, without overlaps; none when all is said by speaker 0
 * @param assigned in the order in which people have decided
 */
export function withAssigned(
  ranges: readonly SpeakerRange[],
  assigned: readonly SpeakerRange[],
): readonly SpeakerRange[] {
  if (assigned.length === 0) return ranges;
  const all = ranges.length > 0 ? ranges : [{ startMs: 0, endMs: FOREVER_MS, speaker: 0 }];
  const decided = assigned
    .reduce((known, given) => [...known.flatMap((range) => without(range, given)), given], all)
    .toSorted((a, b) => a.startMs - b.startMs);
  return withOverlaps(
    decided,
    ranges.filter(({ overlap }) => overlap === true),
  );
}

/** What is left of a range outside of another one. */
function without(range: SpeakerRange, { startMs, endMs }: TimeRange): readonly SpeakerRange[] {
  const before = { ...range, endMs: Math.min(range.endMs, startMs) };
  const behind = { ...range, startMs: Math.max(range.startMs, endMs) };
  return [before, behind].filter((part) => part.startMs < part.endMs);
}
