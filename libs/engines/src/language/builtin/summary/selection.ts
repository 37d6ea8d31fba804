import type { Ranked } from './ranking.ts';

/** From this share of common words on, two sentences say the same. */
const SAME = 0.5;
/** Share of the sentences that are taken stretch by stretch, so that no part is left out. */
const SHARE_BY_STRETCH = 0.6;
/** What a sentence is worth less for each that its speaker already has. */
const SAME_SPEAKER = 0.85;
/** A sentence far below the best is not worth telling, even when its stretch has no better. */
const LEAST_SHARE_OF_BEST = 0.25;
/** How many of the best are looked at for the places that are left. */
const SHORT_LIST = 200;

/**
 * Chooses sentences that stand for the whole: first the best of each stretch of the conversation,
 * then the best of all, none that repeats another.
 * @returns at most `count`, in the order of the conversation
 */
export function select(ranked: readonly Ranked[], count: number): readonly Ranked[] {
  const best = ranked.reduce((most, { score }) => Math.max(most, score), 0);
  const worth = ranked.filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST);
  const chosen: Ranked[] = [];
  for (const stretch of stretches(worth, Math.ceil(count * SHARE_BY_STRETCH))) {
    take(stretch, chosen);
  }
  const shortList = [...worth].sort(byScore).slice(0, SHORT_LIST);
  while (chosen.length < count && take(shortList, chosen));
  return chosen.slice(0, count).sort((one, other) => one.place - other.place);
}

/** Whether two lists of words have so much in common that one is enough. */
export function saysTheSame(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((word) => other.includes(word)).length;
  return common / Math.max(1, Math.min(one.length, other.length)) > SAME;
}

/** Adds the best that is not there yet; `false` when there is none. */
function take(from: readonly Ranked[], chosen: Ranked[]): boolean {
  let best: Ranked | null = null;
  let most = 0;
  for (const ranked of from) {
    const worth = ranked.score * SAME_SPEAKER ** spokenBy(ranked, chosen);
    if (worth <= most || repeats(ranked, chosen)) continue;
    [best, most] = [ranked, worth];
  }
  if (best !== null) chosen.push(best);
  return best !== null;
}

function spokenBy({ statement }: Ranked, chosen: readonly Ranked[]): number {
  return chosen.filter((other) => other.statement.speaker === statement.speaker).length;
}

function repeats({ statement }: Ranked, chosen: readonly Ranked[]): boolean {
  return chosen.some((other) => saysTheSame(statement.words, other.statement.words));
}

function stretches(ranked: readonly Ranked[], count: number): readonly (readonly Ranked[])[] {
  const length = Math.ceil(ranked.length / Math.max(1, count));
  return Array.from({ length: count }, (_, n) => ranked.slice(n * length, (n + 1) * length));
}

function byScore(one: Ranked, other: Ranked): number {
  return other.score - one.score || one.place - other.place;
}
