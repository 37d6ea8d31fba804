/** Properties of an error code, the same wherever it appears. */
export interface ErrorDefinition {
  /** HTTP status of the problem document when the gateway answers with this code. */
  readonly status: number;
  /** Whether the same request or activity may succeed when it is retried unchanged. */
  readonly retryable: boolean;
  /** Short, unchanging description of the kind of problem (RFC 9457 `title`). */
  readonly title: string;
  /** What the reader can do about it. */
  readonly nextAction: string;
}
