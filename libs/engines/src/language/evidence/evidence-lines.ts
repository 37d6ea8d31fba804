import type { Source } from '../cited.ts';
import type { SummaryTurn } from '../language-engine.port.ts';

/** What can be cited: a segment of a recorded turn, or a typed turn as a whole. */
export interface EvidenceLine extends Source {
  readonly speaker: string;
  readonly text: string;
  /** The day on which it was said, to which relative dates refer (ISO 8601); `null` if unknown. */
  readonly saidOn: string | null;
}

/** The lines of turns, in order. */
export function evidenceLines(turns: readonly SummaryTurn[]): readonly EvidenceLine[] {
  return turns.flatMap(linesOf);
}

function linesOf({
  turnId,
  speaker,
  text,
  saidOn,
  segments = [],
}: SummaryTurn): readonly EvidenceLine[] {
  const said = { turnId, speaker, saidOn: saidOn ?? null };
  if (segments.length === 0) return [{ ...said, segments: [], text }];
  return segments.map(({ segmentId, startMs, from }, at) => ({
    ...{ ...said, segments: [{ turnId, segmentId, startMs }] },
    text: text.slice(from, segments[at + 1]?.from).trim(),
  }));
}
