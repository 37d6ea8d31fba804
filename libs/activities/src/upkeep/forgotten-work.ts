import { conversationWorkflowId } from '#contracts/messages';
import type { Wake } from '#store';
import { forEachOf } from './pages.ts';
import type { UpkeepDependencies } from './upkeep-dependencies.ts';

const BATCH_SIZE = 64;

/** Finds what has to be told to Temporal and was not. */
export class ForgottenWork {
  constructor(private readonly deps: UpkeepDependencies) {}

  /** Delivers what waits, as a gateway does. @returns how much was delivered */
  async sweep(): Promise<number> {
    const { outbox, wakes, taskDelivery, wakeDelivery } = this.deps;
    let delivered = 0;
    for (let more = true; more;) {
      const rounds = [
        await outbox.dispatch(BATCH_SIZE, (message) => taskDelivery.deliver(message)),
        await wakes.dispatch(BATCH_SIZE, (wake) => wakeDelivery.wake(wake)),
      ];
      delivered += rounds.reduce((sum, round) => sum + round.delivered, 0);
      more = rounds.some((round) => round.delivered >= BATCH_SIZE);
    }
    return delivered;
  }

  /** Starts workflows that were ended while there was work. @returns how many */
  async wake(): Promise<number> {
    const { upkeep, scoring } = this.deps;
    let woken = 0;
    await forEachOf(
      (after, limit) => upkeep.conversationsWithWork(after, limit, scoring),
      ({ conversationId }) => conversationId,
      async (wake) => {
        if (await this.wakeUnlessRunning(wake)) woken += 1;
      },
    );
    return woken;
  }

  /** A workflow that runs has seen the work, or will; to signal it would only put off its summary. */
  private async wakeUnlessRunning(wake: Wake): Promise<boolean> {
    const { inspector, wakeDelivery, logger } = this.deps;
    const { conversationId } = wake;
    if (await inspector.isRunning(conversationWorkflowId(conversationId))) return false;
    await wakeDelivery.wake(wake);
    logger.warn({ conversationId }, 'a conversation had work that nobody saw to; it was woken');
    return true;
  }
}
