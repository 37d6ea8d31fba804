import { activityInfo } from '@temporalio/activity';
import type { EngineCall } from '#engines';

/** Options of a call of an engine by the current activity, in turns with those of other owners. */
export function engineCall(signal: AbortSignal): EngineCall {
  return { signal, owner: activityInfo().priority?.fairnessKey ?? '' };
}
