/** Share of common units of a summary and its reference, as F1 from 0 to 1. */
export interface Rouge {
  /** Words. */
  readonly one: number;
  /** Pairs of consecutive words. */
  readonly two: number;
  /** Longest common subsequence of words. */
  readonly longest: number;
}

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L of whole texts, without stemming and with all words (C.-Y. Lin, "ROUGE: a
 * package for automatic evaluation of summaries", 2004). Words are runs of letters and digits in lower
 * case. It takes time in proportion to the product of the lengths.
 */
export function rouge(summary: string, reference: string): Rouge {
  const [own, wanted] = [wordsOf(summary), wordsOf(reference)];
  return {
    one: ofUnits(own, wanted),
    two: ofUnits(pairsOf(own), pairsOf(wanted)),
    longest: f1(commonSubsequence(own, wanted), own.length, wanted.length),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, n) => `${words[n] ?? ''} ${word}`);
}

/** A unit counts as often as it is in both. */
function ofUnits(own: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const unit of wanted) left.set(unit, (left.get(unit) ?? 0) + 1);
  let common = 0;
  for (const unit of own) {
    const count = left.get(unit) ?? 0;
    if (count > 0) common += 1;
    left.set(unit, count - 1);
  }
  return f1(common, own.length, wanted.length);
}

function commonSubsequence(own: readonly string[], wanted: readonly string[]): number {
  let before = Array.from({ length: wanted.length + 1 }, () => 0);
  for (const word of own) {
    const row = [0];
    for (const [n, other] of wanted.entries()) {
      const grown = (before[n] ?? 0) + 1;
      row.push(word === other ? grown : Math.max(before[n + 1] ?? 0, row[n] ?? 0));
    }
    before = row;
  }
  return before.at(-1) ?? 0;
}

function f1(common: number, own: number, wanted: number): number {
  return common === 0 ? 0 : (2 * common) / (own + wanted);
}
