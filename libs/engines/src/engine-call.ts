/** Options of every engine call, in addition to the request. */
export interface EngineCall {
  /**
   * Cancels the call: the engine stops working on it within five seconds, and the promise rejects
   * with the signal's reason.
   */
  readonly signal: AbortSignal;
}
