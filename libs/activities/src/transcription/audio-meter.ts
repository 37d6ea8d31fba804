import type { AudioUse } from '#contracts/model';
import { minuteCost } from '#domain';
import type { EngineCall, SpeechEngine } from '#engines';
import { engineCall } from '../shared/engine-call.ts';
import { storeFinished } from '../shared/store-finished.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** Notes what tasks have used of engines that may cost money, within the limit of the day. */
export class AudioMeter {
  constructor(private readonly deps: Pick<SpeechDependencies, 'tokenUse' | 'settings'>) {}

  /**
   * Calls an engine. What was used is noted before the answer is returned, whether it can be used or not.
   * @throws AppError `language_limit_reached`, before the call, while the limit is reached
   */
  async metered<Answer>(
    { costly }: SpeechEngine,
    taskId: string,
    signal: AbortSignal,
    ask: (call: EngineCall) => Promise<Answer>,
  ): Promise<Answer> {
    const call = engineCall(signal);
    if (!costly) return ask(call);
    await this.deps.tokenUse.refuseIfUsedUp(taskId, 'audio');
    const uses: AudioUse[] = [];
    try {
      return await ask({ ...call, heard: (use) => uses.push(use) });
    } finally {
      await this.note(taskId, uses, signal);
    }
  }

  private async note(
    taskId: string,
    uses: readonly AudioUse[],
    signal: AbortSignal,
  ): Promise<void> {
    if (uses.length === 0) return;
    const { tokenUse, settings } = this.deps;
    const priced = uses.map((use) => ({ ...use, cost: minuteCost(use, settings.minutePrices) }));
    await storeFinished(() => tokenUse.add(taskId, priced), signal);
  }
}
