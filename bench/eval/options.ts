/** Options of an evaluation. */
export interface EvaluationOptions {
  /** A file or folder of the user's own cases; the committed ones without it. */
  readonly data?: string | undefined;
  /** File into which the figures are written as well. */
  readonly json?: string | undefined;
  /** A model that is measured beside the builtin engine, with the URL and the key of its API. */
  readonly model?: string | undefined;
  readonly modelUrl?: string | undefined;
  readonly modelKey?: string | undefined;
}
