import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newOwner, runOf, TestStore } from '../store.fixture.ts';
import { newProject } from '../projects.fixture.ts';

describe('exports', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const request = (kind: 'conversation' | 'project' | 'owner', id: string, key?: string) => {
    const idempotent = key === undefined ? null : { scope: 'exports', key, requestHash: id };
    return store.repositories.exports.request({ kind, id }, idempotent);
  };
  const FILE = {
    ...{ fileName: 'Talk.zip', sizeBytes: 10, sha256: 'e'.repeat(64) },
    counts: {
      ...{ conversations: 1, projects: 0, clips: 0, documents: 0 },
      ...{ memories: 0, events: 1, problems: 0 },
    },
    expiresAt: new Date('2026-12-01T00:00:00Z'),
  };

  it('belong to the owner of what they are of, and have a task that Temporal starts', async () => {
    const owner = newOwner();
    const conversation = await store.newConversation(owner);
    const project = (await newProject(store, { ownerId: owner })).id;
    for (const [kind, id] of [
      ['conversation', conversation],
      ['project', project],
      ['owner', owner],
    ] as const) {
      const made = await request(kind, id);
      expect(made).toMatchObject({ ownerId: owner, scope: { kind, id }, file: null });
      expect(made.task).toMatchObject({
        ...{ type: 'export', state: 'pending', ownerId: owner, conversationId: null },
        ...{ entityKind: null, workflowId: `export:${made.task.id}` },
      });
      expect(await store.count('outbox', 'task_id = $1', [made.task.id])).toBe(1);
    }
  });

  it('of one thing are requested once at a time, however many ask', async () => {
    const id = await store.newConversation();
    const other = await store.newConversation();
    const asked = await Promise.all(Array.from({ length: 30 }, () => request('conversation', id)));
    expect(new Set(asked.map((each) => each.id)).size).toBe(1);
    expect((await request('conversation', other)).id).not.toBe(asked[0]?.id);
    const [first] = asked;
    if (!first) throw new Error('nothing was requested');
    await store.repositories.tasks.end(runOf(first.task), { state: 'cancelled' });
    expect((await request('conversation', id)).id).not.toBe(first.id);
  });

  it('are the same for the same Idempotency-Key, also when they have ended', async () => {
    const id = await store.newConversation();
    const first = await request('conversation', id, 'key-1');
    await store.repositories.tasks.end(runOf(first.task), { state: 'cancelled' });
    expect((await request('conversation', id, 'key-1')).id).toBe(first.id);
    const other = await store.newConversation();
    await expect(request('conversation', other, 'key-1')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it.each([
    ['conversation', 'cnv_missing'],
    ['project', 'prj_missing'],
    ['owner', 'nobody'],
  ] as const)('of a %s that is not there are refused', async (kind, id) => {
    await expect(request(kind, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('count as tasks of their owner', async () => {
    const limited = store.another({ tasksInFlight: 1 });
    const owner = newOwner();
    const ids = [await store.newConversation(owner), await store.newConversation(owner)];
    const { exports } = limited.repositories;
    const [first = '', second = ''] = ids;
    await exports.request({ kind: 'conversation', id: first }, null);
    await expect(exports.request({ kind: 'conversation', id: second }, null)).rejects.toMatchObject(
      {
        code: 'owner_limit_reached',
      },
    );
    await limited.close();
  });

  it('are listed by owner, newest first, page by page', async () => {
    const owner = newOwner();
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      made.unshift((await request('conversation', await store.newConversation(owner))).id);
    }
    const { exports } = store.repositories;
    const first = await exports.list({ ownerId: owner, limit: 2 });
    const cursor = first.nextCursor ?? undefined;
    const rest = await exports.list({ ownerId: owner, limit: 2, cursor });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
  });

  it('show their file when their task is completed, once', async () => {
    const { exports, exportRuns, installationRuns } = store.repositories;
    const { id, task } = await request('conversation', await store.newConversation());
    await store.deliverAll();
    await installationRuns.start(runOf(task), 'run-1');
    expect(await exportRuns.complete(runOf(task), FILE, [])).toBe(true);
    expect(await exportRuns.complete(runOf(task), FILE, [])).toBe(false);
    expect(await exports.find(id)).toMatchObject({ file: FILE, task: { state: 'completed' } });
    expect(await exports.stateOf([id, 'exp_unknown'])).toEqual(new Map([[id, 'made']]));
  });

  it('that were removed complete nothing', async () => {
    const { exports, exportRuns, installationRuns } = store.repositories;
    const { id, task } = await request('conversation', await store.newConversation());
    await store.deliverAll();
    await installationRuns.start(runOf(task), 'run-1');
    await exports.remove(id);
    expect(await exportRuns.complete(runOf(task), FILE, [])).toBe(false);
    expect(await store.task(task.id)).toMatchObject({ state: 'cancelled' });
    await expect(exports.find(id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(exports.remove(id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
