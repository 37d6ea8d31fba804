import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  earlierNarrativesSchema,
  memoryPageSchema,
  memorySchema,
  problemSchema,
  taskSchema,
  transcriptSchema,
  type Memory,
} from '#contracts/api';
import type { Significance } from '#contracts/model';
import { ScoringRepository } from '#store';
import { addExchange, createConversation, sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';
import { newProject, talk } from '../projects/project.fixture.ts';

const NOWHERE = 'mem_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('memories', () => {
  const gateway = useGateway();
  let scoring: ScoringRepository;
  beforeAll(async () => {
    scoring = gateway.app.get(ScoringRepository);
  });

  const post = (body: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/memories`, body, headers);
  const call = (method: string, path: string) =>
    fetch(`${gateway.url}/memories${path}`, { method });
  const find = async (id: string) => memorySchema.parse(await (await call('GET', `/${id}`)).json());
  const listOf = async (query: string) =>
    memoryPageSchema.parse(await (await call('GET', query)).json());
  let written = 0;
  /** Each says something else, because those that say the same share a pin. */
  const write = async (ownerId: string, narrative = `She moved to house ${(written += 1)}.`) =>
    memorySchema.parse(await (await post({ narrative, ownerId })).json());
  const setPin = async (memory: Memory, method: 'PUT' | 'DELETE') =>
    memorySchema.parse(await (await call(method, `/${memory.id}/pin`)).json());
  const pinsOf = async (ownerId: string) =>
    Object.fromEntries(
      (await listOf(`?ownerId=${ownerId}&pinned=true`)).items.map(({ id, pin }) => [id, pin]),
    );
  /** Simulates the worker that scores one memory. */
  const score = async (memory: Memory, significance: Significance) => {
    const rescored = await call('POST', `/${memory.id}/rescore`);
    const run = { taskId: taskSchema.parse(await rescored.json()).id, attempt: 1 };
    await scoring.start(run, 'run-1');
    const verdict = {
      significance,
      value: 1.5,
      reason: 'Because.',
      engine: 'e',
      rubricVersion: 'r',
    };
    await scoring.save(run, [{ memoryId: memory.id, ...verdict }], { warnings: [] });
    return find(memory.id);
  };

  it('of applications are available at once, with their scoring task', async () => {
    const narrative = 'Ada said that her daughter was born last night.';
    const priorDialogue = [{ speaker: 'Kaito', text: 'You look tired.' }];
    const response = await post({ narrative, priorDialogue, ownerId: 'ada' });
    const written = memorySchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      `/memories/${written.id}`,
    ]);
    expect(written).toMatchObject({
      ownerId: 'ada',
      conversationId: null,
      exchangeId: null,
      narrative,
      significance: null,
      scoredAt: null,
      pin: null,
    });
    expect(await find(written.id)).toEqual(written);
    const task = await fetch(`${gateway.url}/tasks/${written.taskId}`);
    expect(taskSchema.parse(await task.json())).toMatchObject({
      type: 'significance',
      state: 'pending',
      ownerId: 'ada',
      conversationId: null,
      progress: { unit: 'memories', total: 1 },
    });
  });

  it('of a passage belong to its conversation and exchange', async () => {
    const created = { title: 'Colours', ownerId: 'painter' };
    const about = await sendJson('POST', `${gateway.url}/conversations`, created);
    const { id } = conversationSchema.parse(await about.json());
    const exchange = await addExchange(gateway.url, id, 'The blue one it is.');
    const transcript = await fetch(`${gateway.url}/conversations/${id}/transcript`);
    const { turns } = transcriptSchema.parse(await transcript.json());
    const route = `${gateway.url}/conversations/${id}/segments/${turns[0]?.segments[0]?.id}/memories`;
    const body = { narrative: 'the blue one' };
    const response = await sendJson('POST', route, body, { 'idempotency-key': 'blue' });
    const written = memorySchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      `/memories/${written.id}`,
    ]);
    expect(written).toMatchObject({
      ...{ conversationId: id, conversationTitle: 'Colours', exchangeId: exchange.id },
      ...{ ownerId: 'painter', narrative: 'the blue one', significance: null },
    });
    const again = await sendJson('POST', route, body, { 'idempotency-key': 'blue' });
    expect([again.status, await again.json()]).toEqual([202, written]);
    // Somebody who does not know of the first request gets the same memory, and hears so.
    const unaware = await sendJson('POST', route, body);
    expect([unaware.status, await unaware.json()]).toEqual([200, written]);
    expect(unaware.headers.get('location')).toBe(`/memories/${written.id}`);
    const nowhere = route.replace(/seg_\w+/u, 'seg_01jd3k4m5n6p7q8r9s0t1v2w3x');
    expect((await sendJson('POST', nowhere, body)).status).toBe(404);
    expect((await sendJson('POST', route, { narrative: '' })).status).toBe(400);
  });

  it('are edited by people, and what was there before can be read', async () => {
    const memory = await write('editor');
    const edit = (body: object, id = memory.id) =>
      sendJson('PATCH', `${gateway.url}/memories/${id}`, body);
    const edited = memorySchema.parse(
      await (await edit({ narrative: ' She moved to Porto. ' })).json(),
    );
    expect(edited).toMatchObject({
      ...memory,
      narrative: 'She moved to Porto.',
      editedAt: expect.any(String) as unknown,
    });
    expect(await find(memory.id)).toEqual(edited);
    const earlier = earlierNarrativesSchema.parse(
      await (await call('GET', `/${memory.id}/narratives`)).json(),
    );
    expect(earlier).toEqual({
      items: [{ narrative: memory.narrative, replacedAt: edited.editedAt }],
    });
    for (const body of [{}, { narrative: '' }, { narrative: 'x', pinned: true }]) {
      expect((await edit(body)).status).toBe(400);
    }
    expect((await edit({ narrative: 'Nothing.' }, NOWHERE)).status).toBe(404);
    expect((await call('GET', `/${NOWHERE}/narratives`)).status).toBe(404);
  });

  it('name their conversation and its project, by which they are found', async () => {
    const project = await newProject(gateway.url);
    await talk(gateway.url, project.id, 'My daughter was born last night.');
    const { items } = await listOf(`?projectId=${project.id}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ conversationTitle: 'A talk', projectId: project.id });
    const other = await newProject(gateway.url);
    expect((await listOf(`?projectId=${other.id}`)).items).toEqual([]);
  });

  it('are found by words and by time', async () => {
    const rome = await write('finder', 'She moved to Rome.');
    const oslo = await write('finder', 'He moved to Oslo.');
    const found = async (query: string) =>
      (await listOf(`?ownerId=finder&${query}`)).items.map(({ id }) => id);
    expect(await found('search=rome%20MOVED')).toEqual([rome.id]);
    expect(await found(`since=${oslo.createdAt}&until=${oslo.createdAt}`)).toEqual([]);
    expect(await found(`since=${rome.createdAt}`)).toContain(oslo.id);
    for (const query of [
      'search=',
      'search=%00',
      'since=yesterday',
      'since=0000-01-01T00:00:00Z',
    ]) {
      expect((await call('GET', `?${query}`)).status).toBe(400);
    }
  });

  it('that wait for a worker share a task, but never with another owner', async () => {
    const [first, second] = [await write('sharer'), await write('sharer')];
    expect(second.taskId).toBe(first.taskId);
    expect((await write('loner')).taskId).not.toBe(first.taskId);
  });

  it('are written once per key, and the key is rejected for another memory', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const body = { narrative: 'He plays the cello.', ownerId: 'keyed' };
    const answers = await Promise.all([post(body, key), post(body, key)]);
    const [first, second] = await Promise.all(
      answers.map(async (each) => memorySchema.parse(await each.json())),
    );
    expect(second?.id).toBe(first?.id);
    expect((await listOf('?ownerId=keyed')).items).toHaveLength(1);
    const other = await post({ ...body, narrative: 'He plays the harp.' }, key);
    expect(problemSchema.parse(await other.json()).code).toBe('idempotency_key_reused');
    expect((await post({ ...body, ownerId: 'other' }, key)).status).toBe(202);
  });

  it.each([
    ['narrative', { narrative: ' ' }],
    ['narrative', {}],
    ['priorDialogue.0.speaker', { narrative: 'x', priorDialogue: [{ text: 'y' }] }],
    ['ownerId', { narrative: 'x', ownerId: 'a b' }],
  ])('with an invalid %s are rejected', async (path, body) => {
    const problem = problemSchema.parse(await (await post(body)).json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe(path);
  });

  it('are listed by their filters, newest first, each once', async () => {
    const memories = [await write('lister'), await write('lister'), await write('lister')];
    await score(memories[0]!, 1);
    await score(memories[1]!, 2);
    await setPin(memories[2]!, 'PUT');
    const ids = async (query: string) => (await listOf(query)).items.map(({ id }) => id);
    const [a, b, c] = memories.map(({ id }) => id);
    expect(await ids('?ownerId=lister')).toEqual([c, b, a]);
    expect(await ids('?ownerId=lister&significance=1')).toEqual([b, a]);
    expect(await ids('?ownerId=lister&significance=2')).toEqual([b]);
    expect(await ids('?ownerId=lister&pinned=true')).toEqual([c]);
    expect(await ids('?ownerId=lister&pinned=false')).toEqual([b, a]);
    const page = await listOf('?ownerId=lister&limit=2');
    expect(await ids(`?ownerId=lister&limit=2&cursor=${page.nextCursor}`)).toEqual([a]);
    const conversationId = await createConversation(gateway.url);
    const { memoryIds } = await addExchange(gateway.url, conversationId, 'We move in spring.');
    expect(await ids(`?conversationId=${conversationId}`)).toEqual(memoryIds);
    for (const query of ['?pinned=maybe', '?significance=4', '?conversationId=cnv_1']) {
      expect((await call('GET', query)).status).toBe(400);
    }
  });

  it('are scored again by a task of their own; only pivotal memories are pinned', async () => {
    const memory = await write('scored');
    const rescored = await call('POST', `/${memory.id}/rescore`);
    const task = taskSchema.parse(await rescored.json());
    expect([rescored.status, rescored.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(task).toMatchObject({ type: 'significance', state: 'pending' });
    expect(task.id).not.toBe(memory.taskId);
    expect((await find(memory.id)).taskId).toBe(task.id);
    expect(await score(memory, 2)).toMatchObject({
      significance: 2,
      reason: 'Because.',
      pin: null,
    });
    expect(await score(memory, 3)).toMatchObject({ significance: 3, pin: 'auto' });
  });

  describe('that people pin', () => {
    it('stay pinned or unpinned regardless of their score', async () => {
      const memory = await write('decided');
      expect((await setPin(memory, 'PUT')).pin).toBe('manual');
      expect((await setPin(memory, 'PUT')).pin).toBe('manual');
      expect((await score(memory, 0)).pin).toBe('manual');
      expect((await setPin(memory, 'DELETE')).pin).toBeNull();
      expect((await score(memory, 3)).pin).toBeNull();
    });

    it('turn an automatic pin into a manual one', async () => {
      const memory = await write('taker');
      expect((await score(memory, 3)).pin).toBe('auto');
      expect((await setPin(memory, 'PUT')).pin).toBe('manual');
    });

    it('evict the oldest automatic pin from the ninth pin on', async () => {
      const auto = [await write('capped'), await write('capped')];
      for (const memory of [...auto].reverse()) await score(memory, 3);
      const manual: Memory[] = [];
      for (let n = 0; n < 7; n += 1) {
        const memory = await write('capped');
        manual.push(memory);
        await setPin(memory, 'PUT');
      }
      const pins = await pinsOf('capped');
      expect(Object.keys(pins)).toHaveLength(8);
      expect(pins[auto[0]!.id]).toBeUndefined();
      expect(pins[auto[1]!.id]).toBe('auto');
      expect(manual.map(({ id }) => pins[id])).toEqual(Array(7).fill('manual'));
    });

    it('never evict one another: nine stay, and a pivotal one is added', async () => {
      for (let n = 0; n < 9; n += 1) await setPin(await write('manual'), 'PUT');
      expect(Object.values(await pinsOf('manual'))).toEqual(Array(9).fill('manual'));
      const pivotal = await score(await write('manual'), 3);
      expect(pivotal.pin).toBe('auto');
      expect(Object.values(await pinsOf('manual')).sort()).toEqual([
        'auto',
        ...Array<string>(9).fill('manual'),
      ]);
    });

    it('concurrently do not exceed the limit', async () => {
      const auto = await Promise.all(Array.from({ length: 8 }, () => write('crowd')));
      for (const memory of auto) await score(memory, 3);
      const manual = await Promise.all(Array.from({ length: 5 }, () => write('crowd')));
      await Promise.all(manual.map((memory) => setPin(memory, 'PUT')));
      const pins = Object.values(await pinsOf('crowd'));
      expect(pins.filter((pin) => pin === 'manual')).toHaveLength(5);
      expect(pins.filter((pin) => pin === 'auto')).toHaveLength(3);
    });

    it('do not change the pins of another owner', async () => {
      const foreign = await score(await write('neighbour'), 3);
      for (let n = 0; n < 9; n += 1) await setPin(await write('busy'), 'PUT');
      expect((await find(foreign.id)).pin).toBe('auto');
    });
  });

  it.each([
    ['GET', `/${NOWHERE}`],
    ['PUT', `/${NOWHERE}/pin`],
    ['DELETE', `/${NOWHERE}/pin`],
    ['POST', `/${NOWHERE}/rescore`],
  ])('that do not exist are not found: %s %s', async (method, path) => {
    const problem = problemSchema.parse(await (await call(method, path)).json());
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect((await call(method, path.replace(NOWHERE, 'tsk_1'))).status).toBe(400);
  });
});
