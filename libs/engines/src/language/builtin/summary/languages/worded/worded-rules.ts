import type { ItemRules } from '../item-rules.ts';
import { contentWords } from '../../../text/content-words.ts';
import type { LanguageWords } from './language-words.ts';
import { decisionsOf } from './worded-decisions.ts';
import { tasksOf } from './worded-tasks.ts';

/** The rules for action items and decisions of a language that is described by its words. */
export function itemRulesFrom(words: LanguageWords): ItemRules {
  return {
    contentWords: (text) => contentWords(text, words.language),
    tasks: tasksOf(words),
    decisions: decisionsOf(words),
    replies: words.replies,
  };
}
