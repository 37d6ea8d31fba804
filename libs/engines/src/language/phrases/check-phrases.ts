import { SUMMARY_LANGUAGES } from '#contracts/model';
import { NO_WORDS, PHRASES, type Phrases } from './phrases.table.ts';

/** The places that each phrase must have. */
const PLACES: Readonly<Record<keyof Phrases, readonly string[]>> = {
  spokeOnce: ['{names}', '{count}'],
  spoke: ['{names}', '{count}'],
  somebody: [],
  and: [],
  others: ['{count}'],
  topics: ['{topics}'],
  nothing: [],
};

/**
 * Checks that every language has every phrase with its places, before the rules begin.
 * @throws Error with all faults
 */
export function checkPhrases(
  table: Readonly<Record<string, Partial<Phrases>>> = { ...PHRASES, none: NO_WORDS },
): void {
  const missing = SUMMARY_LANGUAGES.filter((language) => table[language] === undefined);
  const faults = Object.entries(table).flatMap(([language, phrases]) =>
    Object.entries(PLACES).flatMap(([name, places]) => {
      const phrase = Object.entries(phrases).find(([known]) => known === name)?.[1] ?? '';
      if (phrase.trim() === '') return [`${language} has no “${name}”`];
      const absent = places.filter((place) => !phrase.includes(place));
      return absent.map((place) => `“${name}” of ${language} has no ${place}`);
    }),
  );
  const all = [...missing.map((language) => `there are none for ${language}`), ...faults];
  if (all.length > 0)
    throw new Error(`The phrases of summaries are incomplete: ${all.join('; ')}.`);
}
