import type { SummaryLanguage } from '#contracts/model';
import { DUTCH_ITEMS } from './dutch/dutch.ts';
import { ENGLISH_ITEMS } from './english/english.ts';
import { FRENCH_ITEMS } from './french/french.ts';
import { GERMAN_ITEMS } from './german/german.ts';
import { ITALIAN_ITEMS } from './italian/italian.ts';
import type { ItemRules } from './item-rules.ts';
import { PORTUGUESE_ITEMS } from './portuguese/portuguese.ts';
import { SPANISH_ITEMS } from './spanish/spanish.ts';

/** The languages in which action items and decisions are found. A language without rules has none. */
const RULES: Readonly<Partial<Record<SummaryLanguage, ItemRules>>> = {
  en: ENGLISH_ITEMS,
  de: GERMAN_ITEMS,
  fr: FRENCH_ITEMS,
  es: SPANISH_ITEMS,
  it: ITALIAN_ITEMS,
  pt: PORTUGUESE_ITEMS,
  nl: DUTCH_ITEMS,
};

/**
 * The rules for action items and decisions of a conversation.
 * @param language `null` if it is unknown: a short or mixed text is read as English, as everywhere else
 */
export function itemRulesOf(language: SummaryLanguage | null): ItemRules | null {
  return RULES[language ?? 'en'] ?? null;
}
