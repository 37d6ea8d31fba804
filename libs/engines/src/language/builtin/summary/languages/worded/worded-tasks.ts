import type { TaskOf, TaskRules } from '../item-rules.ts';
import { contentWords } from '../../../text/content-words.ts';
import { finished } from '../../../text/clean.ts';
import { wordSet } from '../../../text/words.ts';
import { oneOf } from './compile.ts';
import type { LanguageWords } from './language-words.ts';
import { plainWords } from './plain-words.ts';
import { SpeakerWords } from './speaker-words.ts';
import { TaskForms, WordedTaskReader } from './worded-task-reader.ts';

/** The rules for tasks of a language that is described by its words. A task is quoted as it was said. */
export function tasksOf(words: LanguageWords): TaskRules {
  const whenOf = timeReader(words.when);
  const forms = new TaskForms(words, whenOf);
  const inSession = new RegExp(`^(?:${words.inSession})$`, 'iu');
  const opening = new RegExp(`^(?:(?:${words.opening})[,.!:]?\\s+)+(?=\\p{L})`, 'iu');
  const verb = new RegExp(`^${oneOf(Object.values(words.verbs).join(' '))}$`, 'u');
  const vague = wordSet(words.vague);
  const saysWhat = (word: string) => !verb.test(word) && !vague.has(word);
  return {
    clausesOf: clauseSplitter(words),
    readerOf: (speakers) => new WordedTaskReader(forms, words, new SpeakerWords(speakers)),
    // Only verbs of such tasks are read.
    isLasting: () => true,
    isInSession: (when) => inSession.test(when),
    whenOf,
    textOf: (task, of) => textOf(task.replace(opening, ''), of),
    canBeRead: (text, when) => when !== null || objectsOf(text, words).some(saysWhat),
  };
}

/** Who asks is named, because "me" would be anybody outside the conversation. */
function textOf(task: string, { assignee, speaker, speakers }: TaskOf): string {
  const text = finished(task.replace(/^[\s,;.]+|[\s,;]+$/gu, ''));
  const isOwn = assignee.kind === 'speaker' || speaker.trim() === '' || speakers.length < 2;
  return isOwn ? text : `${speaker.trim()}: ${text}`;
}

/** The words of a task that carry content, as they are written. */
function objectsOf(text: string, { language }: LanguageWords): readonly string[] {
  return plainWords(text)
    .split(' ')
    .filter((word) => contentWords(word, language).length > 0);
}

/** Finds time expressions with a pattern. */
function timeReader(source: string): (text: string) => string | null {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.exec(text.replaceAll('’', "'"))?.[0] ?? null;
}

/** Splits where a conjunction is followed by another subject: "I'll call them, and Tom orders it". */
function clauseSplitter({ clauses }: LanguageWords): TaskRules['clausesOf'] {
  const { conjunctions, subjects } = clauses;
  let known: { readonly speakers: readonly string[]; readonly split: RegExp } | null = null;
  return (sentence, speakers) => {
    if (known?.speakers !== speakers) {
      const names = new SpeakerWords(speakers).names.join('|');
      const next = names === '' ? subjects : `${subjects}|${names}`;
      const split = new RegExp(
        `(?:,\\s?|;\\s?|\\s)(?:${conjunctions})\\s(?=(?:${next})(?![\\p{L}\\p{N}]))`,
        'iu',
      );
      known = { speakers, split };
    }
    return sentence.split(known.split).filter((clause) => clause.trim() !== '');
  };
}
