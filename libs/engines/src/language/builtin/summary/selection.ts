import type { Ranked } from './ranking.ts';

/** Above this share of common words, two sentences count as repetitions of each other. */
const SAME = 0.5;
/** Share of the sentences that are selected section by section, so that no part is left out. */
const SHARE_BY_SECTION = 0.6;
/** Factor on the score of a sentence for each selected sentence of the same speaker. */
const SAME_SPEAKER = 0.85;
/** Minimum score relative to the best sentence, even when a section has no better one. */
const LEAST_SHARE_OF_BEST = 0.25;
/** Number of best sentences that are considered for the remaining places. */
const SHORT_LIST = 200;

/**
 * Selects representative sentences: first the best of each section of the conversation, then the
 * best of all, without repetitions.
 * @returns at most `count`, in the order of the conversation
 */
export function select(ranked: readonly Ranked[], count: number): readonly Ranked[] {
  const best = ranked.reduce((most, { score }) => Math.max(most, score), 0);
  const worth = ranked.filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST);
  const chosen: Ranked[] = [];
  for (const section of sections(worth, Math.ceil(count * SHARE_BY_SECTION))) {
    take(section, chosen);
  }
  const shortList = [...worth].sort(byScore).slice(0, SHORT_LIST);
  while (chosen.length < count && take(shortList, chosen));
  return chosen.slice(0, count).sort((one, other) => one.place - other.place);
}

/** Whether more than half of the words of the shorter list are also in the other list. */
export function saysTheSame(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((word) => other.includes(word)).length;
  return common / Math.max(1, Math.min(one.length, other.length)) > SAME;
}

/** Adds the best sentence that repeats no chosen one; `false` when there is none. */
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

function sections(ranked: readonly Ranked[], count: number): readonly (readonly Ranked[])[] {
  const length = Math.ceil(ranked.length / Math.max(1, count));
  return Array.from({ length: count }, (_, n) => ranked.slice(n * length, (n + 1) * length));
}

function byScore(one: Ranked, other: Ranked): number {
  return other.score - one.score || one.place - other.place;
}
