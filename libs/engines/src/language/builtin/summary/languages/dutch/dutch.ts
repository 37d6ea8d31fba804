import type { LanguageWords } from '../worded/language-words.ts';
import { itemRulesFrom } from '../worded/worded-rules.ts';
import { DUTCH_DECISIONS } from './decisions.ts';
import { DUTCH_REPLIES } from './replies.ts';
import { DUTCH_REFUSALS, DUTCH_TASKS, DUTCH_VERBS } from './tasks.ts';
import { DUTCH_TIMES } from './times.ts';

const DUTCH: LanguageWords = {
  language: 'nl',
  verbs: DUTCH_VERBS,
  tasks: DUTCH_TASKS,
  refusals: DUTCH_REFUSALS,
  decisions: DUTCH_DECISIONS,
  replies: DUTCH_REPLIES,
  clauses: {
    conjunctions: 'en|maar|dan|terwijl|en dan',
    subjects: 'ik|jij|hij|zij|wij|we|iemand|kun je|kunt u|kunnen jullie|zou je',
  },
  when: DUTCH_TIMES,
  inSession: '(?:nog )?(?:vandaag|vanavond|vanmiddag|vanochtend)',
  opening:
    'ja|goed|oké|ok|okay|prima|natuurlijk|precies|dus|nou|akkoord|graag|en|maar|dan(?=,)|is goed|zeker',
  vague:
    'ding dingen zaak zaken later nog eens zelf ook straks dan daarna weer even wel graag alsjeblieft alstublieft',
};

/** Action items and decisions in Dutch. */
export const DUTCH_ITEMS = itemRulesFrom(DUTCH);
