import type { SummaryPoint } from '#contracts/model';
import { evidenceLines, type EvidenceLine } from '#engines';
import type { SpokenTurn } from '#store';

/** Lines before and after a cited one that explain it. */
const AROUND = 2;

/**
 * The lines that points cite, with those around them: what a summary that is made from the points can rest
 * on. It takes time in proportion to the number of cited turns.
 * @param turns of the whole conversation
 */
export function citedLines(
  points: readonly SummaryPoint[],
  turns: readonly SpokenTurn[],
): readonly EvidenceLine[] {
  const turnIds = new Set(points.flatMap((point) => point.turnIds));
  const segmentIds = new Set(
    points.flatMap(({ segments = [] }) => segments.map(({ segmentId }) => segmentId)),
  );
  const near = nearTo(turns, ({ turnId }) => turnIds.has(turnId));
  return near.flatMap((turn) => {
    const lines = evidenceLines([turn]);
    const isCited = ({ segments }: EvidenceLine) =>
      segments.some(({ segmentId }) => segmentIds.has(segmentId));
    return lines.some(isCited) ? nearTo(lines, isCited) : lines.slice(0, LINES_OF_TURN);
  });
}

/** Of a turn beside a cited one, as much as may explain that. */
const LINES_OF_TURN = 50;

/** The items that are wanted, and those around them, in order. */
function nearTo<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): readonly Item[] {
  const near = new Set<number>();
  for (const [at, item] of items.entries()) {
    if (!isWanted(item)) continue;
    for (let n = Math.max(0, at - AROUND); n <= at + AROUND; n += 1) near.add(n);
  }
  return items.filter((_, at) => near.has(at));
}
