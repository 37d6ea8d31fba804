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

/** Past so many events a run waits for its children and continues as new in any case. */
const LONGEST_HISTORY = 20_000;
/** Pause before a task is started again whose earlier run is still closing. */
const CLOSING_PAUSE_MS = 500;

/**
 * Makes the long-lived workflow of a kind of entity. On a work signal it takes all that waits as a
 * batch and runs the tasks of it; those that wait for quiet run when the entity is quiet. It ends when
 * it has been idle. What was taken is known from the database, so a signal that is lost, late or
 * doubled changes nothing.
 */
export function entityWorkflow(
  kind: EntityKind,
): (input: EntityInput | EarlierConversationInput) => Promise<void> {
  const workflow = (input: EntityInput | EarlierConversationInput) =>
    runEntity(kind, toEntityInput(input));
  // It is long-lived, so each workflow task goes to whatever version is current then. Temporal takes
  // this only of workers that have a version.
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
      if (!mustRenew(state)) continue;
      await condition(() => !state.isBusy && allHandlersFinished());
      await continueAsNew({ ...input, startedAt });
    }
  } finally {
    // Cancelled with their parent, the children stop their work before it is gone.
    await CancellationScope.nonCancellable(() => condition(() => !state.isBusy));
  }
}

/** As soon as nothing is running once it is suggested, so that no child loses its parent. */
function mustRenew(state: EntityState): boolean {
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
   * Takes what waits and starts it, then waits for something to happen.
   * @returns `false` when nothing has happened for so long that the run may end
   */
  async step(): Promise<boolean> {
    if (this.state.mustLook) await this.look();
    for (const task of this.state.takeDue(Date.now())) this.start(task);
    setCurrentDetails(this.state.details());
    return this.rest();
  }

  private async look(): Promise<void> {
    const { kind, state } = this;
    const { id } = this.input;
    state.looking();
    const { tasks, more } = await this.database.takeWork({ kind, id });
    const pending = tasks.map((task) => toEntityTask(task, { kind, id }));
    for (const task of state.found({ tasks: pending, more }, Date.now())) this.start(task);
  }

  private start(task: EntityTask): void {
    this.state.begun(task);
    void this.follow(task);
  }

  /** However a task ends, it has said so itself or could not; then it is said here. */
  private async follow(task: EntityTask): Promise<void> {
    const followUp = await this.run(task);
    this.state.ended(task, followUp, Date.now());
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

  /** Waits until something happens, a task is due, or it has been idle for long. */
  private async rest(): Promise<boolean> {
    const { state } = this;
    const before = state.changeCount;
    const changed = () => state.mustLook || state.changeCount !== before;
    const waitMs = state.waitMs(Date.now(), this.input.idleMs);
    if (waitMs === null) await condition(changed);
    else if (!(await condition(changed, waitMs))) return !state.isIdle;
    return true;
  }
}

/** A recording brings new material; any other task says whether the text has changed under it. */
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
