import type { HeardSegment, HeardWord, SpeakerRange, TimeRange } from '#contracts/model';

/** A word of which less than this share is within overlaps is not marked: times of words are not exact. */
const LEAST_SHARE = 0.5;

/**
 * Marks where another voice is heard at the same time. One voice alone cannot overlap: without a second speaker, nothing
 * is marked.
 * @param turns who speaks when, in order, without overlaps
 * @param overlaps where two voices speak at once, in order
 * @returns the same turns, cut where overlaps begin and end
 */
export function withOverlaps(
  turns: readonly SpeakerRange[],
  overlaps: readonly TimeRange[],
): readonly SpeakerRange[] {
  if (new Set(turns.map(({ speaker }) => speaker)).size < 2) return turns;
  let first = 0;
  return turns.flatMap((turn) => {
    while ((overlaps[first]?.endMs ?? Infinity) <= turn.startMs) first += 1;
    const within: TimeRange[] = [];
    for (let n = first; (overlaps[n]?.startMs ?? Infinity) < turn.endMs; n += 1) {
      const overlap = overlaps[n];
      if (overlap) within.push(overlap);
    }
    return cutAt(turn, within);
  });
}

/** The parts of a turn within overlaps and between them. */
function cutAt(turn: SpeakerRange, overlaps: readonly TimeRange[]): readonly SpeakerRange[] {
  const { speaker } = turn;
  const parts: SpeakerRange[] = [];
  let fromMs = turn.startMs;
  for (const overlap of overlaps) {
    const startMs = Math.max(fromMs, overlap.startMs);
    const endMs = Math.min(turn.endMs, overlap.endMs);
    parts.push({ startMs: fromMs, endMs: startMs, speaker });
    parts.push({ startMs, endMs, speaker, overlap: true });
    fromMs = endMs;
  }
  parts.push({ startMs: fromMs, endMs: turn.endMs, speaker });
  return parts.filter(({ startMs, endMs }) => startMs < endMs);
}

/**
 * The segment with its words marked where two voices speak at once, and no others. Who is heard there may be somebody
 * else, so it is never said with certainty whose words they are.
 * @param turns in order
 */
export function withMarkedWords(
  segment: HeardSegment,
  turns: readonly SpeakerRange[],
): HeardSegment {
  const overlaps = turns.filter(
    ({ overlap, startMs, endMs }) =>
      overlap === true && startMs < segment.endMs && segment.startMs < endMs,
  );
  if (overlaps.length === 0 && !segment.words.some(({ overlap }) => overlap)) return segment;
  return { ...segment, words: segment.words.map((word) => marked(word, overlaps)) };
}

function marked({ overlap: _before, ...word }: HeardWord, overlaps: readonly TimeRange[]) {
  const shared = overlaps.reduce(
    (sum, { startMs, endMs }) =>
      sum + Math.max(0, Math.min(endMs, word.endMs) - Math.max(startMs, word.startMs)),
    0,
  );
  const lengthMs = word.endMs - word.startMs;
  // A word without a length is within an overlap or not.
  const isWithin =
    lengthMs > 0
      ? shared >= lengthMs * LEAST_SHARE
      : overlaps.some((range) => range.startMs <= word.startMs && word.startMs < range.endMs);
  return isWithin ? { ...word, overlap: true as const } : word;
}
