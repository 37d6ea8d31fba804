import { SPOKEN_LANGUAGES } from '#contracts/model';

/** Names that Whisper's tokenizer has for languages, where they differ from those of the Unicode CLDR. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['bengali', 'bn'],
  ['maori', 'mi'],
  ['myanmar', 'my'],
  ['nynorsk', 'nn'],
  ['tagalog', 'tl'],
];

/** Codes by the names of their languages in English, in lower case. */
const CODES = new Map([
  ...SPOKEN_LANGUAGES.map((code) => [nameOf(code), code] as const),
  ...OTHER_NAMES,
]);

/**
 * The code of a language, ISO 639-1, as services state it: such a code, one of three letters, with or without a
 * region, or the name in English.
 * @returns `null` when it is not known
 */
export function languageCode(stated: string | null): string | null {
  const text = stated?.trim().toLowerCase() ?? '';
  const code = canonical(text.split(/[-_]/u)[0] ?? '');
  return SPOKEN_LANGUAGES.includes(code) ? code : (CODES.get(text) ?? null);
}

function nameOf(code: string): string {
  return (new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code).toLowerCase();
}

/** `de` for `deu`. */
function canonical(code: string): string {
  return /^[a-z]{2,3}$/u.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? code) : code;
}
