import type { ActionItem, Certainty } from '#contracts/model';
import { cited } from '../../cited.ts';
import { isCommonWord } from '../text/english-words.ts';
import { wordsIn } from '../text/words.ts';
import type { Assignee, Force, ItemRules, StatedTask, TaskRules } from './languages/item-rules.ts';
import { replyTo, type Reply } from './replies.ts';
import { firstName, speakerCalled } from './speaker-names.ts';
import { saysTheSame } from './same.ts';
import type { Statement } from './statements.ts';

/** Number of characters of a sentence that are looked at before a clause. */
const MOST_BEFORE = 200;
/** Number of preceding tasks that are searched for a repetition. */
const COMPARED = 50;
/** Most content words of a reply that does nothing else than accept. */
const PLAIN_WORDS = 3;
/**
 * What somebody promised to do, or was asked to do and did not refuse. It is certain when somebody has
 * committed to it and its result outlasts the conversation; else it is possible.
 */
export function actionItemsIn(
  statements: readonly Statement[],
  speakers: readonly string[],
  rules: ItemRules,
): readonly ActionItem[] {
  const { tasks } = rules;
  const reader = tasks.readerOf(speakers);
  const items: ActionItem[] = [];
  for (const [place, statement] of statements.entries()) {
    let before = '';
    for (const clause of tasks.clausesOf(statement.text, speakers)) {
      const task = reader.taskIn(clause, statement.isQuestion, before);
      before = `${before} ${clause}`.slice(-MOST_BEFORE);
      const item = task && itemOf(task, clause, { place, statements, speakers, rules });
      if (item !== null) addUnlessRepeated(items, item, rules);
    }
  }
  return items;
}

interface TaskContext {
  readonly place: number;
  readonly statements: readonly Statement[];
  readonly speakers: readonly string[];
  readonly rules: ItemRules;
}

function itemOf(stated: StatedTask, clause: string, context: TaskContext): ActionItem | null {
  const { place, statements, speakers, rules } = context;
  const { tasks } = rules;
  const { assignee, task, force } = stated;
  const statement = statements[place];
  if (statement === undefined) return null;
  const reply = replyTo(statements, place, rules);
  const open = assignee.kind === 'addressed' || assignee.kind === 'nobody';
  if (reply?.kind === 'no' && isRefused(stated, reply, speakers)) return null;
  if (force === 'offered' && !isWanted(reply)) return null;
  const request = { assignee, isQuestion: statement.isQuestion };
  const isAnswered = isAccepted(reply, request, context);
  const isAsked = isRequest(force) && isAnswered;
  const taken = reply?.kind === 'takesOver' || isAsked;
  const answer = open && taken ? reply : null;
  const who = assigneeName(assignee, statement, speakers, answer);
  const text = tasks.textOf(task, { assignee, speaker: statement.speaker, speakers });
  const when =
    tasks.whenOf(task) ?? tasks.whenOf(clause) ?? tasks.whenOf(answer?.statement.said ?? '');
  if (!tasks.canBeRead(text, when)) return null;
  const isPresent = who !== null && (open || speakerCalled(who, speakers) !== null);
  const commitment = { isPresent, when, answered: isAnswered, taken: answer };
  const certainty = certaintyOf(stated, commitment, tasks);
  if (certainty === null) return null;
  const stating = answer ? [statement, answer.statement] : [statement];
  return { text, who, when, certainty, ...cited(stating) };
}

/** Whether somebody else is to do it who can accept it. */
function isRequest(force: Force): boolean {
  return force === 'asked' || force === 'required';
}

/** Whether a refusal is that of who is to do it, or of what was asked or offered. */
function isRefused(
  { assignee, force }: StatedTask,
  { statement }: Reply,
  speakers: readonly string[],
): boolean {
  if (isRequest(force) || force === 'offered') return true;
  if (assignee.kind !== 'named') return assignee.kind !== 'speaker';
  return speakerCalled(assignee.name, speakers) === statement.speaker;
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
  tasks: TaskRules,
): Certainty | null {
  const isWished = force === 'offered';
  const isTakenOn = taken?.kind === 'takesOver';
  const isTimely = when !== null && !tasks.isInSession(when);
  if (!isTakenOn && !tasks.isLasting(task) && !isTimely) return null;
  const accepted = taken !== null || isWished || (isRequest(force) && answered);
  const isTimed = when !== null && assignee.kind === 'named';
  if ((force === 'promised' || accepted) && (isPresent || isTimed)) return 'certain';
  if (assignee.kind === 'nobody' || assignee.kind === 'addressed') {
    return isTimely || force === 'asked' ? 'possible' : null;
  }
  return 'possible';
}

/**
 * Whether a request is accepted. Who says "yeah" and goes on to something else has not accepted what was asked of
 * nobody in particular, unless it was a question.
 */
function isAccepted(
  reply: Reply | null,
  { assignee, isQuestion }: { readonly assignee: Assignee; readonly isQuestion: boolean },
  { speakers, rules }: TaskContext,
): boolean {
  if (reply?.accepts !== true) return false;
  if (isQuestion) return true;
  const isNamed =
    assignee.kind === 'named' || (assignee.kind === 'addressed' && assignee.name !== null);
  if (isNamed || speakers.length <= 2) return true;
  const { said } = reply.statement;
  const isPlain = rules.contentWords(said).length <= PLAIN_WORDS;
  return isPlain || rules.replies.speaksOfSelf.test(said.replaceAll('’', "'"));
}

/** Whether another speaker has said that an offer is welcome. */
function isWanted(reply: Reply | null): boolean {
  return reply !== null && (reply.kind === 'agreed' || reply.isWish);
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

function addUnlessRepeated(
  items: ActionItem[],
  item: ActionItem,
  { contentWords }: ItemRules,
): void {
  const words = contentWords(item.text);
  const repeated = items.slice(-COMPARED).some((other) => {
    if (!mayBeSame(item.who, other.who)) return false;
    return answers(item, other) || saysTheSame(words, contentWords(other.text));
  });
  if (!repeated) items.push(item);
}

/**
 * "Sure, I'll call them today" as the reply to "can you ask the bank?" says how it will be done: it is the same
 * task, unless another reply has taken it on.
 */
function answers(item: ActionItem, other: ActionItem): boolean {
  const [turnId = ''] = item.turnIds;
  return other.turnIds[0] !== turnId && other.turnIds.includes(turnId);
}

function mayBeSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
