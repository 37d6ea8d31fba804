import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { parse } from 'yaml';
import type { LoggedEvent, Memory, Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../support/api-client.ts';
import { decoded } from '../support/decoded.ts';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');
const ada = (text: string) => ({ speaker: 'Ada', text });
const tom = (text: string) => ({ speaker: 'Tom', text });

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

/** Index of the first event of a type, optionally of one task. */
const indexOf = (events: readonly LoggedEvent[], type: string, task?: Task): number =>
  events.findIndex((each) => each.type === type && (!task || each.taskId === task.id));

describe('a conversation with typed and spoken turns', () => {
  let id: string;
  let events: readonly LoggedEvent[];
  let tasks: readonly Task[];

  beforeAll(async () => {
    const glossary = ['Kaito'];
    id = (await api.createConversation('Launch planning', { ownerId: 'e2e', glossary })).id;
    await api.say(id, ada('i think we we should launch on Monday  and kayto prepares the demo.'));
    await api.upload(id, path.join(SAMPLES, '02-tom.mp3'), 'Tom');
    await api.say(
      id,
      tom('We decided to keep the old logo. I will book the large room by Friday.'),
      ada('By the way, my daughter was born last night!'),
    );
    await api.settled(id);
    events = await api.eventLog(`conversationId=${id}`);
    tasks = (await api.tasks(`?conversationId=${id}&limit=200`)).items;
  });

  it('keeps the turns in the order of acceptance, however long each took to process', async () => {
    const { turns, complete } = await api.transcript(id);
    expect(turns.map(({ speaker, clipId }) => [speaker, clipId !== null])).toEqual([
      ['Ada', false],
      ['Tom', true],
      ['Tom', false],
      ['Ada', false],
    ]);
    expect(complete).toBe(true);
    expect(turns[1]?.segments.length).toBeGreaterThan(0);
  });

  it('stores corrections in a separate layer and does not change the raw text', async () => {
    const { turns } = await api.transcript(id);
    expect(turns[0]?.segments[0]).toMatchObject({
      text: 'I think we should launch on Monday and Kaito prepares the demo.',
      layer: 'corrected',
      layers: {
        raw: 'i think we we should launch on Monday  and kayto prepares the demo.',
        edited: null,
      },
    });
    expect(turns[3]?.segments[0]).toMatchObject({ layer: 'raw' });
  });

  it('has a summary of all turns at the latest revision', async () => {
    const [summary, conversation] = [await api.summary(id), await api.conversation(id)];
    expect(summary).toMatchObject({ current: true, turnCount: 4, revision: conversation.revision });
    expect(conversation.summaryRevision).toBe(conversation.revision);
    expect(summary.actionItems).toContainEqual(
      expect.objectContaining({ who: 'Tom', when: expect.stringContaining('Friday') }),
    );
    expect(summary.decisions.length).toBeGreaterThan(0);
    const known = (await api.transcript(id)).turns.map(({ turnId }) => turnId);
    const cited = [...summary.keyPoints, ...summary.decisions].flatMap(({ turnIds }) => turnIds);
    expect(known).toEqual(expect.arrayContaining(cited));
  });

  it('has a scored memory with a reason for every exchange, and pins the pivotal one', async () => {
    const { items } = await api.memories(`?conversationId=${id}`);
    expect(items).toHaveLength(3);
    const born = items.find(({ narrative }) => narrative.includes('born'));
    expect(born).toMatchObject({
      significance: 3,
      pin: 'auto',
      reason: expect.stringMatching(/./),
    });
    expect(items.filter(({ pin }) => pin !== null)).toEqual([born]);
    expect(items.every(({ significance }) => significance !== null)).toBe(true);
  });

  it('has one event for each change, in order', () => {
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    const revisions = events.flatMap(({ data }) => (data['revision'] as number | undefined) ?? []);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    for (const task of tasks) {
      const [created, started, completed] = ['task_created', 'task_started', 'task_completed'].map(
        (type) => indexOf(events, type, task),
      );
      expect(created).toBeGreaterThanOrEqual(0);
      expect(started).toBeGreaterThan(created ?? 0);
      expect(completed).toBeGreaterThan(started ?? 0);
    }
    expect(events[0]?.type).toBe('conversation_created');
    expect(indexOf(events, 'memory_written')).toBeGreaterThan(indexOf(events, 'exchange_added'));
    expect(indexOf(events, 'memory_pin_changed')).toBeGreaterThan(
      indexOf(events, 'memory_significance_set'),
    );
    const lastText = events.findLastIndex(({ type }) =>
      ['exchange_added', 'clip_transcribed', 'segments_corrected'].includes(type),
    );
    expect(events.findLastIndex(({ type }) => type === 'summary_written')).toBeGreaterThan(
      lastText,
    );
  });

  it('exports a Markdown document with valid YAML front matter', async () => {
    const document = await (await api.fetch(`/conversations/${id}/transcript?format=md`)).text();
    const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(document) ?? [];
    const { revision } = await api.conversation(id);
    expect(parse(frontMatter)).toMatchObject({
      title: 'Launch planning',
      conversationId: id,
      speakers: ['Ada', 'Tom'],
      revision,
      complete: true,
    });
    expect(body).toContain('I think we should launch on Monday and Kaito prepares the demo.');
  });

  it('leaves no text in any Temporal history', async () => {
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const client = new Client({ connection });
    const histories: string[] = [];
    for await (const run of client.workflow.list({ query: `AfterwordConversation = '${id}'` })) {
      const handle = client.workflow.getHandle(run.workflowId, run.runId);
      histories.push(JSON.stringify(decoded(await handle.fetchHistory())));
    }
    await connection.close();
    const all = histories.join('\n');
    for (const activity of ['correctSegments', 'scoreMemories', 'summariseConversation'])
      expect(all).toContain(activity);
    expect(all).toContain('transcribeChunk');
    for (const history of histories) {
      expect(history).not.toMatch(/launch on|kayto|daughter|large room|Launch planning/i);
    }
  });

  it('prefers the text of a user edit over a correction, and is summarised again', async () => {
    const [turn] = (await api.transcript(id)).turns;
    const segment = turn?.segments[0]?.id ?? '';
    const route = `/conversations/${id}/segments/${segment}`;
    await api.send('PATCH', route, { text: 'We launch on Tuesday instead.' });
    const summary = await api.settled(id);
    expect(JSON.stringify(summary)).toContain('Tuesday');
    const task = await api.send<Task>('POST', '/tasks', { type: 'correction', conversationId: id });
    await api.until(task.id, 'completed');
    const edited = (await api.transcript(id)).turns[0]?.segments[0];
    expect(edited).toMatchObject({ text: 'We launch on Tuesday instead.', layer: 'edited' });
  });
});

describe('a burst of a hundred exchanges', () => {
  it('costs at most two summaries, the last of which covers all of it', async () => {
    const { id } = await api.createConversation('A burst', { ownerId: 'burst' });
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => api.say(id, ada(`Point ${n} is about the launch.`))),
    );
    const summary = await api.settled(id);
    const summaries = (await api.tasks(`?conversationId=${id}&type=summary&limit=200`)).items;
    expect(summaries.length).toBeLessThanOrEqual(2);
    expect(summary.turnCount).toBe(100);
    expect(summary.revision).toBe((await api.conversation(id)).revision);
    const written = await api.eventLog(`conversationId=${id}`);
    expect(written.filter(({ type }) => type === 'exchange_added')).toHaveLength(100);
  });
});

describe('the pins of an owner', () => {
  const ownerId = 'pinner';
  const pivotal = (number: number) => ({
    narrative: `Ada's child number ${number} was born last night.`,
    ownerId,
  });
  const all = async () => (await api.memories(`?ownerId=${ownerId}&limit=200`)).items;
  const scored = () =>
    eventually(async () => {
      const items = await all();
      expect(items.every(({ significance }) => significance !== null)).toBe(true);
      return items;
    });
  const oldestFirst = (memories: readonly Memory[]) =>
    [...memories].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));

  it('are at most eight, of which manual ones stay', async () => {
    const plain = await api.send<Memory>('POST', '/memories', {
      narrative: 'We had soup for lunch today.',
      ownerId,
    });
    await api.json(`/memories/${plain.id}/pin`, { method: 'PUT' });
    for (let number = 0; number < 3; number += 1) {
      await api.send<Memory>('POST', '/memories', pivotal(number));
    }
    await scored();
    // The rest is scored concurrently, by any number of tasks.
    await Promise.all(
      Array.from({ length: 9 }, (_, n) => api.send<Memory>('POST', '/memories', pivotal(n + 3))),
    );
    const memories = oldestFirst(await scored());
    const pins = memories.filter(({ pin }) => pin !== null);
    expect(pins).toHaveLength(8);
    expect(pins[0]).toMatchObject({ id: plain.id, pin: 'manual' });
    expect(pins.slice(1).map(({ pin }) => pin)).toEqual(Array(7).fill('auto'));
  });

  it('never exceeded the limit at any event, and it was always the oldest automatic one that went', async () => {
    const events = await api.eventLog(`ownerId=${ownerId}`);
    const memories = oldestFirst(await all());
    const pinned = new Set<unknown>();
    for (const { data } of events.filter(({ type }) => type === 'memory_pin_changed')) {
      if (data['pinned'] === true) pinned.add(data['memoryId']);
      else {
        const automatic = memories.filter(({ id, pin }) => pinned.has(id) && pin !== 'manual');
        expect(data['memoryId']).toBe(automatic[0]?.id);
        pinned.delete(data['memoryId']);
      }
      expect(pinned.size).toBeLessThanOrEqual(8);
    }
    const now = memories.filter(({ pin }) => pin !== null).map((each) => each.id);
    expect(new Set(now)).toEqual(pinned);
  });

  it('that a user removed are not set again by a later score', async () => {
    const [first] = oldestFirst(await all()).filter(({ pin }) => pin === 'auto');
    const route = `/memories/${first?.id}`;
    await api.json(`${route}/pin`, { method: 'DELETE' });
    const task = await api.send<Task>('POST', `${route}/rescore`, {});
    await api.until(task.id, 'completed');
    expect(await api.json<Memory>(route)).toMatchObject({ significance: 3, pin: null });
  });
});

describe('test tasks', () => {
  it.each(['transcription', 'correction', 'summary'])('run a %s', async (type) => {
    const task = await api.send<Task>('POST', `/tasks/test/${type}`, {});
    expect(task).toMatchObject({ type, startedAt: null, endedAt: null });
    const done = await api.until(task.id, 'completed');
    const [startedAt, endedAt] = [Date.parse(done.startedAt ?? ''), Date.parse(done.endedAt ?? '')];
    expect(done.durationMs).toBe(endedAt - startedAt);
    expect(startedAt).toBeGreaterThanOrEqual(Date.parse(done.createdAt));
    const listed = (await api.tasks(`?type=${type}&state=completed`)).items;
    expect(listed.map((each) => each.id)).toContain(task.id);
    expect(listed.every(({ state }) => isEnded(state))).toBe(true);
    await api.settled(done.conversationId ?? '');
  });
});
