import { setTimeout as sleep } from 'node:timers/promises';
import type { StepOf, TaskRun } from '#contracts/tasks';
import type { ErasedOwners, ForgottenOwners, NotedErasures } from '#contracts/workflows';
import { AppError } from '#platform';
import { DELIVERY_LEASE_MS, type ErasureCompletion, type OpenErasure } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import type { ErasureDependencies } from './erasure-dependencies.ts';

/** Transactions are short, so one that runs longer than this is an operator's. */
const SETTLING_TIMEOUT_MS = 60_000;
/** Runs that have not stopped by then are terminated. */
const STOPPING_MS = 10_000;
const POLL_MS = 100;
/** Things between two notes of the progress. */
const THINGS_PER_NOTE = 20;
/** Those who upload one of these recordings wait until all of them are removed. */
const BLOBS_AT_ONCE = 20;
const EVENTS_AT_ONCE = 500;

/** How far a step is. */
interface Progress {
  done: number;
  readonly total: number;
}

/** Erases owners for tasks, step by step. Every step takes all erasures that are open then. */
export class ErasureRunner {
  constructor(private readonly deps: ErasureDependencies) {}

  /** First, so that no restore brings back what is about to go, whatever happens to this database. */
  async note(run: TaskRun, runId: string, { signal }: HeartbeatScope): Promise<NotedErasures> {
    const { installationRuns, erasures, tombstones } = this.deps;
    if ((await installationRuns.start(run, runId)) === null) return { kind: 'skip' };
    await tombstones.add(await erasures.kept(), signal);
    return { kind: 'done' };
  }

  async stop(run: TaskRun, { signal }: HeartbeatScope): Promise<void> {
    const { erasures, ownerRuns, projections, tasks } = this.deps;
    const open = await erasures.open();
    await this.advance(run, 'stop', { done: 0, total: await this.left('things', open) });
    // What was accepted before the erasure is committed from here on; anything else was refused.
    if ((await projections.settledNumber(SETTLING_TIMEOUT_MS)) === null) throw heldUp();
    for (const each of open) {
      await erasures.count(each);
      await tasks.cancelAll({ ownerId: each.ownerId });
    }
    for (const each of open) {
      await this.untilStopped(each, signal);
      await ownerRuns.terminateAll(each.ownerId, signal);
    }
  }

  async erase(run: TaskRun, scope: HeartbeatScope): Promise<ErasedOwners> {
    const { erasures, ownerEraser } = this.deps;
    const open = await erasures.open();
    const progress = { done: 0, total: await this.left('things', open) };
    for (const each of open) {
      await this.removeThings(run, each, progress, scope);
      await this.removeFiles(each);
      await this.dropMessages(each, scope.signal);
      await ownerEraser.removeRest(each);
    }
    return { kind: await this.removeBytes(scope.signal), items: progress.done };
  }

  async forget(run: TaskRun, scope: HeartbeatScope): Promise<ForgottenOwners> {
    const { answers, erasures } = this.deps;
    const open = await erasures.open();
    const progress = { done: 0, total: await this.left('events', open) };
    for (const each of open) {
      const ending = await this.forgetOne(run, each, progress, scope);
      if (ending === 'left') return { kind: 'again' };
      if (ending === 'busy') return { kind: 'waits' };
    }
    // Those of runs that went on after their task had gone.
    await answers.removeUnused(new Date());
    return { kind: (await erasures.completeTask(run)) ? 'done' : 'again' };
  }

  private async forgetOne(
    run: TaskRun,
    each: OpenErasure,
    progress: Progress,
    { signal, report }: HeartbeatScope,
  ): Promise<ErasureCompletion> {
    const { erasures, ownerEraser, ownerRuns, snapshotFolder } = this.deps;
    await ownerRuns.removeAll(each.ownerId, signal);
    for (let renamed = EVENTS_AT_ONCE; renamed > 0; progress.done += renamed) {
      signal.throwIfAborted();
      report(progress);
      await this.advance(run, 'forget', progress);
      renamed = await ownerEraser.renameEvents(each, EVENTS_AT_ONCE);
    }
    return erasures.complete(each, () => snapshotFolder.removeAll());
  }

  /** A run that is cancelled stops its engine and leaves no process behind. */
  private async untilStopped({ ownerId }: OpenErasure, signal: AbortSignal): Promise<void> {
    const isOpen = async () => (await this.deps.owners.find(ownerId, new Date())).tasksInFlight > 0;
    await whileIt(isOpen, STOPPING_MS, signal);
  }

  private async removeThings(
    run: TaskRun,
    { ownerId }: OpenErasure,
    progress: Progress,
    { signal, report }: HeartbeatScope,
  ): Promise<void> {
    const { ownerEraser } = this.deps;
    for (;;) {
      await this.advance(run, 'erase', progress);
      const things = await ownerEraser.things(ownerId, THINGS_PER_NOTE);
      if (things.length === 0) return;
      for (const thing of things) {
        signal.throwIfAborted();
        await ownerEraser.remove(thing);
        progress.done += 1;
        report(progress);
      }
    }
  }

  /** What is left of owners. */
  private async left(kind: 'things' | 'events', open: readonly OpenErasure[]): Promise<number> {
    const sizes = await Promise.all(
      open.map(({ ownerId }) => this.deps.ownerEraser.sizeOf(ownerId)),
    );
    return sizes.reduce((sum, size) => sum + size[kind], 0);
  }

  private async advance(run: TaskRun, step: StepOf<'erasure'>, progress: Progress): Promise<void> {
    const total = Math.max(progress.done, progress.total);
    await this.deps.installationRuns.advance(run, { step, done: progress.done, total });
  }

  private async removeFiles({ ownerId }: OpenErasure): Promise<void> {
    const { ownerFiles, exportFolder, importFolder } = this.deps;
    await ownerFiles.removeExports(ownerId, (id) => exportFolder.remove(id));
    await ownerFiles.removeImports(ownerId, (sha256) => importFolder.remove(sha256));
  }

  /** A message that is just being delivered may start a run, which is removed after it. */
  private async dropMessages({ ownerId }: OpenErasure, signal: AbortSignal): Promise<void> {
    const isDelivering = () => this.deps.ownerEraser.dropMessages(ownerId);
    await whileIt(isDelivering, DELIVERY_LEASE_MS, signal);
  }

  private async removeBytes(signal: AbortSignal): Promise<ErasedOwners['kind']> {
    const { unusedBlobs, blobs } = this.deps;
    await unusedBlobs.removeNamelessResults();
    await unusedBlobs.noteOrphans();
    for (;;) {
      signal.throwIfAborted();
      const found = await unusedBlobs.remove(BLOBS_AT_ONCE, (sha256) => blobs.remove(sha256));
      if (found === 'busy') return 'waits';
      if (found.looked === 0) return 'done';
    }
  }
}

/** Waits while something holds, up to a time in milliseconds. */
async function whileIt(
  holds: () => Promise<boolean>,
  longestMs: number,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + longestMs;
  while ((await holds()) && performance.now() < deadline) {
    await sleep(POLL_MS, undefined, { signal });
  }
}

function heldUp(): AppError {
  return new AppError('internal', 'A transaction of the database has been open for long.');
}
