import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CANCEL_TASK_SIGNAL, STATUS_QUERY, type WorkflowStatus } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { closedGate, ConversationRunner, type Running } from './conversation-runner.fixture.ts';

let runner: ConversationRunner;

beforeAll(async () => {
  runner = await ConversationRunner.start();
}, 60_000);

afterAll(() => runner.stop());

describe('the tasks within the run of a conversation', () => {
  const shared = { sharedRuns: true };

  it('do everything in one run', async () => {
    await runner.run(shared, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
      expect(conversation.count('significance')).toBe(1);
      const events = (await handle.fetchHistory()).events ?? [];
      const children = events.filter(
        (event) => event.startChildWorkflowExecutionInitiatedEventAttributes,
      );
      expect(children).toEqual([]);
      // With a run for each task it was 78 events.
      expect(events.length).toBeLessThanOrEqual(40);
    });
  });

  it('take one timer for the quiet period, however often they are signalled in it', async () => {
    const patient = { quiet: { quietMs: 1_500, longestWaitMs: 60_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      for (let exchange = 0; exchange < 20; exchange += 1) {
        conversation.addExchange();
        await signal();
      }
      await handle.result();
      const events = (await handle.fetchHistory()).events ?? [];
      const timers = events.filter((event) => event.timerStartedEventAttributes);
      // For quiet, for the rest of the quiet period, and for idleness.
      expect(timers.length).toBeLessThanOrEqual(4);
      expect(events.filter((event) => event.timerCanceledEventAttributes)).toEqual([]);
    };
    await runner.run(shared, scenario, patient);
  });

  it('are cancelled alone, and answer for their status, while the conversation goes on', async () => {
    const { gate } = closedGate();
    const script = { ...shared, correctionGate: gate };
    await runner.run(script, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.count('correction')).toBe(1));
      const [taskId = ''] = conversation.runningTaskIds('correction');
      const statusOf = (id: string) =>
        handle.query<WorkflowStatus | null, [string]>(STATUS_QUERY, id);
      expect(await statusOf(taskId)).toMatchObject({ stage: 'correct', done: 0, percent: 0 });
      expect(await statusOf('another')).toBeNull();
      await handle.signal(CANCEL_TASK_SIGNAL, { taskId, attempt: 2 });
      await handle.signal(CANCEL_TASK_SIGNAL, { taskId, attempt: 1 });
      await eventually(() => expect(conversation.count('correction cancelled')).toBe(1));
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
    });
  });

  it('are not held up by a long task in its own run, which a later run follows to its end', async () => {
    const { gate, open } = closedGate();
    const script = { ...shared, summaryGate: gate };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      conversation.requestSummary();
      await signal();
      await eventually(() => expect(conversation.summariesInFlight).toBe(1));
      const firstRun = (await handle.describe()).runId;
      let exchanges = 0;
      await eventually(async () => {
        conversation.addExchange();
        exchanges += 1;
        await signal();
        await eventually(() => expect(conversation.count('correction')).toBe(exchanges));
        expect((await handle.describe()).runId).not.toBe(firstRun);
      }, 25_000);
      expect(conversation.summariesInFlight).toBe(1);
      open();
      await handle.result();
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
      expect(conversation.mostSummariesInFlight).toBe(1);
    };
    await runner.run(script, scenario);
  }, 60_000);
});
