/** Options of an evaluation. */
export interface EvaluationOptions {
  /** A file or folder of the user's own cases; the committed ones without it. */
  readonly data?: string | undefined;
  /** Models that are measured beside the builtin engine, with the URLs and the key of their API. */
  readonly model?: readonly string[] | undefined;
  readonly modelUrl?: readonly string[] | undefined;
  readonly modelKey?: string | undefined;
  /** Whether the small model of the tests is measured, too; this program starts its server. */
  readonly smallModel?: boolean | undefined;
  /** Whether conditions that take minutes are measured too. */
  readonly isThorough: boolean;
}

/** What an evaluation has found: whether its floors are reached, and its figures for machines. */
export interface Evaluated {
  readonly met: boolean;
  readonly figures: unknown;
}
