import type { LanguageWords } from '../worded/language-words.ts';
import { itemRulesFrom } from '../worded/worded-rules.ts';
import { PORTUGUESE_DECISIONS } from './decisions.ts';
import { PORTUGUESE_REPLIES } from './replies.ts';
import { PORTUGUESE_REFUSALS, PORTUGUESE_TASKS, PORTUGUESE_VERBS } from './tasks.ts';
import { PORTUGUESE_TIMES } from './times.ts';

const PORTUGUESE: LanguageWords = {
  language: 'pt',
  verbs: PORTUGUESE_VERBS,
  tasks: PORTUGUESE_TASKS,
  refusals: PORTUGUESE_REFUSALS,
  decisions: PORTUGUESE_DECISIONS,
  replies: PORTUGUESE_REPLIES,
  clauses: {
    conjunctions: 'e|mas|depois|e depois|enquanto',
    subjects: 'eu|tu|você|ele|ela|nós|alguém|podes|pode|poderias',
  },
  when: PORTUGUESE_TIMES,
  inSession: '(?:hoje|hoje mesmo|esta (?:manhã|tarde|noite)|hoje (?:à|de) (?:tarde|noite|manhã))',
  opening:
    'sim|está bem|tá bom|bem|bom|claro|de acordo|então|pois|perfeito|muito bem|e|mas|ok|okay|com certeza|certo',
  vague:
    'coisa coisas depois logo já mesmo mesma também obrigado obrigada favor rápido rapidamente vez isso tudo',
};

/** Action items and decisions in Portuguese. */
export const PORTUGUESE_ITEMS = itemRulesFrom(PORTUGUESE);
