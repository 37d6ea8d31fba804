import type { ActionItem, Certainty } from '#contracts/model';
import { cited } from '../../cited.ts';
import { contentWords } from '../text/content-words.ts';
import { isCommonWord } from '../text/english-words.ts';
import { wordsIn } from '../text/words.ts';
import { clausesOf } from './clauses.ts';
import { replyTo, type Reply } from './replies.ts';
import { firstName, speakerCalled } from './speaker-names.ts';
import { saysTheSame } from './same.ts';
import type { Statement } from './statements.ts';
import { taskText } from './task-text.ts';
import { isLasting, TaskReader, type Assignee, type StatedTask } from './task-reader.ts';
import { whenOf } from './when.ts';

/** Number of characters of a sentence that are looked at before a clause. */
const MOST_BEFORE = 200;
/** Number of preceding tasks that are searched for a repetition. */
const COMPARED = 50;
/** Fewest content words of a task without a time: what to do, and with what. */
const FEWEST_WORDS = 2;
/** A task that only refers to earlier text by a pronoun. */
const VAGUE = /^\p{L}+ (?:it|that|this|them|those|these)\b/iu;
/** Times of the conversation itself. */
const IN_SESSION = /^(?:today|this (?:morning|afternoon|evening)|right away|immediately)$/iu;
/** Two subjects with hardly a word between them: the speaker has started again. */
const TANGLED = /\b(?:i|you|we|they)(?:'\p{L}+)? (?:\p{L}+ )?(?:i|you|we|they)(?:'\p{L}+)?\b/iu;

/**
 * What somebody promised to do, or was asked to do and did not refuse. It is certain when somebody has
 * committed to it and its result outlasts the conversation; else it is possible.
 */
export function actionItemsIn(
  statements: readonly Statement[],
  speakers: readonly string[],
): readonly ActionItem[] {
  const reader = new TaskReader(speakers);
  const items: ActionItem[] = [];
  for (const [place, statement] of statements.entries()) {
    let before = '';
    for (const clause of clausesOf(statement.text)) {
      const task = reader.taskIn(clause, statement.isQuestion, before);
      before = `${before} ${clause}`.slice(-MOST_BEFORE);
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

function itemOf(stated: StatedTask, clause: string, context: TaskContext): ActionItem | null {
  const { place, statements, speakers } = context;
  const { assignee, task, force } = stated;
  const statement = statements[place];
  if (statement === undefined) return null;
  const reply = replyTo(statements, place);
  const open = assignee.kind === 'addressed' || assignee.kind === 'nobody';
  if (reply?.kind === 'no' && (open || force === 'asked')) return null;
  const taken = reply?.kind === 'takesOver' || (force === 'asked' && reply?.accepts === true);
  const answer = open && taken ? reply : null;
  const who = assigneeName(assignee, statement, speakers, answer);
  const text = taskText(task, assignee, statement.speaker, speakers);
  const when = whenOf(task) ?? whenOf(clause) ?? whenOf(answer?.statement.said ?? '');
  if (!canBeRead(text, when)) return null;
  const isPresent = who !== null && (open || speakerCalled(who, speakers) !== null);
  const certainty = certaintyOf(stated, {
    isPresent,
    when,
    answered: reply?.accepts === true,
    taken: answer,
  });
  if (certainty === null) return null;
  const stating = answer ? [statement, answer.statement] : [statement];
  return { text, who, when, certainty, ...cited(stating) };
}

interface Commitment {
  /** Whether who is to do it takes part in the conversation. */
  readonly isPresent: boolean;
  readonly when: string | null;
  /** Whether another speaker has replied, and not refused. */
  readonly answered: boolean;
  /** The reply of who takes it on. */
  readonly taken: Reply | null;
}

/**
 * How certain it is that somebody is to do it; `null` when it is more likely talk than a task. A task is
 * certain that a participant has promised or accepted, and that outlasts the conversation. Nobody can
 * promise for somebody who is not there, except with a time.
 */
function certaintyOf(
  { assignee, task, force }: StatedTask,
  { isPresent, when, answered, taken }: Commitment,
): Certainty | null {
  if (!isLasting(task) && (when === null || IN_SESSION.test(when))) return null;
  const accepted = taken !== null || (force === 'asked' && answered);
  const isTimed = when !== null && assignee.kind === 'named';
  if ((force === 'promised' || accepted) && (isPresent || isTimed)) return 'certain';
  if (assignee.kind === 'nobody' || assignee.kind === 'addressed') {
    return (when !== null && !IN_SESSION.test(when)) || force === 'asked' ? 'possible' : null;
  }
  return 'possible';
}

/** Whether a task can be understood by who was not there: it says what is to be done, and is no tangle. */
function canBeRead(text: string, when: string | null): boolean {
  return !TANGLED.test(text) && (when !== null || contentWords(text).length >= FEWEST_WORDS);
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
