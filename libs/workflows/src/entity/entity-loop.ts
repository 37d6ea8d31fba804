import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  setWorkflowOptions,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { kindOf } from '#contracts/tasks';
import type { EntityActivities, EntityInput, EntityKind, EntityTask } from '#contracts/workflows';
import {
  toEntityInput,
  toEntityTask,
  type EarlierConversationInput,
} from '../shared/earlier-payloads.ts';
import { statusQuery, workSignal } from '../shared/messages.ts';
import { localDatabaseActivities } from '../shared/retry-classes.ts';
import { EntityState, type FollowUp } from './entity.state.ts';
import { recordEnding } from './record-ending.ts';
import { runTask } from './run-task.ts';

/**
 * Number of history events after which a run waits for its children and continues as new in any
 * case.
 */
const LONGEST_HISTORY = 20_000;
/** Pause before a retry of a task whose earlier run is still closing. */
const CLOSING_PAUSE_MS = 500;

/**
 * Creates the long-lived workflow of a kind of entity; it ends when the entity has been idle. On a
 * work signal it takes all pending work as a batch and runs its tasks, those that wait for quiet
 * once the entity is quiet. The database keeps track of what was taken, so a signal may be lost,
 * late or duplicated without harm.
 */
export function entityWorkflow(
  kind: EntityKind,
): (input: EntityInput | EarlierConversationInput) => Promise<void> {
  const workflow = (input: EntityInput | EarlierConversationInput) =>
    runEntity(kind, toEntityInput(input));
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
  const startedAt = input.startedAt ?? workflowInfo().startTime.toISOString();
  const state = new EntityState(input.quiet, Date.now(), startedAt);
  setHandler(workSignal, () => state.signalled(Date.now()));
  setHandler(statusQuery, () => state.status());
  const loop = new EntityLoop(kind, input, state, localDatabaseActivities());
  try {
    while (await loop.step()) {
      if (!shouldContinueAsNew(state)) continue;
      await condition(() => !state.isBusy && allHandlersFinished());
      await continueAsNew({ ...input, startedAt });
    }
  } finally {
    // The children are cancelled with their parent, which waits until they have stopped.
    await CancellationScope.nonCancellable(() => condition(() => !state.isBusy));
  }
}

/** Once it is suggested, as soon as no child is running, so that no child loses its parent. */
function shouldContinueAsNew(state: EntityState): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return (continueAsNewSuggested && !state.isBusy) || historyLength > LONGEST_HISTORY;
}

/** The steps of one run, wired to its activities. */
class EntityLoop {
  constructor(
    private readonly kind: EntityKind,
    private readonly input: EntityInput,
    private readonly state: EntityState,
    private readonly database: EntityActivities,
  ) {}

  /**
   * Takes pending work and starts it, then waits for the next change.
   * @returns `false` when the entity has been idle for so long that the run may end
   */
  async step(): Promise<boolean> {
    if (this.state.mustTakeWork) await this.takeWork();
    for (const task of this.state.takeDue(Date.now())) this.start(task);
    setCurrentDetails(this.state.details());
    return this.waitForChange();
  }

  private async takeWork(): Promise<void> {
    const { kind, state } = this;
    const { id } = this.input;
    state.takingWork();
    const { tasks, more } = await this.database.takeWork({ kind, id });
    const pending = tasks.map((task) => toEntityTask(task, { kind, id }));
    for (const task of state.workTaken({ tasks: pending, more }, Date.now())) this.start(task);
  }

  private start(task: EntityTask): void {
    this.state.taskStarted(task);
    void this.follow(task);
  }

  /**
   * Waits for the end of a task. A run records its end itself; `run` does so for one that could
   * not.
   */
  private async follow(task: EntityTask): Promise<void> {
    const followUp = await this.run(task);
    this.state.taskEnded(task, followUp, Date.now());
  }

  private async run(task: EntityTask): Promise<FollowUp> {
    try {
      return followUpOf(task, await runTask(task, this.input));
    } catch (failure) {
      if (failure instanceof WorkflowExecutionAlreadyStartedError) await sleep(CLOSING_PAUSE_MS);
      else await recordEnding(task, failure);
      return 'anything';
    }
  }

  /** Waits until the state changes, a task is due, or the idle time is over. */
  private async waitForChange(): Promise<boolean> {
    const { state } = this;
    const before = state.changeCount;
    const changed = () => state.mustTakeWork || state.changeCount !== before;
    const waitMs = state.waitMs(Date.now(), this.input.idleMs);
    if (waitMs === null) await condition(changed);
    else if (!(await condition(changed, waitMs))) return !state.isIdle;
    return true;
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
