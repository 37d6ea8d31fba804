import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { workflowIdOf } from '#contracts/tasks';
import { STATUS_QUERY, type TaskInput, type WorkflowStatus } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { TIMEOUTS } from '../../../../test/support/run-settings.ts';
import {
  closedGate,
  ConversationRunner,
  SETTINGS,
  type Running,
} from './conversation-runner.fixture.ts';
import type { ConversationScript } from './scripted-conversation.fixture.ts';

let runner: ConversationRunner;

beforeAll(async () => {
  runner = await ConversationRunner.start();
}, 60_000);

afterAll(() => runner.stop());

/** How often the current run of a workflow could not start a child because another has its id. */
async function refusedStarts(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  const failed = (events ?? []).filter(
    (event) => event.startChildWorkflowExecutionFailedEventAttributes,
  );
  return failed.length;
}

describe('the workflow of a conversation', () => {
  it('corrects, scores, summarises the corrected text, and ends', async () => {
    await runner.run({}, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.log.filter((entry) => entry !== 'take').sort()).toEqual([
        'correction',
        'significance',
        'summary',
      ]);
      expect(conversation.summarised).toEqual([conversation.revision]);
      const status = await handle.query<WorkflowStatus>(STATUS_QUERY);
      expect(status).toMatchObject({ done: 3, total: 3, percent: 100 });
    });
  });

  it('starts again with the next work signal after it has ended', async () => {
    await runner.run({}, async ({ conversation, handle, signal }) => {
      for (const _round of [1, 2]) {
        conversation.addExchange();
        await signal();
        await handle.result();
      }
      expect(conversation.count('correction')).toBe(2);
      expect(conversation.summarised).toHaveLength(2);
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
    });
  });

  it('makes at most two summaries of a burst, the last one of its final revision', async () => {
    // Longer than any pause between two signals, even on a busy machine.
    const patient = { quiet: { quietMs: 2_000, longestWaitMs: 60_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      for (let exchange = 0; exchange < 100; exchange += 1) {
        conversation.addExchange();
        await signal();
      }
      await handle.result();
      expect(conversation.summarised.length).toBeLessThanOrEqual(2);
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
      expect(conversation.mostSummariesInFlight).toBe(1);
      expect(conversation.count('correction')).toBeLessThan(100);
    };
    await runner.run({}, scenario, patient);
  });

  it('makes one more summary of exchanges that arrive during one, never two at once', async () => {
    const { gate, open } = closedGate();
    await runner.run({ summaryGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.summariesInFlight).toBe(1));
      for (const _exchange of [1, 2, 3]) {
        conversation.addExchange();
        await signal();
      }
      await eventually(() => expect(conversation.count('correction')).toBeGreaterThanOrEqual(2));
      open();
      await handle.result();
      expect(conversation.summarised).toHaveLength(2);
      expect(conversation.summarised[1]).toBe(conversation.revision);
      expect(conversation.mostSummariesInFlight).toBe(1);
    });
  });

  it('postpones a summary while a task changes the text, but only up to the longest wait', async () => {
    const { gate, open } = closedGate();
    await runner.run({ correctionGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      const startedAt = Date.now();
      await signal();
      await eventually(() => expect(conversation.summarised).toEqual([1]));
      expect(Date.now() - startedAt).toBeGreaterThanOrEqual(SETTINGS.quiet.longestWaitMs);
      open();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([1, 2]);
    });
  });

  it('makes a requested summary at once', async () => {
    const patient = { quiet: { quietMs: 60_000, longestWaitMs: 60_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      conversation.addExchange();
      conversation.requestSummary();
      await signal();
      // If the correction ends later, one more summary waits for quiet.
      await eventually(() => expect(conversation.summarised).toHaveLength(1), 10_000);
      await handle.cancel();
    };
    await runner.run({}, scenario, patient);
  });

  it('ignores duplicate work signals, and takes the work of a lost one with the next', async () => {
    await runner.run({}, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await Promise.all([signal(), signal(), signal()]);
      await eventually(() => expect(conversation.summarised).toHaveLength(1));
      conversation.addExchange();
      conversation.addExchange();
      await signal();
      await signal();
      await handle.result();
      expect(conversation.count('correction')).toBe(2);
      expect(conversation.summarised).toHaveLength(2);
    });
  });

  it('does not poll repeatedly for work that it cannot start yet', async () => {
    await runner.run({ alwaysMore: true }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
      expect(conversation.count('take')).toBeLessThan(10);
    });
  });

  it('does not repeat a failed summary until the text changes', async () => {
    await runner.run({ failing: 'summary' }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.count('summary failed')).toBe(1);
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.count('summary failed')).toBe(2);
    });
  });

  it('waits while the database is unavailable', async () => {
    await runner.run({ outages: 3 }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
    });
  });

  it('waits for an earlier run of the same task that is still closing', async () => {
    const { gate, open } = closedGate();
    await runner.run({ summaryGate: gate }, async ({ conversation, handle, signal }) => {
      const { conversationId } = conversation;
      const input: TaskInput = {
        taskId: 'an earlier one',
        attempt: 1,
        ownerId: 'ada',
        conversationId,
        clipId: null,
        timeouts: TIMEOUTS,
        parallelActivities: 1,
      };
      await runner.env.client.workflow.start('summary', {
        workflowId: workflowIdOf('summary', 'any', conversationId),
        taskQueue: 'orchestration',
        args: [input],
      });
      await eventually(() => expect(conversation.summariesInFlight).toBe(1));
      conversation.addExchange();
      await signal();
      await eventually(async () => expect(await refusedStarts(handle)).toBeGreaterThan(1));
      expect(conversation.mostSummariesInFlight).toBe(1);
      expect(conversation.count('take')).toBeLessThanOrEqual(2);
      open();
      await handle.result();
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
    });
  });

  it('records the end of a child that an operator terminates, and does not start it again', async () => {
    const { gate } = closedGate();
    await runner.run({ correctionGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.count('correction')).toBe(1));
      const [child] = await runner.runningWorkflows(
        `correction:task-${conversation.conversationId}`,
      );
      await child?.terminate('an operator');
      await handle.result();
      expect(conversation.endings).toMatchObject([{ ending: { state: 'closed' } }]);
      expect(conversation.count('correction')).toBe(1);
      expect(conversation.summarised).toEqual([conversation.revision]);
    });
  });
});

describe.each([
  ['in runs of their own', {}],
  ['within its own run', { sharedRuns: true }],
])('the workflow of a conversation with its tasks %s', (_where, where: ConversationScript) => {
  it('continues with the other tasks when one fails', async () => {
    await runner.run(
      { ...where, failing: 'correction' },
      async ({ conversation, handle, signal }) => {
        conversation.addExchange();
        await signal();
        await handle.result();
        expect(conversation.count('correction')).toBe(1);
        expect(conversation.count('correction failed')).toBe(1);
        expect(conversation.summarised).toEqual([1]);
        expect(conversation.count('significance')).toBe(1);
      },
    );
  });

  it('stops them before it closes when it is cancelled', async () => {
    const { gate } = closedGate();
    await runner.run(
      { ...where, correctionGate: gate },
      async ({ conversation, handle, signal }) => {
        conversation.addExchange();
        await signal();
        await eventually(() => expect(conversation.count('correction')).toBe(1));
        await handle.cancel();
        await expect(handle.result()).rejects.toThrow();
        expect((await handle.describe()).status.name).toBe('CANCELLED');
        expect(conversation.count('correction cancelled')).toBe(1);
      },
    );
  });

  it('continues as new when its history grows long, and neither loses nor repeats work', async () => {
    const immediate = { quiet: { quietMs: 0, longestWaitMs: 2_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      await signal();
      const firstRun = (await handle.describe()).runId;
      for (let exchange = 1; exchange <= 12; exchange += 1) {
        conversation.addExchange();
        await signal();
        await eventually(() => expect(conversation.summarised.at(-1)).toBe(conversation.revision));
        expect(conversation.count('correction')).toBe(exchange);
      }
      await handle.result();
      expect((await handle.describe()).runId).not.toBe(firstRun);
      expect(conversation.count('significance')).toBe(12);
    };
    await runner.run(where, scenario, immediate);
  });
});
