import type { LanguageWords } from '../worded/language-words.ts';
import { itemRulesFrom } from '../worded/worded-rules.ts';
import { SPANISH_DECISIONS } from './decisions.ts';
import { SPANISH_REPLIES } from './replies.ts';
import { SPANISH_REFUSALS, SPANISH_TASKS, SPANISH_VERBS } from './tasks.ts';
import { SPANISH_TIMES } from './times.ts';

const SPANISH: LanguageWords = {
  language: 'es',
  verbs: SPANISH_VERBS,
  tasks: SPANISH_TASKS,
  refusals: SPANISH_REFUSALS,
  decisions: SPANISH_DECISIONS,
  replies: SPANISH_REPLIES,
  clauses: {
    conjunctions: 'y|pero|luego|y luego|y después',
    subjects: 'yo|tú|él|ella|usted|nosotros|alguien|puedes|podrías',
  },
  when: SPANISH_TIMES,
  inSession: '(?:hoy|hoy mismo|esta (?:mañana|tarde|noche))',
  opening:
    'sí|vale|bueno|bien|claro|de acuerdo|entonces|pues|perfecto|muy bien|y|pero|ok|okay|por supuesto',
  vague:
    'cosa cosas luego después pronto enseguida mismo misma también gracias favor rápido rápidamente otra vez ello',
};

/** Action items and decisions in Spanish. */
export const SPANISH_ITEMS = itemRulesFrom(SPANISH);
