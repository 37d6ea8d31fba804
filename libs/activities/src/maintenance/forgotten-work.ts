import {
  ENTITY_KINDS,
  entityDefinitionOf,
  entityWorkflowId,
  type WorkSignal,
} from '#contracts/workflows';
import type { DispatchRound } from '#store';
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
    const counts = await Promise.all([
      untilFewAreLeft(() => outbox.dispatch(BATCH_SIZE, (each) => taskDelivery.deliver(each))),
      untilFewAreLeft(() =>
        workSignals.dispatch(BATCH_SIZE, (signal) => signalDelivery.deliver(signal)),
      ),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Starts the workflows of entities that have work but no running workflow, and the tasks of memories
   * that belong to none and have waited for their scores.
   * @returns how many were started
   */
  async signal(): Promise<number> {
    let signalled = await this.scoreWaiting();
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

  private async scoreWaiting(): Promise<number> {
    let created = 0;
    await forEachOf(
      (after, limit) => this.deps.waitingMemories.scoreForgotten(after, limit),
      ({ ownerId }) => ownerId,
      (owner) => {
        if (owner.created) created += 1;
        return Promise.resolve();
      },
    );
    return created;
  }

  /** A running workflow takes the work anyway; a signal would only postpone its summary. */
  private async signalUnlessRunning(signal: WorkSignal): Promise<boolean> {
    const { inspector, signalDelivery, logger } = this.deps;
    const { kind, id } = signal;
    if (await inspector.isRunning(entityWorkflowId(signal))) return false;
    await signalDelivery.deliver(signal);
    const message = 'an entity had work but no running workflow; its workflow was started';
    // Of work that becomes due by time, this is the ordinary way, and no trouble.
    if (entityDefinitionOf(kind).isDueByTime === true) logger.info({ kind, id }, message);
    else logger.warn({ kind, id }, message);
    return true;
  }
}

/** Repeats rounds while they are full. @returns how many rows were delivered */
async function untilFewAreLeft(dispatch: () => Promise<DispatchRound>): Promise<number> {
  let all = 0;
  for (let delivered = BATCH_SIZE; delivered >= BATCH_SIZE; all += delivered) {
    ({ delivered } = await dispatch());
  }
  return all;
}
