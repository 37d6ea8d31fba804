import type { SummaryLanguage } from '#contracts/model';
import type { ReplyPatterns } from '../item-rules.ts';

/**
 * The forms of the verbs of tasks whose result outlasts the conversation. Each is a list of words or patterns,
 * separated by spaces; `_` stands for a space.
 */
export interface TaskVerbs {
  /** After an auxiliary: "schicken", "envoyer". */
  readonly infinitive: string;
  /** What the speaker does, in the present: "schicke", "envoie". */
  readonly first: string;
  /** What the speaker will do, in one word: "enverrai". Empty where the language has none. */
  readonly firstFuture: string;
  /** What somebody does: "schickt". */
  readonly third: string;
  /** What somebody will do, in one word: "enverra". */
  readonly thirdFuture: string;
  /** What one is told to do: "schick". */
  readonly imperative: string;
}

/**
 * Patterns over the words of a clause (see `plainWords`). `{infinitive}` and the other forms of
 * {@link TaskVerbs} are replaced by all verbs, `{name}` by the names of the speakers, `{few}` by up to three words
 * and `{gap}` by up to twelve.
 */
export interface TaskPatterns {
  /** The speaker commits to a task. */
  readonly promised: readonly string[];
  /** So does who says it with a time; without one it may be about something else. */
  readonly promisedWithTime: readonly string[];
  /** A speaker says for certain what another one does. */
  readonly named: readonly string[];
  readonly namedWithTime: readonly string[];
  /** Somebody is asked, or told. */
  readonly asked: readonly string[];
  /** Somebody is said to have to do it: a request where it is accepted or has a time. No questions. */
  readonly required: readonly string[];
  /** Whoever wants to is asked: "who orders the chairs?" */
  readonly askedOfAnybody: readonly string[];
  readonly offered: readonly string[];
  /** Something should be done by the speaker. */
  readonly meant: readonly string[];
  /** Something should be done by nobody in particular. */
  readonly meantOfAnybody: readonly string[];
}

/** Patterns over the words of a clause that show that no task is assigned. */
export interface TaskRefusals {
  /** Politeness, which is no condition: "if possible". It is taken out first. */
  readonly polite: string;
  /** What is supposed, told or quoted; also in the clauses before. */
  readonly supposed: string;
  /** What is denied, done again and again, past, or over with the conversation. */
  readonly refused: string;
  /** Where it is left open whether it will be done. */
  readonly doubted: string;
}

/** Patterns over the words of a sentence that state decisions. `{gap}` and `{few}` as in {@link TaskPatterns}. */
export interface DecisionPatterns {
  /** It says of itself that it is a decision. */
  readonly stated: readonly string[];
  /** The same without what is decided: the next sentence says it. */
  readonly announces: string;
  /** Proposes something. */
  readonly proposed: readonly string[];
  /** Says what "we" do: a decision where another agrees. */
  readonly settled: readonly string[];
  /** Sums up what was said, in the first words. */
  readonly sumsUp: string;
  /** Words before a statement that leave it open. */
  readonly open: string;
  /** Words after it that do. */
  readonly openAfter: string;
  /** What was decided at another time, or will be. */
  readonly otherTime: string;
  /** How the conversation itself is run, and what is only talked about. */
  readonly procedure: string;
}

/** All that a language needs for action items and decisions: the rules are the same for all. */
export interface LanguageWords {
  readonly language: SummaryLanguage;
  readonly verbs: TaskVerbs;
  readonly tasks: TaskPatterns;
  readonly refusals: TaskRefusals;
  readonly decisions: DecisionPatterns;
  readonly replies: ReplyPatterns;
  /** Where a sentence goes on with another task: the words between, and the subjects that may follow. */
  readonly clauses: { readonly conjunctions: string; readonly subjects: string };
  /** The source of a pattern for time expressions, over the text itself. */
  readonly when: string;
  /** Times of the conversation itself. */
  readonly inSession: string;
  /** Words at the beginning of a clause that do not belong to its task. */
  readonly opening: string;
  /** Words that do not say with what something is done. */
  readonly vague: string;
}
