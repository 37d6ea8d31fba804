import { ENTITY_KINDS, entityWorkflowId, type WorkSignal } from '#contracts/workflows';
import { forEachOf } from './pages.ts';
import type { MaintenanceDependencies } from './maintenance-dependencies.ts';

const BATCH_SIZE = 64;

/** Delivers work of which Temporal was not notified. */
export class ForgottenWork {
  constructor(private readonly deps: MaintenanceDependencies) {}

  /**
   * Delivers pending outbox messages and work signals, as a gateway does.
   * @returns how many were delivered
   */
  async deliver(): Promise<number> {
    const { outbox, workSignals, taskDelivery, signalDelivery } = this.deps;
    let delivered = 0;
    for (let more = true; more;) {
      const rounds = [
        await outbox.dispatch(BATCH_SIZE, (message) => taskDelivery.deliver(message)),
        await workSignals.dispatch(BATCH_SIZE, (signal) => signalDelivery.deliver(signal)),
      ];
      delivered += rounds.reduce((sum, round) => sum + round.delivered, 0);
      more = rounds.some((round) => round.delivered >= BATCH_SIZE);
    }
    return delivered;
  }

  /**
   * Starts the workflows of entities that have work but no running workflow.
   * @returns how many were started
   */
  async signal(): Promise<number> {
    let signalled = 0;
    for (const kind of ENTITY_KINDS) {
      await forEachOf(
        (after, limit) => this.deps.pendingWork.unsignalled(kind, after, limit),
        ({ id }) => id,
        async (signal) => {
          if (await this.signalUnlessRunning(signal)) signalled += 1;
        },
      );
    }
    return signalled;
  }

  /** A running workflow takes the work anyway; a signal would only postpone its summary. */
  private async signalUnlessRunning(signal: WorkSignal): Promise<boolean> {
    const { inspector, signalDelivery, logger } = this.deps;
    const { kind, id } = signal;
    if (await inspector.isRunning(entityWorkflowId(signal))) return false;
    await signalDelivery.deliver(signal);
    logger.warn(
      { kind, id },
      'an entity had work but no running workflow; its workflow was started',
    );
    return true;
  }
}
