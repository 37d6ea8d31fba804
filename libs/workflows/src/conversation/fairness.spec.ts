import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Context } from '@temporalio/activity';
import type { TaskPriority } from '#contracts/model';
import { workflowIdOf, type TaskRun } from '#contracts/tasks';
import {
  entityWorkflowId,
  priorityOf,
  WORK_SIGNAL,
  type EntityActivities,
  type TaskOutcome,
  type EntityRef,
  type EntityTask,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';

const MANY = 200;
const SLOTS = 2;
/**
 * Upper bound of the tasks that worker and server take from the queue before the other task
 * arrives.
 */
const FEW = 12;
const WORK_MS = 10;
/** Two hundred workflows are slow on a busy machine; the test measures only their order. */
const TIMEOUT_MS = 180_000;
const DONE: TaskOutcome = { kind: 'done', done: 1, warnings: [], behind: false };
const LONG_TIMEOUTS = { startToCloseMs: 120_000, heartbeatMs: 120_000 };
const RUN = {
  timeouts: { speech: LONG_TIMEOUTS, language: LONG_TIMEOUTS, maintenance: LONG_TIMEOUTS },
  parallelActivities: 1,
};

/** Conversations whose tasks are scored by one worker with few slots. */
class BusyWorker {
  /** Ids of tasks in the order in which their work started. */
  readonly started: string[] = [];
  readonly keys = new Map<string, unknown>();
  private readonly gate = Promise.withResolvers<undefined>();
  /** Number of tasks. */
  taskCount = 0;
  private readonly waiting = new Map<string, readonly EntityTask[]>();

  /** Until it is called, all work waits. */
  open(): void {
    this.gate.resolve(undefined);
  }

  addTasks(conversationId: string, count: number, priority: TaskPriority): void {
    const tasks = Array.from({ length: count }, (_, index): EntityTask => {
      const taskId = `${conversationId}-${index}`;
      const workflowId = workflowIdOf('significance', taskId, null);
      const fields = {
        taskId,
        workflowId,
        priority,
        conversationId,
        clipId: null,
        skipsQuietWait: false,
        total: null,
        label: null,
      };
      return { ...fields, type: 'significance', attempt: 1 };
    });
    this.taskCount += count;
    this.waiting.set(conversationId, tasks);
  }

  readonly takeWork: EntityActivities['takeWork'] = ({ id }: EntityRef) => {
    const tasks = this.waiting.get(id) ?? [];
    this.waiting.delete(id);
    return Promise.resolve({ tasks, more: false, ended: [] });
  };

  readonly scoreMemories = async ({ taskId }: TaskRun): Promise<TaskOutcome> => {
    this.started.push(taskId);
    this.keys.set(taskId, Context.current().info.priority);
    await this.gate.promise;
    await new Promise((resolve) => setTimeout(resolve, WORK_MS));
    return DONE;
  };
}

describe('work that competes for few slots', () => {
  let temporal: TestTemporal;
  let busy: BusyWorker;
  let round = 0;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());
  beforeEach(() => {
    busy = new BusyWorker();
    round += 1;
  });

  const start = async (ownerId: string, count: number, priority: TaskPriority) => {
    const conversationId = `${ownerId}-${priority}-${round}`;
    busy.addTasks(conversationId, count, priority);
    await temporal.client.workflow.signalWithStart('conversation', {
      workflowId: entityWorkflowId({ kind: 'conversation', id: conversationId }),
      taskQueue: 'orchestration',
      args: [
        {
          id: conversationId,
          ownerId,
          quiet: { quietMs: 0, longestWaitMs: 1 },
          idleMs: 1,
          run: RUN,
        },
      ],
      signal: WORK_SIGNAL,
      signalArgs: [],
      priority: priorityOf('interactive', ownerId),
    });
    return conversationId;
  };
  const backlog = () => temporal.backlog('language');
  const whileWorking = async (scenario: () => Promise<void>) => {
    const workers = await Promise.all([
      temporal.worker({
        taskQueue: 'orchestration',
        workflowBundle: await workflowBundle(),
        activities: { takeWork: busy.takeWork, endTask: () => Promise.resolve() },
      }),
      temporal.worker({
        taskQueue: 'language',
        activities: { scoreMemories: busy.scoreMemories },
        maxConcurrentActivityTaskExecutions: SLOTS,
      }),
    ]);
    const runs = workers.map((worker) => worker.run());
    try {
      await scenario();
    } finally {
      busy.open();
      // Tasks left in the queue would go to the worker of the next test.
      await eventually(() => expect(new Set(busy.started).size).toBe(busy.taskCount), TIMEOUT_MS);
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    }
  };
  /** How many other tasks started before a task, after it was queued. */
  const overtakenBy = async (conversationId: string, startedBefore: number) => {
    const taskId = `${conversationId}-0`;
    return eventually(() => {
      const index = busy.started.indexOf(taskId);
      if (index === -1) throw new Error(`${taskId} still waits behind ${busy.started.length}`);
      return index - startedBefore;
    }, TIMEOUT_MS);
  };
  const untilQueued = (count: number) =>
    eventually(async () => expect(await backlog()).toBeGreaterThanOrEqual(count), TIMEOUT_MS);

  it('is fair: owners take turns, and interactive work overtakes batch work', async () => {
    await whileWorking(async () => {
      await start('many', MANY, 'batch');
      await untilQueued(MANY - FEW);
      const before = await backlog();
      const other = await start('one', 1, 'batch');
      const interactive = await start('many', 1, 'interactive');
      await untilQueued(before + 2);
      const started = busy.started.length;
      busy.open();
      expect(await overtakenBy(other, started)).toBeLessThanOrEqual(FEW);
      expect(await overtakenBy(interactive, started)).toBeLessThanOrEqual(FEW);
    });
  }, 600_000);

  it('passes the priority and the owner of its task on to the activity', async () => {
    await whileWorking(async () => {
      busy.open();
      const id = await start('ada', 1, 'batch');
      await overtakenBy(id, 0);
      expect(busy.keys.get(`${id}-0`)).toMatchObject({ priorityKey: 4, fairnessKey: 'ada' });
    });
  }, 60_000);
});
