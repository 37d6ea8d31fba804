import type { ActionItem } from '#contracts/model';
import { cited } from '../../cited.ts';
import { contentWords } from '../text/content-words.ts';
import { isCommonWord } from '../text/english-words.ts';
import { wordsIn } from '../text/words.ts';
import { clausesOf } from './clauses.ts';
import { replyTo, type Reply } from './replies.ts';
import { saysTheSame } from './selection.ts';
import type { Statement } from './statements.ts';
import { taskText } from './task-text.ts';
import { taskIn, type Assignee, type StatedTask } from './task-patterns.ts';
import { whenOf } from './when.ts';

/** Number of preceding tasks that are searched for a repetition. */
const COMPARED = 50;
/** A task that only refers to earlier text by a pronoun. */
const VAGUE = /^\p{L}+ (?:it|that|this|them|those|these)\b/iu;

/** The tasks that a speaker took on, or was asked to do and did not refuse. */
export function actionItemsIn(
  statements: readonly Statement[],
  speakers: readonly string[],
): readonly ActionItem[] {
  const items: ActionItem[] = [];
  for (const [place, statement] of statements.entries()) {
    for (const clause of clausesOf(statement.text)) {
      const task = taskIn(clause, statement.isQuestion);
      const item = task && itemOf(task, clause, { place, statements, speakers });
      if (item !== null) addUnlessRepeated(items, item);
    }
  }
  return items;
}

interface TaskContext {
  readonly place: number;
  readonly statements: readonly Statement[];
  readonly speakers: readonly string[];
}

function itemOf(
  { assignee, task, asked }: StatedTask,
  clause: string,
  { place, statements, speakers }: TaskContext,
): ActionItem | null {
  const statement = statements[place];
  if (statement === undefined) return null;
  const reply = replyTo(statements, place);
  const open = assignee.kind === 'addressed' || assignee.kind === 'nobody';
  if (reply?.kind === 'no' && (open || asked)) return null;
  const answer = open && (reply?.kind === 'takesOver' || asked) ? reply : null;
  const who = assigneeName(assignee, statement, speakers, answer);
  const text = taskText(task, assignee, statement.speaker, speakers);
  if (contentWords(text).length === 0) return null;
  const when = whenOf(task) ?? whenOf(clause) ?? whenOf(answer?.statement.said ?? '');
  return { text, who, when, ...cited(answer ? [statement, answer.statement] : [statement]) };
}

function assigneeName(
  assignee: Assignee,
  statement: Statement,
  speakers: readonly string[],
  answer: Reply | null,
): string | null {
  if (assignee.kind === 'speaker') return statement.speaker.trim() || null;
  if (assignee.kind === 'named') return asListed(assignee.name, speakers);
  if (answer !== null) return answer.statement.speaker;
  if (assignee.kind === 'nobody') return null;
  const { name } = assignee;
  const known = name === null ? null : speakerCalled(name, speakers);
  if (known !== null) return known;
  // "First, please send it": a common word is not a name.
  if (name === null || isCommonWord(name.toLowerCase())) return addressedIn(statement, speakers);
  return name;
}

/** The speaker whom the sentence addresses by name; with two speakers, the other one. */
function addressedIn({ text, speaker }: Statement, speakers: readonly string[]): string | null {
  const others = speakers.filter((name) => name !== speaker);
  const called = others.find((name) => isCalled(firstName(name).toLowerCase(), text));
  return called ?? (others.length === 1 ? (others[0] ?? null) : null);
}

/** Whether punctuation sets a name apart in a sentence: "Tom, can you", "can you, Tom?". */
function isCalled(name: string, text: string): boolean {
  return wordsIn(text).some(({ key, start, end }) => {
    const apart = start === 0 || /[,.!] ?$/u.test(text.slice(Math.max(0, start - 2), start));
    return key === name && apart && /^[,.!?]/u.test(text.slice(end));
  });
}

/** The listed name of a speaker; any other name unchanged. */
function asListed(name: string, speakers: readonly string[]): string {
  return speakerCalled(name, speakers) ?? name;
}

function speakerCalled(name: string, speakers: readonly string[]): string | null {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return speakers.find((other) => same(other) || same(firstName(other))) ?? null;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function addUnlessRepeated(items: ActionItem[], item: ActionItem): void {
  const words = contentWords(item.text);
  const repeated = items.slice(-COMPARED).some((other) => {
    if (!mayBeSame(item.who, other.who)) return false;
    return answers(item, other) || saysTheSame(words, contentWords(other.text));
  });
  if (!repeated) items.push(item);
}

/** "I'll call them today" as a reply to "can you call the bank?" repeats the same task. */
function answers(item: ActionItem, other: ActionItem): boolean {
  const [turnId = ''] = item.turnIds;
  return other.turnIds[0] !== turnId && other.turnIds.includes(turnId) && VAGUE.test(item.text);
}

function mayBeSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
