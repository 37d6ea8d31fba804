import { isCommonWord, isEverydayWord } from '../../../text/english-words.ts';
import {
  ASKED,
  CONDITION,
  DOUBTED,
  EVERYBODY,
  INSTRUCTED,
  LABELLED,
  LET_ME,
  NAMED_ASKED,
  NAMED_FIRM,
  NAMED_NEEDS,
  NAMED_TOLD,
  NO_NAME,
  NOBODY,
  NOT_ASSIGNED,
  OFFERED,
  SPEAKER_FIRM,
  SPEAKER_NEEDS,
  TOLD,
  TOLD_OF,
} from './task-patterns.ts';
import { speakerCalled } from '../../speaker-names.ts';
import {
  AT_ONCE,
  INVITATION,
  LASTING_TASK,
  NO_DEED,
  NO_TASK,
  TASK_VERBS,
  WITHIN_THE_MEETING,
} from './tasks.table.ts';
import type { Assignee, Force, StatedTask, TaskReader } from '../item-rules.ts';
import { whenOf } from './when.ts';

/** A speaker whose name can be told from other words: it has letters only. */
const PLAIN_NAME = /^\p{L}[\p{L}’' -]*$/u;

interface Found {
  readonly name?: string | undefined;
  readonly task: string;
}

/** Finds the tasks that the clauses of an English conversation state. */
export class EnglishTaskReader implements TaskReader {
  private readonly spoken: readonly string[];

  /** @param speakers the speakers of the conversation: their names are known as such */
  constructor(private readonly speakers: readonly string[]) {
    this.spoken = speakers.filter((name) => PLAIN_NAME.test(name));
  }

  taskIn(clause: string, isQuestion: boolean, before: string): StatedTask | null {
    if (TOLD_OF.test(before)) return null;
    const stated = this.statedIn(clause, isQuestion);
    if (stated === null || !CONDITION.test(before)) return stated;
    return { ...stated, force: 'meant' };
  }

  private statedIn(clause: string, isQuestion: boolean): StatedTask | null {
    const plain = this.withNames(clause.replaceAll('’', "'").trim());
    const labelled = LABELLED.exec(plain)?.groups;
    if (labelled) {
      const { name, task = '' } = labelled;
      return statedTask({ name, task }, name ? 'named' : 'nobody', 'promised');
    }
    if (WITHIN_THE_MEETING.test(plain)) return null;
    const offer = find(plain, OFFERED);
    if (offer !== null && !NO_TASK.test(offer.task)) return statedTask(offer, 'speaker', 'offered');
    const stated = this.requestIn(plain) ?? unassigned(plain, isQuestion);
    if (stated !== null) return stated;
    if (isQuestion && !/\b(?:okay|ok|right|yeah|alright)\s*\?$/iu.test(plain)) return null;
    const assigned = promised(plain) ?? this.assigned(plain);
    if (assigned === null || !DOUBTED.test(plain)) return assigned;
    return { ...assigned, force: 'meant' };
  }

  /** The clause with the capitals of the speakers' names: "the designer will" names "Designer". */
  private withNames(clause: string): string {
    const low = clause.toLowerCase();
    let named = clause;
    for (const name of this.spoken) {
      const at = low.indexOf(name.toLowerCase());
      if (at >= 0 && isWord(low, at, name.length))
        named = named.slice(0, at) + name + named.slice(at + name.length);
    }
    return named;
  }

  private requestIn(plain: string): StatedTask | null {
    const someone = find(plain, NAMED_ASKED);
    if (someone !== null && isAssigned(someone.task) && this.isPerson(someone.name)) {
      return statedTask(someone, 'named', 'asked');
    }
    const told = find(plain, NAMED_TOLD);
    if (told !== null && isAssigned(told.task) && this.isPerson(told.name)) {
      return statedTask(told, 'named', 'promised');
    }
    const asked = find(plain, ASKED) ?? find(plain, INSTRUCTED);
    if (asked !== null) return this.isAsked(asked) ? statedTask(asked, 'addressed', 'asked') : null;
    const advised = find(plain, TOLD);
    if (advised === null || !isAssigned(advised.task)) return null;
    // "You need to sign the form" is said of people in general, unless only one can be meant.
    if (advised.name === undefined && this.speakers.length > 2) return null;
    return statedTask(advised, 'addressed', advised.name ? 'asked' : 'meant');
  }

  private isAsked({ name, task }: Found): boolean {
    return isAssigned(task) && (name !== undefined || !INVITATION.test(task));
  }

  private assigned(plain: string): StatedTask | null {
    const firm = find(plain, NAMED_FIRM);
    const found = firm ?? find(plain, NAMED_NEEDS);
    if (found === null || NO_TASK.test(found.task) || !this.isPerson(found.name)) return null;
    return statedTask(found, 'named', firm === null ? 'meant' : 'promised');
  }

  /** Whether a word with a capital is a name: that of a speaker, or no ordinary word. */
  private isPerson(name: string | undefined): boolean {
    if (name === undefined || NO_NAME.test(name)) return false;
    const called = name.replace(/^the /iu, '');
    const isNew = (word: string) => mayBeName(word.toLowerCase());
    return (
      speakerCalled(called, this.speakers) !== null || called.split(/ (?:and )?/u).every(isNew)
    );
  }
}

/** Whether a lower-case word may be a name: no everyday word, and none for what is done ("voting"). */
function mayBeName(word: string): boolean {
  return !isEverydayWord(word) && !(word.endsWith('ing') && isCommonWord(word));
}

/** "Ask Tom to send it". */
const ASK_TO = /^ask (?:\p{L}+ ){1,6}?to (?<what>\p{L}.*)/iu;
/** A task that waits for somebody to take it. */
const OF_SOMEONE = /\b(?:someone|somebody|anyone|anybody|one of us)\b/iu;

/** Whether a part of a text is not within a word. */
function isWord(text: string, at: number, length: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + length)];
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

/** Times of the conversation itself. */
const IN_SESSION =
  /^(?:for )?(?:today|this (?:morning|afternoon|evening)|right away|straight away|immediately)$/iu;

export function isInSession(when: string): boolean {
  return IN_SESSION.test(when);
}

export function isLasting(task: string): boolean {
  // "Ask Tom to answer" is about the next minute, "ask Tom to send the report" is not.
  const asked = ASK_TO.exec(task)?.groups?.['what'];
  if (asked !== undefined) return isLasting(asked);
  return LASTING_TASK.test(task) || whenOf(task) !== null;
}

function unassigned(plain: string, isQuestion: boolean): StatedTask | null {
  const found = find(plain, EVERYBODY) ?? find(plain, NOBODY);
  if (found === null || NO_TASK.test(found.task)) return null;
  const isAsked = isQuestion || OF_SOMEONE.test(plain);
  return statedTask(found, found.name ? 'named' : 'nobody', isAsked ? 'asked' : 'meant');
}

function promised(plain: string): StatedTask | null {
  const firm = find(plain, SPEAKER_FIRM);
  if (firm !== null && !NO_TASK.test(firm.task) && (isTask(firm.task) || isTimedDeed(firm.task))) {
    return statedTask(firm, 'speaker', 'promised');
  }
  const self = find(plain, LET_ME);
  if (self !== null && !NO_TASK.test(self.task) && isTimedDeed(self.task)) {
    return statedTask(self, 'speaker', 'promised');
  }
  const needs = find(plain, SPEAKER_NEEDS);
  if (needs === null || NO_TASK.test(needs.task)) return null;
  return statedTask(needs, 'speaker', 'meant');
}

/** Whether what is asked is to be done after the conversation. */
function isAssigned(task: string): boolean {
  return !AT_ONCE.test(task) && !NO_TASK.test(task);
}

const IS_TASK = new RegExp(`^${TASK_VERBS}\\b`, 'iu');

function isTask(task: string): boolean {
  return IS_TASK.test(task);
}

/** Within as many words, the time of a deed is its own: speech without punctuation goes on and on. */
const TIMED_WORDS = 12;

/** Whether a task has a time after the conversation: then any deed is one. */
function isTimedDeed(task: string): boolean {
  const [clause = ''] = task.split(/,? (?:but|because|so|since|that|which|who|as of|if)\b/iu);
  const deed = clause.split(' ', TIMED_WORDS).join(' ');
  const when = whenOf(deed);
  return when !== null && !isInSession(when) && !NO_DEED.test(deed);
}

/** The match of a pattern, unless the words before it show that no task is assigned. */
function find(plain: string, pattern: RegExp): Found | null {
  const found = pattern.exec(plain);
  const task = found?.groups?.['task'];
  if (found === null || task === undefined) return null;
  return NOT_ASSIGNED.test(plain.slice(0, found.index)) ? null : { ...found.groups, task };
}

function statedTask({ name, task }: Found, kind: Assignee['kind'], force: Force): StatedTask {
  const called = name?.replace(/^the /iu, '');
  const known = called === undefined || NO_NAME.test(called) ? null : called;
  if (kind === 'addressed') return { assignee: { kind, name: known }, task, force };
  if (kind === 'named' && called) return { assignee: { kind, name: called }, task, force };
  return { assignee: { kind: kind === 'speaker' ? kind : 'nobody' }, task, force };
}
