import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, textOf } from '../support/api-client.ts';
import { readEarlierAnswers, unpackEarlierData } from '../support/earlier-data.ts';
import { eventually } from '../support/eventually.ts';
import { query } from '../support/query.ts';
import { reconcileNow } from '../support/reconcile-now.ts';
import { startStack, type Stack } from '../support/stack.ts';

/** Runs of a version that is gone are taken over within about two minutes. */
const TAKEN_OVER_MS = 5 * 60_000;
const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

const earlier = readEarlierAnswers();
const { typed, spoken, halfHeard, paused, untold } = earlier.conversations;

let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_DATA_FOLDER: await unpackEarlierData() });
  api = new ApiClient(stack.baseUrl);
});

afterAll(() => stack.stop());

const openTasks = async () =>
  (await api.tasks('?limit=200')).items.filter(({ endedAt }) => endedAt === null);
const countOf = async (sql: string) =>
  Number((await query<{ count: string }>(stack.databaseUrl, sql))[0]?.count);

/** Without what depends on where and when it is asked for. */
function lasting(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('temporalUiUrl' in answer)) return answer;
  return { ...answer, temporalUiUrl: null, live: null, queue: null };
}

describe('the data of an earlier version', () => {
  it.each([
    ['conversations', /^\/conversations\/\w+$/],
    ['transcripts, with what a person has edited,', /transcript$/],
    ['summaries', /summary$/],
    ['tasks, completed and failed,', /^\/tasks/],
    ['memories with their scores and pins', /^\/memories/],
  ])('has its %s as they were', async (_what, route) => {
    const reads = Object.entries(earlier.reads).filter(([each]) => route.test(each));
    expect(reads.length).toBeGreaterThan(1);
    for (const [each, answer] of reads) {
      // Later versions add fields; none is changed or lost.
      const now = { each, answer: lasting(await api.json(each)) };
      expect(now).toMatchObject({ each, answer: lasting(answer) });
    }
  });

  it('has every recording, byte by byte', async () => {
    const [clip] = (await api.conversation(spoken)).clips;
    const audio = await api.fetch(`/conversations/${spoken}/clips/${clip?.id}/audio`);
    const sample = readFileSync(path.join(SAMPLES, '02-tom.mp3'));
    expect(sample.equals(Buffer.from(await audio.arrayBuffer()))).toBe(true);
  });

  it('has its queues paused as they were', async () => {
    const { items } = await api.json<{ items: readonly object[] }>('/queues');
    const pause = (name: string, reason: string) =>
      expect.objectContaining({ name, paused: true, reason });
    expect(items).toContainEqual(pause('speech', 'A new card.'));
    expect(items).toContainEqual(pause('language', 'It costs too much.'));
  });

  it('has what waited, as far as it had come, and starts what nobody was told of', async () => {
    for (const { id, type, state, progress } of earlier.waiting) {
      const { done, total } = progress;
      const still = { id, type, state, attempt: 1, progress: { done, total }, error: null };
      expect(await api.task(id)).toMatchObject(still);
    }
    await eventually(async () => {
      const { items } = await api.tasks(`?conversationId=${untold}`);
      const kinds = items.map(({ type, state }) => `${type} ${state}`).sort();
      expect(kinds).toEqual(['correction pending', 'significance pending', 'summary pending']);
      expect(await countOf('SELECT count(*) FROM outbox')).toBe(0);
    });
  });

  it(
    'goes on where it was when its queues are resumed',
    async () => {
      for (const name of ['speech', 'language']) {
        await api.json(`/queues/${name}/resume`, { method: 'POST' });
      }
      await reconcileNow(stack);
      for (const { id } of earlier.waiting) {
        expect((await api.until(id, 'completed', TAKEN_OVER_MS)).attempt).toBe(1);
      }
      for (const id of [halfHeard, paused, untold]) {
        const { revision } = await api.settled(id, TAKEN_OVER_MS);
        expect(revision).toBe((await api.conversation(id)).revision);
      }
      await eventually(async () => expect(await openTasks()).toEqual([]));
    },
    TAKEN_OVER_MS,
  );

  it('has come to what was said', async () => {
    expect(textOf(await api.transcript(halfHeard))).toMatch(/river.*boat.*bread.*kitchen window/is);
    const text = textOf(await api.transcript(paused));
    expect(text).toContain('I think the catalogue is ready and Nora will print it on Monday.');
    expect(text).toMatch(/where do we stand with the printer/i);
    expect(textOf(await api.transcript(untold))).toBe('Nora will call the printer by Thursday.');
    expect((await api.summary(paused)).turnCount).toBe(2);
    for (const ownerId of ['ada', 'tom', 'nora', 'eve']) {
      const { items } = await api.memories(`?ownerId=${ownerId}`);
      expect(items.map(({ significance }) => significance)).not.toContain(null);
    }
    const [born] = (await api.memories('?ownerId=nora')).items;
    expect(born).toMatchObject({ significance: 3, pin: 'auto' });
  });

  it('has done nothing twice', async () => {
    const twice = async (table: string, column: string) =>
      countOf(`SELECT count(*) FROM ${table} WHERE ${column} > 1`);
    expect(await twice('chunk_results', 'times_decoded')).toBe(0);
    expect(await twice('engine_answers', 'times_made')).toBe(0);
    const chunks = await countOf('SELECT count(*) FROM task_chunks');
    expect(await countOf('SELECT count(*) FROM chunk_results')).toBe(chunks);
  });

  it('has every event once, and goes on with the number after the last', async () => {
    const events = await api.eventLog('limit=1000');
    const count = earlier.events.length;
    expect(events.slice(0, count)).toEqual(earlier.events);
    const numbers = events.map(({ sequence }) => sequence);
    expect(numbers[count]).toBe((numbers[count - 1] ?? 0) + 1);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    const steps = events.filter(({ type }) => /^task_(created|started|completed)$/.test(type));
    const once = new Set(steps.map(({ type, taskId }) => `${type} ${taskId}`));
    expect(steps).toHaveLength(once.size);
  });

  it('takes more', async () => {
    await api.say(typed, { speaker: 'Tom', text: 'We decided to launch on Tuesday instead.' });
    const summary = await api.settled(typed);
    expect(summary).toMatchObject({ current: true, turnCount: 4 });
    expect(JSON.stringify(summary)).toContain('Tuesday');
    const edited = (await api.transcript(typed)).turns[2]?.segments[0];
    expect(edited).toMatchObject({ layer: 'edited' });
  });
});
