import type { LanguageWords } from '../worded/language-words.ts';
import { itemRulesFrom } from '../worded/worded-rules.ts';
import { ITALIAN_DECISIONS } from './decisions.ts';
import { ITALIAN_REPLIES } from './replies.ts';
import { ITALIAN_REFUSALS, ITALIAN_TASKS, ITALIAN_VERBS } from './tasks.ts';
import { ITALIAN_TIMES } from './times.ts';

const ITALIAN: LanguageWords = {
  language: 'it',
  verbs: ITALIAN_VERBS,
  tasks: ITALIAN_TASKS,
  refusals: ITALIAN_REFUSALS,
  decisions: ITALIAN_DECISIONS,
  replies: ITALIAN_REPLIES,
  clauses: {
    conjunctions: 'e|ma|poi|e poi|mentre',
    subjects: 'io|tu|lui|lei|noi|qualcuno|puoi|potresti|può',
  },
  when: ITALIAN_TIMES,
  inSession:
    '(?:oggi|oggi pomeriggio|stamattina|stasera|questa (?:mattina|sera)|questo pomeriggio)',
  opening:
    "sì|va bene|bene|certo|d'accordo|allora|quindi|perfetto|benissimo|ottimo|e|ma|ok|okay|senz'altro",
  vague:
    'cosa cose dopo poi presto subito stesso stessa anche grazie favore piacere rapidamente volta ancora tutto',
};

/** Action items and decisions in Italian. */
export const ITALIAN_ITEMS = itemRulesFrom(ITALIAN);
