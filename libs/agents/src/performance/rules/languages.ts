import type { Language } from '../../text/language.ts';
import { BLOCKERS } from './english/blockers.ts';
import { COMMITMENTS } from './english/commitments.ts';
import { DECISIONS } from './english/decisions.ts';
import { MILESTONES } from './english/milestones.ts';
import { FEARS, RISKS } from './english/risks.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { LanguagePatterns } from './pattern.ts';
import { SPANISH } from './spanish.ts';

const ENGLISH: LanguagePatterns = {
  decisions: DECISIONS,
  risks: RISKS,
  blockers: BLOCKERS,
  milestones: MILESTONES,
  commitments: COMMITMENTS,
  fears: FEARS,
};

/** The patterns of each language. */
export const PATTERNS: Readonly<Record<Language, LanguagePatterns>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
