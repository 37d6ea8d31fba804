import type { ErrorCode } from '#contracts/model';
import type { SpeechEngine } from '#engines';
import { AppError } from '#platform';
import type { SpeechDependencies } from './speech-dependencies.ts';

/**
 * What says that something is wrong with a service. One that asks to wait works, and one that refuses a
 * recording says something about the recording.
 */
const FAULTS: ReadonlySet<ErrorCode> = new Set([
  ...(['speech_service_misconfigured', 'speech_service_unavailable'] as const),
  ...(['speech_service_stalled', 'speech_answer_invalid'] as const),
]);

/** Keeps the last failure of each speech service until it answers again, so that people see what is wrong. */
export class ServiceHealth {
  constructor(private readonly deps: Pick<SpeechDependencies, 'engineFailures' | 'logger'>) {}

  /**
   * Asks an engine. What cannot be noted changes nothing for the task.
   * @param name as tasks request it
   * @throws what `ask` throws
   */
  async watched<Answer>(
    { costly }: Pick<SpeechEngine, 'costly'>,
    name: string,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    if (!costly) return ask();
    const { engineFailures } = this.deps;
    const answer = await ask().catch(async (error: unknown) => {
      const code = error instanceof AppError ? error.code : null;
      if (code !== null && FAULTS.has(code)) {
        await this.tried(() => engineFailures.note(name, code));
      }
      throw error;
    });
    await this.tried(() => engineFailures.clear(name));
    return answer;
  }

  private async tried(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (err) {
      this.deps.logger.warn({ err }, 'the state of a speech service could not be stored');
    }
  }
}
