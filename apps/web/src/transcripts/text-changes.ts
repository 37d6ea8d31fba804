/** A sequence of words that was replaced. */
export interface TextChange {
  /** Previous text; empty for an addition. */
  readonly before: string;
  /** Current text; empty for a removal. */
  readonly after: string;
  /** Start offset in the current text. */
  readonly from: number;
  /** End offset in the current text, exclusive. */
  readonly to: number;
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Above this number of comparisons, the whole sequence counts as changed. */
const MAX_COMPARISONS = 250_000;

/**
 * Finds the changes between two texts, word by word. Changes of whitespace are ignored.
 *
 * @param before - The previous text.
 * @param after - The current text.
 * @returns The changes in the order of the text.
 */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const kept = keptPairs(old, now);
  let [i, j] = [0, 0];
  return [...kept, [old.length, now.length] as const].flatMap(([nextI, nextJ]) => {
    const [gone, come] = [old.slice(i, nextI), now.slice(j, nextJ)];
    const at = come[0]?.from ?? now[nextJ]?.from ?? after.length;
    [i, j] = [nextI + 1, nextJ + 1];
    if (gone.length === 0 && come.length === 0) return [];
    return [{ before: textOf(gone), after: textOf(come), from: at, to: come.at(-1)?.to ?? at }];
  });
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join(' ');
}

/** The positions of unchanged words, as a longest common subsequence. */
function keptPairs(old: readonly Token[], now: readonly Token[]): (readonly [number, number])[] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head]?.word === now[head]?.word) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail)?.word === now.at(-1 - tail)?.word) tail += 1;
  const middle = commonPairs(
    old.slice(head, old.length - tail),
    now.slice(head, now.length - tail),
  );
  const ends = (count: number, i: number, j: number) =>
    Array.from({ length: count }, (_, at) => [i + at, j + at] as const);
  return [
    ...ends(head, 0, 0),
    ...middle.map(([i, j]) => [i + head, j + head] as const),
    ...ends(tail, old.length - tail, now.length - tail),
  ];
}

function commonPairs(old: readonly Token[], now: readonly Token[]): (readonly [number, number])[] {
  if (old.length * now.length > MAX_COMPARISONS) return [];
  const lengths = commonLengths(old, now);
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i]?.word === now[j]?.word) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The length of the longest common subsequence from each pair of positions. */
function commonLengths(old: readonly Token[], now: readonly Token[]): readonly number[][] {
  const lengths = old.map(() => now.map(() => 0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const same = old[i]?.word === now[j]?.word;
      const row = lengths[i] ?? [];
      row[j] = same
        ? 1 + (lengths[i + 1]?.[j + 1] ?? 0)
        : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
