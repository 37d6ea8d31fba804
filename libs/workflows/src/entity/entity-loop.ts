import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  ContinueAsNew,
  getExternalWorkflowHandle,
  isCancellation,
  setCurrentDetails,
  setHandler,
  setWorkflowOptions,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { kindOf, type TaskRun } from '#contracts/tasks';
import type {
  EntityActivities,
  EntityInput,
  EntityKind,
  EntityTask,
  PendingWork,
} from '#contracts/workflows';
import { Alarm } from '../shared/alarm.ts';
import { cancelTaskSignal, statusQuery, workSignal } from '../shared/messages.ts';
import { localDatabaseActivities } from '../shared/retry-classes.ts';
import { EntityState, type FollowUp } from './entity.state.ts';
import { recordEnding } from './record-ending.ts';
import { runsShared } from './running-tasks.ts';
import { startTask } from './start-task.ts';
import { SharedRuns } from './shared-runs.ts';

/**
 * A history is long at this multiple of the length at which Temporal suggests to continue as new.
 * Then a run no longer waits for tasks in runs of their own before it does so, and takes no more
 * work while tasks are running within it.
 */
const LONG_HISTORY_FACTOR = 2;
/** First pause before a task is started again whose earlier run is still closing; it doubles. */
const FIRST_CLOSING_PAUSE_MS = 500;
const LONGEST_CLOSING_PAUSE_MS = 60_000;

/**
 * Creates the long-lived workflow of a kind of entity; it ends when the entity has been idle. On a
 * work signal it takes all pending work as a batch and runs its tasks, those that wait for quiet
 * once the entity is quiet. The database keeps track of what was taken, so a signal may be lost,
 * late or duplicated without harm.
 */
export function entityWorkflow(kind: EntityKind): (input: EntityInput) => Promise<void> {
  const workflow = (input: EntityInput) => runEntity(kind, input);
  // It is long-lived, so each workflow task runs on the version that is current at that time.
  // Temporal accepts the option only from workers with a deployment version.
  setWorkflowOptions(
    () =>
      workflowInfo().currentDeploymentVersion?.deploymentName
        ? { versioningBehavior: 'AUTO_UPGRADE' }
        : {},
    workflow,
  );
  return workflow;
}

async function runEntity(kind: EntityKind, input: EntityInput): Promise<void> {
  const { resume, quiet } = input;
  const startedAt = resume?.startedAt ?? workflowInfo().startTime.toISOString();
  const state = new EntityState(quiet, Date.now(), startedAt, resume);
  const loop = new EntityLoop(kind, input, state, localDatabaseActivities());
  setHandler(workSignal, () => state.signalled(Date.now()));
  setHandler(cancelTaskSignal, (run) => loop.cancelTask(run));
  setHandler(statusQuery, (taskId) =>
    taskId === undefined ? state.status() : state.statusOf(taskId),
  );
  try {
    await loop.run();
  } catch (failure) {
    if (failure instanceof ContinueAsNew) throw failure;
    await CancellationScope.nonCancellable(() => loop.stop());
    throw failure;
  }
}

/** The steps of one run, wired to its activities. */
class EntityLoop {
  private readonly alarm: Alarm;
  private readonly sharedRuns: SharedRuns;
  /** Length of the history when it was first suggested to continue as new. */
  private suggestedAtLength = Infinity;

  constructor(
    private readonly kind: EntityKind,
    private readonly input: EntityInput,
    private readonly state: EntityState,
    private readonly database: EntityActivities,
  ) {
    this.alarm = new Alarm(() => state.rang());
    this.sharedRuns = new SharedRuns(input);
  }

  /** Runs until the entity has been idle for so long that the run may end. */
  async run(): Promise<void> {
    while (await this.step()) {
      if (this.mayContinueAsNew()) {
        await continueAsNew({ ...this.input, resume: this.state.resume() });
      }
    }
  }

  /** Cancels a task within this run. */
  cancelTask(run: TaskRun): void {
    this.sharedRuns.cancel(run);
  }

  /**
   * Waits until the tasks that this run has started have stopped: they are cancelled with it. Those
   * that an earlier run has started are cancelled here.
   */
  async stop(): Promise<void> {
    for (const { workflowId } of this.state.followed) {
      await getExternalWorkflowHandle(workflowId)
        .cancel()
        .catch(() => undefined);
    }
    await condition(() => !this.state.isBusy);
  }

  /**
   * Takes pending work and starts it, then waits for the next change.
   * @returns `false` when the entity has been idle
   */
  private async step(): Promise<boolean> {
    if (this.mustTakeWork()) await this.takeWork();
    for (const task of this.state.takeDue(Date.now())) this.start(task);
    setCurrentDetails(this.state.details());
    await this.waitForChange();
    return !this.state.isIdle(Date.now(), this.input.idleMs);
  }

  private async takeWork(): Promise<void> {
    this.state.takingWork(Date.now());
    const work = await this.pendingWork();
    if (work === null) this.state.takeFailed(Date.now());
    else for (const task of this.state.workTaken(work, Date.now())) this.start(task);
  }

  /** @returns `null` when it could not be taken, as when the database is unavailable */
  private async pendingWork(): Promise<PendingWork | null> {
    const { kind, state } = this;
    const followed = state.followed.map(({ taskId }) => taskId);
    const request = { kind, id: this.input.id, known: state.knownRuns, followed };
    try {
      return await this.database.takeWork(request);
    } catch (failure) {
      if (isCancellation(failure)) throw failure;
      return null;
    }
  }

  private start(task: EntityTask): void {
    this.state.taskStarting(task, Date.now());
    void this.follow(task);
  }

  private async follow(task: EntityTask): Promise<void> {
    const followUp = await this.runTask(task);
    this.state.taskEnded(task, followUp, Date.now());
  }

  /**
   * Runs a task to its end, within this run or in its own. It records its end itself; `recordEnding`
   * does so for a run that could not.
   */
  private async runTask(task: EntityTask): Promise<FollowUp> {
    try {
      if (!runsShared(task)) return await this.runApart(task);
      return followUpOf(task, await this.sharedRuns.run(task));
    } catch (failure) {
      await recordEnding(task, failure);
      return 'anything';
    }
  }

  /**
   * Runs a task in its own run. While another one is still closing, it waits longer each time, and
   * that one may have brought work.
   */
  private async runApart(task: EntityTask): Promise<FollowUp> {
    for (let pauseMs = FIRST_CLOSING_PAUSE_MS; ; pauseMs *= 2) {
      try {
        const run = await startTask(task, this.input);
        this.state.taskRuns(task, 'own');
        const outcome = await run.result();
        return pauseMs === FIRST_CLOSING_PAUSE_MS ? followUpOf(task, outcome) : 'anything';
      } catch (failure) {
        if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
      }
      this.state.taskRuns(task, 'waiting');
      await sleep(Math.min(pauseMs, LONGEST_CLOSING_PAUSE_MS));
      this.state.taskRuns(task, 'starting');
    }
  }

  /** Waits until the state changes, work can be taken, or the alarm rings. */
  private async waitForChange(): Promise<void> {
    const { state } = this;
    const before = state.changeCount;
    this.alarm.set(state.nextAtMs(Date.now(), this.input.idleMs));
    await condition(() => state.changeCount !== before || this.mustTakeWork());
  }

  private mustTakeWork(): boolean {
    return this.state.mustTakeWork(Date.now()) && !this.isFinishing();
  }

  /** Whether the history is so long that tasks within this run are only finished. */
  private isFinishing(): boolean {
    return !this.state.canHandOver && this.isHistoryLong();
  }

  /**
   * Once it is suggested, as soon as no task runs within this run. Tasks in runs of their own are
   * handed over to the next run when the history is long; until then it is simpler to wait.
   */
  private mayContinueAsNew(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    if (!continueAsNewSuggested) return false;
    this.suggestedAtLength = Math.min(this.suggestedAtLength, historyLength);
    if (!this.state.canHandOver || !allHandlersFinished()) return false;
    return !this.state.hasChildren || this.isHistoryLong();
  }

  private isHistoryLong(): boolean {
    return workflowInfo().historyLength >= LONG_HISTORY_FACTOR * this.suggestedAtLength;
  }
}

/**
 * A clip brings new text; any other task reports whether the text has changed since its snapshot.
 */
function followUpOf({ type }: EntityTask, outcome: unknown): FollowUp {
  const { of, changesText } = kindOf(type);
  if (of === 'clip') return 'anything';
  if (!isBehind(outcome)) return 'nothing';
  return changesText ? 'text' : 'anything';
}

function isBehind(outcome: unknown): boolean {
  return (
    typeof outcome === 'object' &&
    outcome !== null &&
    'behind' in outcome &&
    outcome.behind === true
  );
}
