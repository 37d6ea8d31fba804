import type { Assignee, Force, StatedTask, TaskReader } from '../item-rules.ts';
import { compile, compileWords, matchOf } from './compile.ts';
import type { LanguageWords } from './language-words.ts';
import { plainWords } from './plain-words.ts';
import type { SpeakerWords } from './speaker-words.ts';

/** The patterns that need no names, compiled once for a language. */
export class TaskForms {
  readonly promised: readonly RegExp[];
  readonly promisedWithTime: readonly RegExp[];
  readonly asked: readonly RegExp[];
  readonly required: readonly RegExp[];
  readonly askedOfAnybody: readonly RegExp[];
  readonly offered: readonly RegExp[];
  readonly meant: readonly RegExp[];
  readonly meantOfAnybody: readonly RegExp[];
  readonly polite: RegExp;
  readonly supposed: RegExp;
  readonly refused: RegExp;
  readonly doubted: RegExp;

  constructor(
    { verbs, tasks, refusals }: LanguageWords,
    /** The time expression of a text; `null` without any. */
    readonly whenOf: (text: string) => string | null,
  ) {
    this.promised = compile(tasks.promised, verbs);
    this.promisedWithTime = compile(tasks.promisedWithTime, verbs);
    this.asked = compile(tasks.asked, verbs);
    this.required = compile(tasks.required, verbs);
    this.askedOfAnybody = compile(tasks.askedOfAnybody, verbs);
    this.offered = compile(tasks.offered, verbs);
    this.meant = compile(tasks.meant, verbs);
    this.meantOfAnybody = compile(tasks.meantOfAnybody, verbs);
    this.polite = new RegExp(refusals.polite, 'gu');
    this.supposed = compileWords(refusals.supposed);
    this.refused = compileWords(refusals.refused);
    this.doubted = compileWords(refusals.doubted);
  }
}

/** Finds the tasks of a conversation in a language that is described by its words. */
export class WordedTaskReader implements TaskReader {
  private readonly named: readonly RegExp[];
  private readonly namedWithTime: readonly RegExp[];

  constructor(
    private readonly forms: TaskForms,
    { verbs, tasks }: LanguageWords,
    private readonly speakers: SpeakerWords,
  ) {
    this.named = compile(tasks.named, verbs, speakers.names);
    this.namedWithTime = compile(tasks.namedWithTime, verbs, speakers.names);
  }

  taskIn(clause: string, isQuestion: boolean, before: string): StatedTask | null {
    const { polite, supposed, refused, doubted } = this.forms;
    const words = plainWords(clause).replaceAll(polite, ' ');
    if (supposed.test(plainWords(before)) || supposed.test(words) || refused.test(words)) {
      return null;
    }
    const found = this.requestIn(clause, words) ?? (isQuestion ? null : this.told(clause, words));
    if (found === null) return null;
    const isOpen = found.force === 'promised' && doubted.test(words);
    return { ...found, task: clause, force: isOpen ? 'meant' : found.force };
  }

  private requestIn(clause: string, words: string): Omit<StatedTask, 'task'> | null {
    const { asked, askedOfAnybody, offered } = this.forms;
    if (matchOf(offered, words)) return of({ kind: 'speaker' }, 'offered');
    if (matchOf(askedOfAnybody, words)) return of({ kind: 'nobody' }, 'asked');
    if (!matchOf(asked, words)) return null;
    return of({ kind: 'addressed', name: this.speakers.addressedIn(clause) }, 'asked');
  }

  private told(clause: string, words: string): Omit<StatedTask, 'task'> | null {
    const { promised, promisedWithTime, meant, meantOfAnybody, whenOf } = this.forms;
    const isTimed = whenOf(clause) !== null;
    if (matchOf(promised, words) ?? (isTimed ? matchOf(promisedWithTime, words) : null)) {
      return of({ kind: 'speaker' }, 'promised');
    }
    const named =
      matchOf(this.named, words) ?? (isTimed ? matchOf(this.namedWithTime, words) : null);
    const name = this.speakers.nameOf(named?.groups?.['name'] ?? '');
    if (name !== null) return of({ kind: 'named', name }, 'promised');
    if (matchOf(this.forms.required, words)) {
      return of({ kind: 'addressed', name: this.speakers.addressedIn(clause) }, 'required');
    }
    if (matchOf(meant, words)) return of({ kind: 'speaker' }, 'meant');
    return matchOf(meantOfAnybody, words) ? of({ kind: 'nobody' }, 'meant') : null;
  }
}

function of(assignee: Assignee, force: Force): Omit<StatedTask, 'task'> {
  return { assignee, force };
}
