/** The person to whom a clause assigns its task. */
export type Assignee =
  | { readonly kind: 'speaker' }
  | { readonly kind: 'addressed'; readonly name: string | null }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'nobody' };

/**
 * How a task is stated: `promised` by who is to do it, or by who assigns it for certain; `asked` of
 * somebody, which counts when it is accepted; `offered` by who would do it, which counts likewise;
 * `required` of somebody ("you have to"), which counts when it is accepted or has a time; `meant` as something that
 * should be done.
 */
export type Force = 'promised' | 'asked' | 'offered' | 'required' | 'meant';

/** A task that a clause states. */
export interface StatedTask {
  readonly assignee: Assignee;
  /** What is to be done, in the words of the clause. */
  readonly task: string;
  readonly force: Force;
}

/** Finds the tasks that the clauses of a conversation state. */
export interface TaskReader {
  /**
   * The task that a clause states; `null` when it states none.
   * @param before the sentence before the clause: what is supposed or quoted there is no promise
   */
  taskIn(clause: string, isQuestion: boolean, before: string): StatedTask | null;
}

/** Whose task it is, and who speaks. */
export interface TaskOf {
  readonly assignee: Assignee;
  readonly speaker: string;
  readonly speakers: readonly string[];
}

/** How a language states tasks. */
export interface TaskRules {
  /** Splits a sentence where it states another task or assignee. */
  clausesOf(sentence: string, speakers: readonly string[]): readonly string[];
  /** @param speakers the speakers of the conversation: their names are known as such */
  readerOf(speakers: readonly string[]): TaskReader;
  /** Whether the result of a task outlasts the conversation, or the task has a time of its own. */
  isLasting(task: string): boolean;
  /** Whether a time may be that of the conversation itself. */
  isInSession(when: string): boolean;
  /** The time expression of a sentence, in its words; `null` without any. */
  whenOf(sentence: string): string | null;
  /** A task as a self-contained sentence. */
  textOf(task: string, of: TaskOf): string;
  /** Whether the text of a task can be understood by who was not there. */
  canBeRead(text: string, when: string | null): boolean;
}

/** How a language states decisions. Every text is a clean sentence with straight apostrophes. */
export interface DecisionRules {
  /** Whether a sentence can be read alone. */
  isWhole(sentence: string): boolean;
  /** Whether it tells of what was decided at another time, or will be. */
  isOfAnotherTime(sentence: string): boolean;
  /** Whether it says that the next sentence is a decision. */
  announces(sentence: string): boolean;
  /** Whether it needs nobody's agreement: it says that it is decided, or chooses. */
  isStated(sentence: string): boolean;
  /** Whether it settles something unless somebody objects. */
  isChoice(sentence: string): boolean;
  /** Whether such a choice settles something only where another says so in as many words. */
  isLightChoice(sentence: string): boolean;
  /** Whether it settles something where another agrees. */
  isAgreedChoice(sentence: string): boolean;
  /** Whether what is to be done follows from what was said. @param said the sentence as it was said */
  sumsUp(said: string, sentence: string): boolean;
  /** Whether it is open until another speaker agrees. */
  isProposal(sentence: string): boolean;
}

/** How a language replies. Every pattern is tried on what was said, with straight apostrophes. */
export interface ReplyPatterns {
  readonly yes: RegExp;
  /** Agreement with a proposal, in as many words. */
  readonly agreed: RegExp;
  readonly no: RegExp;
  /** What begins like a refusal and is none: "no problem". */
  readonly noRefusal: RegExp;
  /** Takes a task on. */
  readonly takesOver: RegExp;
  /** Words with which a reply agrees to nothing. */
  readonly denies: RegExp;
  /** Accepts a request, where "right" or "great" would only acknowledge it. */
  readonly accepts: RegExp;
  /** Welcomes an offer. */
  readonly wishes: RegExp;
  /** Whether somebody speaks of what they do themselves. */
  readonly speaksOfSelf: RegExp;
}

/** What a language needs for action items and decisions. */
export interface ItemRules {
  /** The distinct words of a text that carry content, without their endings. */
  readonly contentWords: (text: string) => readonly string[];
  readonly tasks: TaskRules;
  readonly decisions: DecisionRules;
  readonly replies: ReplyPatterns;
}
