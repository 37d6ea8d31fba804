/** ISO 639-1 codes of the languages that Whisper models support. */
export const SPOKEN_LANGUAGES: readonly string[] = [
  ...['af', 'am', 'ar', 'as', 'az', 'ba', 'be', 'bg', 'bn', 'bo', 'br', 'bs', 'ca', 'cs', 'cy'],
  ...['da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fo', 'fr', 'gl', 'gu', 'ha', 'he'],
  ...['hi', 'hr', 'ht', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'km', 'kn', 'ko', 'la'],
  ...['lb', 'ln', 'lo', 'lt', 'lv', 'mg', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'ne'],
  ...['nl', 'nn', 'no', 'oc', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sa', 'sd', 'si', 'sk', 'sl'],
  ...['sn', 'so', 'sq', 'sr', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'tk', 'tl', 'tr', 'tt'],
  ...['uk', 'ur', 'uz', 'vi', 'yi', 'yo', 'zh'],
];

const CODES: ReadonlySet<string> = new Set(['auto', ...SPOKEN_LANGUAGES]);

/** Whether a text says what is spoken: a known code of ISO 639-1, or `auto` to detect it. */
export function isSpokenLanguage(code: string): boolean {
  return CODES.has(code);
}
