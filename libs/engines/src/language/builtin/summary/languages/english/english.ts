import type { ItemRules } from '../item-rules.ts';
import { contentWords } from '../../../text/content-words.ts';
import { clausesOf } from './clauses.ts';
import { ENGLISH_DECISIONS } from './decision-rules.ts';
import { canBeRead } from './readable.ts';
import { ENGLISH_REPLIES } from './reply-patterns.ts';
import { EnglishTaskReader, isInSession, isLasting } from './task-reader.ts';
import { taskText } from './task-text.ts';
import { whenOf } from './when.ts';

/** Action items and decisions in English. */
export const ENGLISH_ITEMS: ItemRules = {
  contentWords: (text) => contentWords(text),
  tasks: {
    clausesOf,
    readerOf: (speakers) => new EnglishTaskReader(speakers),
    isLasting,
    isInSession,
    whenOf,
    textOf: taskText,
    canBeRead,
  },
  decisions: ENGLISH_DECISIONS,
  replies: ENGLISH_REPLIES,
};
