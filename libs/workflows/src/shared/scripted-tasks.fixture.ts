import { Context } from '@temporalio/activity';
import type { WorkflowHandle } from '@temporalio/client';
import type { TaskQueue } from '#contracts/model';
import { kindOf, type TaskType } from '#contracts/tasks';
import type { EndTaskRequest, TaskInput } from '#contracts/workflows';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';

const INPUT: TaskInput = {
  ...{ taskId: 'tsk_1', attempt: 1, ownerId: 'installation', conversationId: null, clipId: null },
  timeouts: { startToCloseMs: 60_000, heartbeatMs: 5_000 },
  parallelActivities: 1,
};

/** Runs the workflows of tasks with scripted activities of their queue. */
export class ScriptedTasks {
  private constructor(private readonly temporal: TestTemporal) {}

  static async open(): Promise<ScriptedTasks> {
    return new ScriptedTasks(await TestTemporal.open());
  }

  close(): Promise<void> {
    return this.temporal.close();
  }

  /**
   * Runs the workflow of a task, and stops its workers after the scenario.
   * @param others activities of further queues
   * @returns the ends that the workflow itself has recorded
   */
  async run(
    type: TaskType,
    activities: object,
    scenario: (handle: WorkflowHandle) => Promise<void>,
    others: Readonly<Partial<Record<TaskQueue, object>>> = {},
  ): Promise<readonly EndTaskRequest[]> {
    const ends: EndTaskRequest[] = [];
    const endTask = (request: EndTaskRequest) => Promise.resolve(void ends.push(request));
    const workers = await Promise.all([
      this.temporal.worker({
        taskQueue: 'orchestration',
        workflowBundle: await workflowBundle(),
        activities: { endTask },
      }),
      this.temporal.worker({
        taskQueue: kindOf(type).queue,
        activities,
        maxHeartbeatThrottleInterval: 100,
      }),
      ...Object.entries(others).map(([taskQueue, further]) =>
        this.temporal.worker({ taskQueue, activities: further }),
      ),
    ]);
    const runs = workers.map((worker) => worker.run());
    const handle = await this.temporal.client.workflow.start(type, {
      workflowId: `${type}:installation`,
      taskQueue: 'orchestration',
      args: [INPUT],
    });
    try {
      await scenario(handle);
    } finally {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    }
    return ends;
  }
}

/** The work of an activity that stops when it is cancelled. */
export async function untilCancelled(): Promise<never> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), 50);
  try {
    return await context.cancelled;
  } finally {
    clearInterval(beat);
  }
}
