import type { Engines } from '../api/types.ts';

/** A language that a person may choose. */
export interface LanguageChoice {
  /** ISO 639-1, or `auto` to detect it. */
  readonly code: string;
  readonly label: string;
}

/** The name of a language in English, as in “German”. @param code ISO 639-1, or `auto` */
export function languageName(code: string): string {
  if (code === 'auto') return 'Find out';
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return names.of(code) ?? code;
}

/** Languages by their names: first to find out, then in the order of the alphabet. */
export function languageChoices(codes: readonly string[]): readonly LanguageChoice[] {
  const named = codes.map((code) => ({ code, label: languageName(code) }));
  named.sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [{ code: 'auto', label: languageName('auto') }, ...named];
}

/**
 * The languages that a speech engine can be asked for, ISO 639-1.
 * @param engine its name; empty for the usual one
 */
export function languagesOf(
  { speech, engines }: Pick<Engines, 'speech' | 'engines'>,
  engine: string,
): readonly string[] {
  const name = engine === '' ? speech.default : engine;
  const info = engines.find((each) => each.kind === 'speech' && each.name === name);
  return info?.languages ?? speech.languages;
}
