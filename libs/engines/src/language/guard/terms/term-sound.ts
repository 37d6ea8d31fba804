import { doubleMetaphone } from 'double-metaphone';
import { pronunciations } from '../lexicon.ts';

/** The letters and digits of a text in lower case, without accents, spaces and punctuation. */
export function lettersOf(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Codes of phonemes in the alphabet of Double Metaphone; vowels have none. */
const PHONEME_CODES: ReadonlyMap<string, string> = new Map(
  'B:P P:P CH:X SH:X ZH:X JH:J D:T T:T DH:0 TH:0 F:F V:F G:K K:K HH:H L:L M:M N:N NG:NK R:R ER:R S:S Z:S'
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
);

/**
 * The consonants of a word as codes of equal sound, without those of a vowel at the start: from its
 * spelling by Double Metaphone, and from its pronunciations where they are known.
 * @param letters in lower case, without accents; other alphabets have no codes
 */
export function consonantCodes(letters: string): readonly string[] {
  if (!/^[a-z]+$/u.test(letters)) return [];
  const said = pronunciations(letters).map((sound) =>
    sound
      .split(' ')
      .map((phoneme) => PHONEME_CODES.get(phoneme) ?? '')
      .join(''),
  );
  const codes = [...doubleMetaphone(letters), ...said].map((code) => code.replace(/^A/u, ''));
  return [...new Set(codes)].filter((code) => code.length >= 2);
}

/** Sounds that letters may stand for, in ARPAbet; the longest letters first. */
const VOWELS: readonly (readonly [letters: string, sounds: string])[] = [
  ['eau', 'OW UW'],
  ['igh', 'AY'],
  ...['ai', 'ay', 'ei', 'ey'].map((letters): [string, string] => [letters, 'EY AY EH IY']),
  ...['ea', 'ee'].map((letters): [string, string] => [letters, 'IY EH EY']),
  ...['ie', 'ye'].map((letters): [string, string] => [letters, 'IY AY']),
  ...['oa', 'oe'].map((letters): [string, string] => [letters, 'OW AO']),
  ...['ou', 'ow'].map((letters): [string, string] => [letters, 'AW OW UW AH']),
  ...['au', 'aw'].map((letters): [string, string] => [letters, 'AO AA AW']),
  ...['oi', 'oy'].map((letters): [string, string] => [letters, 'OY']),
  ...['eu', 'ew', 'ue', 'ui', 'oo'].map((letters): [string, string] => [letters, 'UW UH']),
  ['a', 'AE AA AH EY EH AO'],
  ['e', 'EH IY AH IH ER'],
  ['i', 'IH AY IY AH ER'],
  ['o', 'AA OW AO AH ER'],
  ['u', 'AH UW UH ER'],
  ['y', 'IH AY IY'],
];
const VOWEL_SOUNDS = new Set('AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW'.split(' '));

/** Whether two words may have the same vowels in the same order. */
export function vowelsAgree(one: string, other: string): boolean {
  const others = vowelsOf(other);
  return vowelsOf(one).some((vowels) =>
    others.some(
      (set) => set.length === vowels.length && set.every((sounds, at) => meet(sounds, vowels[at])),
    ),
  );
}

function meet(one: readonly string[], other: readonly string[] | undefined): boolean {
  return other !== undefined && one.some((sound) => other.includes(sound));
}

/** The sounds that each vowel of a word may have; one list for each way to say the word. */
function vowelsOf(letters: string): readonly (readonly (readonly string[])[])[] {
  const said = pronunciations(letters).map((sound) =>
    sound
      .split(' ')
      .filter((phoneme) => VOWEL_SOUNDS.has(phoneme))
      .map((phoneme) => [phoneme]),
  );
  return said.length > 0 ? said : [spelledVowels(letters.replace(/(?<=[^aeiouy])e$/u, ''))];
}

function spelledVowels(letters: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let at = 0; at < letters.length;) {
    const vowel = VOWELS.find(([spelling]) => letters.startsWith(spelling, at));
    // "Y" before a vowel is a consonant.
    const isConsonant = vowel?.[0] === 'y' && /[aeiou]/u.test(letters.charAt(at + 1));
    if (vowel !== undefined && !isConsonant) found.push(vowel[1].split(' '));
    at += vowel?.[0].length ?? 1;
  }
  return found;
}
