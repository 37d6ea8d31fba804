import type { SegmentToCorrect } from '#store';

/** Limits of one call of the engine. */
const MAX_SEGMENTS = 40;
const MAX_CHARACTERS = 2_000;

/** Consecutive segments of one turn that are corrected together, so that each has its context. */
export function segmentGroups(
  segments: readonly SegmentToCorrect[],
): readonly (readonly SegmentToCorrect[])[] {
  const groups: SegmentToCorrect[][] = [];
  for (const segment of segments) {
    const group = groups.at(-1);
    if (group && belongsTo(group, segment)) group.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function belongsTo(group: readonly SegmentToCorrect[], segment: SegmentToCorrect): boolean {
  const characters = group.reduce((sum, { raw }) => sum + raw.length, segment.raw.length);
  return (
    group[0]?.turnId === segment.turnId &&
    group.length < MAX_SEGMENTS &&
    characters <= MAX_CHARACTERS
  );
}
