import type { TaskVerbs } from './language-words.ts';

/** Matches no text. */
const NEVER = '(?!)';

/** A list of words as alternatives of a pattern; `_` is a space. */
export function oneOf(words: string): string {
  const all = words.split(/\s+/u).filter((word) => word !== '');
  return all.length === 0 ? NEVER : `(?:${all.join('|').replaceAll('_', ' ')})`;
}

/**
 * Compiles patterns over plain words, each with its places filled (see `TaskPatterns`).
 * @param names plain words of the speakers
 * @throws Error for a place that there is not: a table has a fault, so nothing begins to work
 */
export function compile(
  patterns: readonly string[],
  verbs?: TaskVerbs,
  names: readonly string[] = [],
): readonly RegExp[] {
  const places: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries({ ...verbs }).map(([form, words]) => [form, oneOf(words)]),
    ),
    few: '(?:\\S+ ){0,3}',
    gap: '(?:\\S+ ){0,12}',
    name: names.length === 0 ? NEVER : `(?<name>${names.join('|')})`,
  };
  return patterns.map((pattern) => {
    const filled = pattern.replaceAll(/\{([a-z]\w*)\}/giu, (_, place: string) => {
      const found = places[place];
      if (found === undefined) throw new Error(`“${pattern}” has an unknown place {${place}}`);
      return found;
    });
    return new RegExp(filled, 'u');
  });
}

/** Compiles one pattern without places; an empty one matches nothing. */
export function compileWords(pattern: string): RegExp {
  return new RegExp(pattern === '' ? NEVER : pattern, 'u');
}

/** The first match of any of the patterns; `null` without any. */
export function matchOf(patterns: readonly RegExp[], words: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = pattern.exec(words);
    if (found !== null) return found;
  }
  return null;
}
