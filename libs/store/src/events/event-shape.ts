/** An event of a type, with its data. */
export interface EventShape<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** Data of an event about one attempt of a task. */
export interface OfRun {
  readonly attempt: number;
}

/** What was imported has the time at which it was made, ISO 8601 UTC; that of all else is omitted. */
export interface MadeEarlier {
  readonly madeAt?: string;
}

/** A change of a conversation's text. */
export interface OfRevision {
  /** Revision of the conversation after the change. */
  readonly revision: number;
}
