/** What every call of an engine takes beside its request. */
export interface EngineCall {
  /**
   * Ends the call: the engine stops working on it, at the latest within five seconds, and the
   * promise rejects with the signal's reason.
   */
  readonly signal: AbortSignal;
}
