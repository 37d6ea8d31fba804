import type { ActionItem } from '#contracts/model';
import { contentWords } from '../text/content-words.ts';
import { isCommonWord } from '../text/english-words.ts';
import { wordsIn } from '../text/words.ts';
import { clausesOf } from './clauses.ts';
import { replyTo, type Reply } from './replies.ts';
import { saysTheSame } from './selection.ts';
import type { Statement } from './statements.ts';
import { taskText } from './task-text.ts';
import { taskIn, type Charged, type ToldTask } from './task-patterns.ts';
import { whenOf } from './when.ts';

/** How many tasks back a repetition is looked for. */
const COMPARED = 50;
/** A task that is told by pointing at what was said before. */
const VAGUE = /^\p{L}+ (?:it|that|this|them|those|these)\b/iu;

/** What somebody took on or was asked to do, and did not turn down. */
export function actionItemsIn(
  statements: readonly Statement[],
  speakers: readonly string[],
): readonly ActionItem[] {
  const items: ActionItem[] = [];
  for (const [place, statement] of statements.entries()) {
    for (const clause of clausesOf(statement.text)) {
      const told = taskIn(clause, statement.isQuestion);
      const item = told && itemOf(told, clause, { place, statements, speakers });
      if (item !== null) addUnlessThere(items, item);
    }
  }
  return items;
}

interface Told {
  readonly place: number;
  readonly statements: readonly Statement[];
  readonly speakers: readonly string[];
}

function itemOf(
  { charged, task, asked }: ToldTask,
  clause: string,
  { place, statements, speakers }: Told,
): ActionItem | null {
  const statement = statements[place];
  if (statement === undefined) return null;
  const reply = replyTo(statements, place);
  const open = charged.kind === 'addressed' || charged.kind === 'nobody';
  if (reply?.kind === 'no' && (open || asked)) return null;
  const answer = open && (reply?.kind === 'takesOver' || asked) ? reply : null;
  const who = whoIsCharged(charged, statement, speakers, answer);
  const text = taskText(task, charged, statement.speaker, speakers);
  if (contentWords(text).length === 0) return null;
  const when = whenOf(task) ?? whenOf(clause) ?? whenOf(answer?.statement.said ?? '');
  const ids = [statement, ...(answer ? [answer.statement] : [])].map(({ turnId }) => turnId);
  return { text, who, when, turnIds: [...new Set(ids)] };
}

function whoIsCharged(
  charged: Charged,
  statement: Statement,
  speakers: readonly string[],
  answer: Reply | null,
): string | null {
  if (charged.kind === 'speaker') return statement.speaker.trim() || null;
  if (charged.kind === 'named') return asSpelt(charged.name, speakers);
  if (answer !== null) return answer.statement.speaker;
  if (charged.kind === 'nobody') return null;
  const { name } = charged;
  const known = name === null ? null : speakerCalled(name, speakers);
  if (known !== null) return known;
  // "First, please send it": an ordinary word is no name.
  if (name === null || isCommonWord(name.toLowerCase())) return addressedIn(statement, speakers);
  return name;
}

/** A speaker whom the sentence calls by name; of two speakers it is the other. */
function addressedIn({ text, speaker }: Statement, speakers: readonly string[]): string | null {
  const others = speakers.filter((name) => name !== speaker);
  const called = others.find((name) => isCalled(firstName(name).toLowerCase(), text));
  return called ?? (others.length === 1 ? (others[0] ?? null) : null);
}

/** Whether a name stands apart in a sentence: "Tom, can you", "can you, Tom?". */
function isCalled(name: string, text: string): boolean {
  return wordsIn(text).some(({ key, start, end }) => {
    const apart = start === 0 || /[,.!] ?$/u.test(text.slice(Math.max(0, start - 2), start));
    return key === name && apart && /^[,.!?]/u.test(text.slice(end));
  });
}

/** A speaker's name as it is listed; others as they were said. */
function asSpelt(name: string, speakers: readonly string[]): string {
  return speakerCalled(name, speakers) ?? name;
}

function speakerCalled(name: string, speakers: readonly string[]): string | null {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return speakers.find((other) => same(other) || same(firstName(other))) ?? null;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function addUnlessThere(items: ActionItem[], item: ActionItem): void {
  const words = contentWords(item.text);
  const there = items.slice(-COMPARED).some((other) => {
    if (!fits(item.who, other.who)) return false;
    return answers(item, other) || saysTheSame(words, contentWords(other.text));
  });
  if (!there) items.push(item);
}

/** "I'll call them today" in answer to "can you call the bank?" is the same task again. */
function answers(item: ActionItem, other: ActionItem): boolean {
  const [turnId = ''] = item.turnIds;
  return other.turnIds[0] !== turnId && other.turnIds.includes(turnId) && VAGUE.test(item.text);
}

function fits(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
