import { diffArrays } from 'diff';
import type { GuardText } from './elements.ts';

/**
 * Above this number of added and removed elements, a text is another one. A comparison takes the
 * square of it.
 */
const MOST_CHANGED = 400;

/** Differences with at most this many elements between them are looked at together. */
const CLOSE = 3;
/** Longest phrase that may have been taken out one word earlier. */
const FARTHEST_SLIDE = 12;
/** How many pairs of elements are compared with each other at most. */
const MOST_PAIRS = 400;

/** Elements that two texts have in common, or that differ between them; ends are exclusive. */
export interface Stretch {
  readonly same: boolean;
  readonly heardFrom: number;
  readonly heardTo: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/**
 * Where two texts agree and where they differ, in order.
 * @returns `null` when they have too little in common
 */
export function stretchesOf(heard: GuardText, now: GuardText): readonly Stretch[] | null {
  const [before, after] = [heard, now].map(({ elements }) => elements.map(({ key }) => key));
  const parts = diffArrays(before ?? [], after ?? [], { maxEditLength: MOST_CHANGED });
  if (parts === undefined) return null;
  const stretches: Stretch[] = [];
  let [heardAt, nowAt] = [0, 0];
  for (const { value, added, removed } of parts) {
    const from = { heardFrom: heardAt, nowFrom: nowAt };
    if (!added) heardAt += value.length;
    if (!removed) nowAt += value.length;
    const stretch = { same: !added && !removed, ...from, heardTo: heardAt, nowTo: nowAt };
    const last = stretches.at(-1);
    if (last !== undefined && !last.same && !stretch.same) {
      stretches[stretches.length - 1] = { ...last, heardTo: heardAt, nowTo: nowAt };
    } else {
      stretches.push(stretch);
    }
  }
  return widened(slidable(stretches, heard));
}

/**
 * Stretches with the elements before them that may have been taken out as well: of "we said we left",
 * "we said" or "said we" is missing in "we left". The rules find which one it was.
 */
function slidable(stretches: readonly Stretch[], heard: GuardText): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const before = result.at(-1);
    const by = stretch.same || before?.same !== true ? 0 : slideOf(stretch, before, heard);
    if (before === undefined || by === 0) {
      result.push(stretch);
      continue;
    }
    result.pop();
    const [heardFrom, nowFrom] = [stretch.heardFrom - by, stretch.nowFrom - by];
    if (before.heardFrom < heardFrom)
      result.push({ ...before, heardTo: heardFrom, nowTo: nowFrom });
    result.push({ ...stretch, heardFrom, nowFrom });
  }
  return result;
}

function slideOf({ heardFrom, heardTo }: Stretch, before: Stretch, heard: GuardText): number {
  const most = Math.min(FARTHEST_SLIDE, before.heardTo - before.heardFrom, heardTo - heardFrom);
  let by = 0;
  while (by < most && sounds(heard, heardFrom - 1 - by) === sounds(heard, heardTo - 1 - by))
    by += 1;
  return by;
}

function sounds(heard: GuardText, at: number): string {
  return heard.key(at).replaceAll("'", '');
}

/**
 * Stretches that differ and are close to each other as one. Of two equal comparisons, the shortest
 * may pair the wrong ones of repeated words; the rules find the pairs that can be proven.
 */
function widened(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const [first, last] = [result.at(-2), result.at(-1)];
    const isAdjacent = last?.same === false;
    const isNear = last !== undefined && last.heardTo - last.heardFrom <= CLOSE;
    const before = isAdjacent ? last : isNear && first?.same === false ? first : null;
    if (stretch.same || before === null) {
      result.push(stretch);
      continue;
    }
    const joined = { ...stretch, heardFrom: before.heardFrom, nowFrom: before.nowFrom };
    if (pairsOf(joined) <= MOST_PAIRS) result.splice(isAdjacent ? -1 : -2, 2, joined);
    else result.push(stretch);
  }
  return result;
}

function pairsOf({ heardFrom, heardTo, nowFrom, nowTo }: Stretch): number {
  return (heardTo - heardFrom) * (nowTo - nowFrom);
}
