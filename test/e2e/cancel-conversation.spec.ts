import path from 'node:path';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CancelledTasks, Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { treeOf } from '../support/process-tree.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { pidOf, type StackPlace } from '../support/stack.ts';

const STOPPED_WITHIN_MS = 5_000;
/** The CPU time of an idle worker grows by less than this in a second. */
const IDLE_TICKS = 25;

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});
const tasksOf = async (conversationId: string): Promise<readonly Task[]> =>
  (await api.tasks(`?conversationId=${conversationId}&limit=200`)).items;

/** CPU time of the worker and its speech process, in hundredths of a second. */
function ticksOfWorker(): number {
  return treeOf(pidOf('worker', stack))
    .map(({ pid }) => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
}

describe('a cancelled conversation', () => {
  it(
    'stops within five seconds, including its speech process, and nothing starts until there is new text',
    async () => {
      const audio = await makeLongAudio(path.join(stack.dataFolder, 'long.wav'), 15, 7);
      const { id } = await api.createConversation('Too long');
      const first = await api.upload(id, audio.path);
      await eventually(async () => {
        const { progress } = await api.task(first.task.id);
        expect(progress.stage).toBe('decode');
        expect(progress.done).toBeGreaterThan(0);
      }, 60_000);
      for (let more = 0; more < 2; more += 1) await api.upload(id, audio.path);
      await api.say(id, { speaker: 'Ada', text: 'We launch in March, whatever comes.' });

      const requestedAt = Date.now();
      const route = `/conversations/${id}/cancel`;
      const answer = await api.json<CancelledTasks>(route, { method: 'POST' });
      expect(answer.cancelling).toContain(first.task.id);
      expect(answer.cancelling.length + answer.cancelled.length).toBeGreaterThanOrEqual(3);
      // Checked by the events, because the task may end before its state can be read.
      const log = await api.eventLog(`conversationId=${id}&limit=200`);
      const requested = log.filter(({ type }) => type === 'task_cancel_requested');
      expect(requested.map(({ taskId }) => taskId)).toContain(first.task.id);

      await eventually(async () => {
        const open = (await tasksOf(id)).filter(({ state }) => !isEnded(state));
        expect(open.map(({ type, state }) => `${type} ${state}`)).toEqual([]);
      }, 30_000);
      const ended = await tasksOf(id);
      for (const { endedAt } of ended) {
        expect(Date.parse(endedAt ?? '') - requestedAt).toBeLessThan(STOPPED_WITHIN_MS);
      }
      const cancelled = [...answer.cancelling, ...answer.cancelled];
      for (const task of ended.filter((each) => cancelled.includes(each.id))) {
        expect(task.state).toBe('cancelled');
      }

      await eventually(async () => {
        const before = ticksOfWorker();
        await sleep(1_000);
        expect(ticksOfWorker() - before).toBeLessThan(IDLE_TICKS);
      }, 15_000);
      expect((await tasksOf(id)).map((task) => task.id)).toEqual(ended.map((task) => task.id));

      await api.say(id, { speaker: 'Ada', text: 'We launch in April after all.' });
      const summary = await api.settled(id);
      expect(summary.current).toBe(true);
    },
    4 * 60_000,
  );
});
