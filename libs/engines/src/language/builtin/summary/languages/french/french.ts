import type { LanguageWords } from '../worded/language-words.ts';
import { itemRulesFrom } from '../worded/worded-rules.ts';
import { FRENCH_DECISIONS } from './decisions.ts';
import { FRENCH_REPLIES } from './replies.ts';
import { FRENCH_REFUSALS, FRENCH_TASKS, FRENCH_VERBS } from './tasks.ts';
import { FRENCH_TIMES } from './times.ts';

const FRENCH: LanguageWords = {
  language: 'fr',
  verbs: FRENCH_VERBS,
  tasks: FRENCH_TASKS,
  refusals: FRENCH_REFUSALS,
  decisions: FRENCH_DECISIONS,
  replies: FRENCH_REPLIES,
  clauses: {
    conjunctions: 'et|mais|puis|et puis|ensuite',
    subjects: "je|j'\\p{L}+|tu|il|elle|on|nous|vous|peux-tu|pouvez-vous|quelqu'un",
  },
  when: FRENCH_TIMES,
  inSession: "(?:aujourd'hui|ce matin|cet après-midi|ce soir)",
  opening: "oui|d'accord|ok|okay|bon|bien|très bien|alors|donc|et|mais|parfait|entendu|ah|ben",
  vague:
    'cela ça ceci chose choses truc trucs plus tard bientôt encore après ensuite moi-même même rapidement vite merci plaît stp svp',
};

/** Action items and decisions in French. */
export const FRENCH_ITEMS = itemRulesFrom(FRENCH);
