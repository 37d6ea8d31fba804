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
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { ConversationActivities, ConversationInput, WaitingTask } from '#contracts/messages';
import { statusQuery, wakeSignal } from '../shared/messages.ts';
import { localDatabaseActivities } from '../shared/retry-classes.ts';
import { ConversationState, type FollowUp } from './conversation.state.ts';
import { recordEnding } from './record-ending.ts';
import { runTask } from './run-task.ts';

/** Past so many events a run waits for its children and goes on in a new one, come what may. */
const LONGEST_HISTORY = 20_000;
/** An earlier run of a task that is still closing is waited for. */
const CLOSING_PAUSE_MS = 500;

/**
 * Sees to one conversation for as long as there is something to do. Woken, it takes all that waits
 * as a batch, starts the tasks of it, and the summary when the conversation is quiet. What was taken
 * is known from the database, so a wake that is lost, late or doubled changes nothing.
 */
export async function conversation(input: ConversationInput): Promise<void> {
  const startedAt = input.startedAt ?? workflowInfo().startTime.toISOString();
  const state = new ConversationState(input.summary, Date.now(), startedAt);
  setHandler(wakeSignal, () => state.woken(Date.now()));
  setHandler(statusQuery, () => state.status());
  const keeper = new ConversationKeeper(input, state, localDatabaseActivities());
  try {
    while (await keeper.step()) {
      if (!mustRenew(state)) continue;
      await condition(() => !state.isBusy && allHandlersFinished());
      await continueAsNew<typeof conversation>({ ...input, startedAt });
    }
  } finally {
    // Cancelled with their parent, the children stop their work before it is gone.
    await CancellationScope.nonCancellable(() => condition(() => !state.isBusy));
  }
}

// It lives on and on, so each task of a run goes to whatever version is current then. Temporal takes
// this only of workers that have a version.
setWorkflowOptions(
  () =>
    workflowInfo().currentDeploymentVersion?.deploymentName
      ? { versioningBehavior: 'AUTO_UPGRADE' }
      : {},
  conversation,
);

/** As soon as nothing is running once it is suggested, so that no child loses its parent. */
function mustRenew(state: ConversationState): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return (continueAsNewSuggested && !state.isBusy) || historyLength > LONGEST_HISTORY;
}

/** The steps of one run, wired to its activities. */
class ConversationKeeper {
  constructor(
    private readonly input: ConversationInput,
    private readonly state: ConversationState,
    private readonly database: ConversationActivities,
  ) {}

  /**
   * Takes what waits and starts it, then waits for something to happen.
   * @returns `false` when nothing has happened for so long that the run may end
   */
  async step(): Promise<boolean> {
    if (this.state.mustTake) await this.take();
    const summary = this.state.takeDueSummary(Date.now());
    if (summary) this.start(summary);
    setCurrentDetails(this.state.details());
    return this.rest();
  }

  private async take(): Promise<void> {
    const { conversationId } = this.input;
    this.state.taking();
    const waiting = await this.database.takeWork({ conversationId });
    for (const task of this.state.taken(waiting, Date.now())) this.start(task);
  }

  private start(task: WaitingTask): void {
    this.state.begun(task);
    void this.follow(task);
  }

  /** However a task ends, it has said so itself or could not; then it is said here. */
  private async follow(task: WaitingTask): Promise<void> {
    const followUp = await this.run(task);
    this.state.ended(task, followUp, Date.now());
  }

  private async run(task: WaitingTask): Promise<FollowUp> {
    try {
      const outcome = await runTask(task, this.input);
      if (!isBehind(outcome)) return task.type === 'transcription' ? 'anything' : 'nothing';
      return task.type === 'correction' ? 'text' : 'anything';
    } catch (failure) {
      if (failure instanceof WorkflowExecutionAlreadyStartedError) await sleep(CLOSING_PAUSE_MS);
      else await recordEnding(task, failure);
      return 'anything';
    }
  }

  /** Waits until something happens, a summary is due, or it has been idle for long. */
  private async rest(): Promise<boolean> {
    const { state } = this;
    const before = state.happenings;
    const happened = () => state.mustTake || state.happenings !== before;
    const waitMs = state.waitMs(Date.now(), this.input.idleMs);
    if (waitMs === null) await condition(happened);
    else if (!(await condition(happened, waitMs))) return !state.isIdle;
    return true;
  }
}

/** A stage whose text has changed under it says so. */
function isBehind(outcome: unknown): boolean {
  return (
    typeof outcome === 'object' &&
    outcome !== null &&
    'behind' in outcome &&
    outcome.behind === true
  );
}
