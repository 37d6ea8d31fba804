import { itemRulesFrom } from '../worded/worded-rules.ts';
import type { LanguageWords } from '../worded/language-words.ts';
import { GERMAN_DECISIONS } from './decisions.ts';
import { GERMAN_REPLIES } from './replies.ts';
import { GERMAN_REFUSALS, GERMAN_TASKS, GERMAN_VERBS } from './tasks.ts';
import { GERMAN_TIMES } from './times.ts';

const GERMAN: LanguageWords = {
  language: 'de',
  verbs: GERMAN_VERBS,
  tasks: GERMAN_TASKS,
  refusals: GERMAN_REFUSALS,
  decisions: GERMAN_DECISIONS,
  replies: GERMAN_REPLIES,
  clauses: {
    conjunctions: 'und|aber|dann|während|und dann',
    subjects:
      'ich|du|sie|wir|er|jemand|kannst du|können sie|könntest du|könnten sie|schicke ich|rufe ich',
  },
  when: GERMAN_TIMES,
  inSession: '(?:noch )?heute(?: (?:morgen|vormittag|nachmittag|abend))?',
  opening:
    'ja|gut|klar|okay|ok|genau|alles klar|also|na gut|gerne|gern|in ordnung|und|aber|dann(?=,)',
  vague:
    'darum drum davon dafür dazu damit welche welchen sache sachen ding dinge später nochmal bald bitte mal eben selbst alleine gerne gern dann danach wieder',
};

/** Action items and decisions in German. */
export const GERMAN_ITEMS = itemRulesFrom(GERMAN);
