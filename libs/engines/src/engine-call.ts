import type { AudioUse, TokenUse } from '#contracts/model';

/** Options of every engine call, in addition to the request. */
export interface EngineCall {
  /**
   * Cancels the call: the engine stops working on it within five seconds, and the promise rejects
   * with the signal's reason.
   */
  readonly signal: AbortSignal;
  /** Whose work it is: owners take turns where an engine has a queue of its own. */
  readonly owner?: string;
  /** Called for each request that a model has answered, wholly or in part, also when the call fails. */
  readonly spent?: (use: TokenUse) => void;
  /** The same for each request that a speech service has begun to answer. */
  readonly heard?: (use: AudioUse) => void;
}
