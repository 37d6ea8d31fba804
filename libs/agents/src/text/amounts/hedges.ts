import type { Token } from './tokens.ts';

/** How a text limits an amount, by the words before it. */
export interface Hedge {
  readonly approximate: boolean;
  readonly bound: 'exact' | 'atMost' | 'atLeast';
  /** Index of the first token of these words. */
  readonly from: number;
}

const phrases = (text: string): readonly (readonly string[])[] =>
  text.split('|').map((phrase) => phrase.split(' '));

const ABOUT = phrases(
  'about|like|roughly|around|approximately|approx .|approx|some|circa|ca .|ca|nearly|almost|~|≈|' +
    'something like|more or less|somewhere around|in the region of|etwa|ungefähr|rund|knapp|' +
    'environ|à peu près|unos|unas|aproximadamente|casi|alrededor de',
);
const AT_MOST = phrases(
  'up to|at most|no more than|not more than|no higher than|a maximum of|maximum|max .|max|' +
    "less than|under|below|bis zu|höchstens|maximal|weniger als|jusqu à|jusqu'à|au plus|" +
    'au maximum|moins de|hasta|como máximo|menos de',
);
const AT_LEAST = phrases(
  'at least|no less than|not less than|more than|over|above|a minimum of|minimum|min .|' +
    'mindestens|mehr als|über|au moins|plus de|al menos|más de|por lo menos',
);

const MAX_HEDGES = 3;

/** Reads the words before an amount, such as "no more than about". */
export function hedgeBefore(tokens: readonly Token[], at: number): Hedge {
  let hedge: Hedge = { approximate: false, bound: 'exact', from: at };
  for (let count = 0; count < MAX_HEDGES; count++) {
    const next = oneBefore(tokens, hedge);
    if (next === null) break;
    hedge = next;
  }
  return hedge;
}

function oneBefore(tokens: readonly Token[], { approximate, bound, from }: Hedge): Hedge | null {
  const length = (list: typeof ABOUT) => endingAt(tokens, from, list);
  const most = length(AT_MOST);
  const least = length(AT_LEAST);
  if (most > least) return { approximate, bound: 'atMost', from: from - most };
  if (least > 0) return { approximate, bound: 'atLeast', from: from - least };
  const about = length(ABOUT);
  return about > 0 ? { approximate: true, bound, from: from - about } : null;
}

/** Number of tokens of the longest phrase that ends before a token; 0 for none. */
function endingAt(tokens: readonly Token[], end: number, list: typeof ABOUT): number {
  return list
    .filter((phrase) =>
      phrase.every((word, index) => tokens[end - phrase.length + index]?.lower === word),
    )
    .reduce((longest, phrase) => Math.max(longest, phrase.length), 0);
}
