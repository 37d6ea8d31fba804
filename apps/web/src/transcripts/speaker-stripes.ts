import type { TimelineEntry } from './timeline.ts';

/** A part of a recording that is coloured by who speaks. Shares of the whole length, from 0 to 1. */
export interface SpeakerStripe {
  readonly from: number;
  readonly to: number;
  readonly tint: number;
}

/** A narrower stripe is not seen on any screen. */
const NARROWEST = 1 / 1_000;

/**
 * Where which speaker is heard in a conversation. What follows by the same speaker is one stripe; so are short pauses, and
 * what is too short to be seen.
 *
 * @param timeline - The timeline of all turns.
 * @param tints - Number of the colour of each speaker, by name.
 */
export function speakerStripes(
  timeline: readonly TimelineEntry[],
  tints: ReadonlyMap<string, number>,
): readonly SpeakerStripe[] {
  const lengthMs = timeline.reduce((most, { endMs }) => Math.max(most, endMs), 0);
  if (lengthMs === 0) return [];
  const heard = timeline
    .flatMap(({ turn, startMs }) =>
      turn.segments.map((segment) => ({
        from: (startMs + segment.startMs) / lengthMs,
        to: (startMs + segment.endMs) / lengthMs,
        tint: tints.get(turn.speaker) ?? 1,
      })),
    )
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const stripes: SpeakerStripe[] = [];
  for (const piece of heard) {
    const last = stripes.at(-1);
    if (last?.tint === piece.tint) stripes[stripes.length - 1] = joined(last, piece);
    else if (piece.to - (last?.to ?? 0) >= NARROWEST)
      stripes.push({ ...piece, from: Math.max(piece.from, last?.to ?? 0) });
  }
  return stripes;
}

function joined(one: SpeakerStripe, next: SpeakerStripe): SpeakerStripe {
  return { ...one, to: Math.max(one.to, next.to) };
}

/** The stripes as a background of CSS; `none` without any. */
export function stripesBackground(stripes: readonly SpeakerStripe[]): string {
  if (stripes.length === 0) return 'none';
  const stops = stripes.flatMap(({ from, to, tint }) => {
    const [start, end] = [percent(from), percent(to)];
    return [`transparent ${start}`, `var(--tint-${tint}) ${start} ${end}`, `transparent ${end}`];
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
