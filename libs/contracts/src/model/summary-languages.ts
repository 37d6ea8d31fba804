/** Languages in which the product itself can say something of a conversation (ISO 639-1). */
export const SUMMARY_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;
export type SummaryLanguage = (typeof SUMMARY_LANGUAGES)[number];

/** Their names in English, as models are told them. */
export const LANGUAGE_NAMES: Readonly<Record<SummaryLanguage, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
};
