import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { rowsNaming } from '../bin.fixture.ts';
import { transcribe } from '../heard.fixture.ts';
import { aClip, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { BIN_KIND_RULES } from './kinds/bin-kinds.ts';
import { aPartedConversation, idsOfPart, summarise, type Part } from './parts.fixture.ts';
import { correctedTo } from '../corrected.fixture.ts';

const SOON = new Date(Date.now() + 60_000);
const KINDS = ['exchange', 'clip'] as const;

describe('what is deleted of a conversation', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const remove = (part: Part, permanently = false) =>
    store.repositories.bin.delete(part, permanently);
  const restore = (part: Part) => store.repositories.bin.restore(part);
  const purge = ({ id }: { readonly id: string }) => store.repositories.binPurge.purge(id, SOON);
  const ofConversation = (id: string) => ({ kind: 'conversation', id }) as const;
  const binned = async (ownerId: string) =>
    (await store.repositories.bin.list({ ownerId, limit: 50 })).items;

  /** The counters of a conversation. */
  async function counted(id: string) {
    const [row] = await store.rows(
      `SELECT revision, exchange_count AS exchanges, clip_count AS clips,
         (SELECT count(*)::int FROM exchanges WHERE conversation_id = $1) AS "presentExchanges",
         (SELECT count(*)::int FROM clips WHERE conversation_id = $1) AS "presentClips"
       FROM conversations WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** Ids of the turns of a conversation, as they are shown. */
  const turnsOf = async (id: string) =>
    ((await store.repositories.transcripts.find(id))?.turns ?? []).map(({ turnId }) => turnId);

  it.each(KINDS)('knows every table whose rows belong to a turn (%s)', async (kind) => {
    const rows = await store.rows(`
      SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> 'bin_items'
        AND column_name IN ('segment_id', 'clip_id', 'turn_id', 'exchange_id', 'memory_id')`);
    const known = BIN_KIND_RULES[kind].tables.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(rows.map(({ name }) => String(name))));
  });

  it.each(KINDS)('leaves every table, and comes back as it was (%s)', async (kind) => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    const part = parts[kind];
    const ids = await idsOfPart(store, part);
    const before = await rowsNaming(store, ids);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['turns', 'segments', 'clips']));
    const order = await turnsOf(id);
    const others = await rowsNaming(store, [parts.other.id]);
    await remove(part);
    expect(await rowsNaming(store, ids)).toEqual({});
    expect(await rowsNaming(store, [parts.other.id])).toEqual(others);
    expect(await turnsOf(id)).toHaveLength(order.length - 1);
    await restore(part);
    expect(await rowsNaming(store, ids)).toEqual(before);
    expect(await turnsOf(id)).toEqual(order);
    expect(await store.count('bin_rows', 'item_id = $1', [part.id])).toBe(0);
  });

  it.each(KINDS)('changes the revision and the counts, both times (%s)', async (kind) => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    const before = await counted(id);
    const revision = Number(before?.['revision']);
    await remove(parts[kind]);
    expect(await counted(id)).toEqual({
      ...{ revision: revision + 1, exchanges: 1, presentExchanges: 1, clips: 0, presentClips: 0 },
    });
    await restore(parts[kind]);
    expect(await counted(id)).toEqual({ ...before, revision: revision + 2 });
  });

  it('is named by what a person knows: who said what, or the name of the file', async () => {
    const ownerId = newOwner();
    const { parts } = await aPartedConversation(store, ownerId);
    await remove(parts.clip);
    await remove(parts.other);
    expect((await binned(ownerId)).map(({ kind, title }) => [kind, title])).toEqual([
      ['exchange', 'Ada: The hall is small.'],
      ['clip', 'meeting.wav'],
    ]);
    await restore(parts.clip);
    await remove(parts.exchange);
    const [item] = await binned(ownerId);
    expect(item?.title).toBe('Ada: We launch in March.');
    const unheard = await store.newTask(await store.newConversation(ownerId));
    const [exchange] = await store.rows('SELECT id FROM exchanges WHERE conversation_id = $1', [
      unheard.conversationId,
    ]);
    await remove({ kind: 'exchange', id: String(exchange?.['id']) });
    expect((await binned(ownerId))[0]?.title).toBe('meeting.wav');
  });

  it.each(KINDS)('is found by its own conversation only (%s)', async (kind) => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    const another = await store.newConversation();
    const foreign = { ...parts[kind], within: another };
    await expect(remove(foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(foreign, true)).rejects.toMatchObject({ code: 'not_found' });
    const own = { ...parts[kind], within: id };
    await remove(own);
    await expect(restore(foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(own)).rejects.toMatchObject({ code: 'not_found' });
    await restore(own);
    await expect(restore(own)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused in every repository as if it did not exist', async () => {
    const { id, parts, segmentId, turnId, transcription } = await aPartedConversation(
      store,
      newOwner(),
    );
    await remove(parts.clip);
    const { repositories } = store;
    const { conversations, segments, tasks, textVersions, transcripts } = repositories;
    expect(await conversations.findClip(id, parts.clip.id)).toBeNull();
    expect(await conversations.clipsOf(id)).toEqual([]);
    expect(await transcripts.findTurn(turnId)).toBeNull();
    expect(await tasks.find(transcription.id)).toBeNull();
    expect(await textVersions.list({ conversationId: id, turnId, limit: 5 })).toBeNull();
    const ownerId = transcription.ownerId;
    const found = await conversations.list({ ownerId, search: 'March', limit: 5 });
    expect(found.items).toEqual([]);
    const wanted = { type: 'transcription', clipId: parts.clip.id } as const;
    const passage = { conversationId: id, segmentId, narrative: 'Ada launches.' };
    const calls = [
      segments.edit(id, segmentId, 'Else.'),
      tasks.retry(transcription.id, { engine: 'other' }),
      repositories.requestedTasks.create(wanted, null),
      repositories.passageMemories.write(passage, null),
    ];
    const refused = { code: 'not_found' };
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(refused)));
  });

  it('stops its transcription, and starts it again after a restore', async () => {
    const task = await store.runningTask();
    const clip = { kind: 'clip', id: task.clipId ?? '' } as const;
    await remove(clip);
    const told: unknown[] = [];
    await store.repositories.outbox.dispatch(100, ({ kind, task: { id } }) => {
      told.push({ kind, id });
      return Promise.resolve('delivered');
    });
    expect(told).toEqual([{ kind: 'cancel', id: task.id }]);
    expect(await transcribe(store, task, ['Too late.'])).toBeNull();
    expect(await counted(task.conversationId ?? '')).toMatchObject({ exchanges: 0, clips: 0 });
    expect(await store.count('exchanges', 'conversation_id = $1', [task.conversationId])).toBe(0);
    await restore(clip);
    const again = await store.task(task.id);
    expect(again).toMatchObject({ state: 'pending', attempt: 2 });
    expect(await transcribe(store, again, ['Heard.'])).toMatchObject({ segmentCount: 1 });
  });

  it('frees the limit of open tasks of its owner', async () => {
    const limited = store.another({ tasksInFlight: 1 });
    const { clips } = limited.repositories;
    const id = await store.newConversation(newOwner());
    const first = await clips.acceptClip(aClip(id), null);
    const refused = { code: 'owner_limit_reached' };
    await expect(clips.acceptClip(aClip(id), null)).rejects.toMatchObject(refused);
    await remove({ kind: 'clip', id: first });
    expect(await clips.acceptClip(aClip(id), null)).not.toBe(first);
    await limited.close();
  });

  it('leaves a correction that goes on with the others, and is corrected after a restore', async () => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    await store.repositories.tasks.cancelAll({ conversationId: id });
    await store.rows(`UPDATE segments SET correction_task_id = NULL WHERE conversation_id = $1`, [
      id,
    ]);
    const task = await store.taken(id, 'correction');
    const work = await store.repositories.corrections.start(runOf(task), 'run-1');
    const given = work?.segments ?? [];
    expect(given.length).toBe(Number(task.total));
    await remove(parts.exchange);
    expect(await store.task(task.id)).toMatchObject({ state: 'running', total: 1 });
    const corrections = given.map((each) => correctedTo(each, `${each.raw} Indeed.`));
    const result = { engine: 'instant', corrections, warnings: [] };
    expect(await store.repositories.corrections.complete(runOf(task), result)).toEqual({
      changed: true,
    });
    await restore(parts.exchange);
    const next = await store.taken(id, 'correction');
    const left = await store.repositories.corrections.start(runOf(next), 'run-2');
    expect(left?.segments.map(({ segmentId }) => segmentId)).toEqual(
      given.slice(0, -1).map(({ segmentId }) => segmentId),
    );
  });

  it('cancels a correction that corrects nothing else', async () => {
    const id = await store.newConversation();
    const { id: exchange } = await store.repositories.exchanges.add(anExchange(id), null);
    const correction = await store.taken(id, 'correction');
    await remove({ kind: 'exchange', id: exchange });
    expect(await store.task(correction.id)).toMatchObject({ state: 'cancelled' });
  });

  it.each(KINDS)(
    'takes the memories of its exchange with it, and their pins (%s)',
    async (kind) => {
      const { id, parts, memoryId } = await aPartedConversation(store, newOwner());
      const { memories } = store.repositories;
      await memories.setPin(memoryId, true);
      await remove(parts[kind]);
      expect(await memories.find(memoryId)).toBeNull();
      expect((await memories.list({ conversationId: id, limit: 5 })).items).toHaveLength(1);
      await restore(parts[kind]);
      expect(await memories.find(memoryId)).toMatchObject({ pinned: true });
    },
  );

  it.each(KINDS)('hides a memory that was deleted before, and has it purged (%s)', async (kind) => {
    const ownerId = newOwner();
    const { parts, memoryId } = await aPartedConversation(store, ownerId);
    const memory = { kind: 'memory', id: memoryId } as const;
    await store.repositories.bin.delete(memory);
    await remove(parts[kind]);
    expect((await binned(ownerId)).map(({ id }) => id)).toEqual([parts[kind].id]);
    await expect(store.repositories.bin.restore(memory)).rejects.toMatchObject({
      code: 'not_found',
    });
    await restore(parts[kind]);
    expect((await binned(ownerId)).map(({ id }) => id)).toEqual([memoryId]);
    await remove(parts[kind]);
    expect(await purge(parts[kind])).toBe(true);
    expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
    expect(await store.count('bin_rows', `row::text LIKE '%' || $1 || '%'`, [memoryId])).toBe(0);
  });

  it.each(KINDS)(
    'goes with its conversation, out of the list, and is back with it (%s)',
    async (kind) => {
      const ownerId = newOwner();
      const { id, parts } = await aPartedConversation(store, ownerId);
      const { bin } = store.repositories;
      await remove(parts[kind]);
      await bin.delete(ofConversation(id));
      expect((await binned(ownerId)).map((item) => item.id)).toEqual([id]);
      for (const refused of [restore(parts[kind]), remove(parts[kind], true)]) {
        await expect(refused).rejects.toMatchObject({ code: 'not_found' });
      }
      await bin.restore(ofConversation(id));
      expect((await binned(ownerId)).map((item) => item.id)).toEqual([parts[kind].id]);
      await restore(parts[kind]);
      expect(await turnsOf(id)).toHaveLength(2);
      await remove(parts[kind]);
      await bin.delete(ofConversation(id));
      expect(await purge({ id })).toBe(true);
      expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
    },
  );

  it.each(KINDS)('is purged with all its rows, and nothing else (%s)', async (kind) => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    const ids = await idsOfPart(store, parts[kind]);
    const { answers, tasks } = store.repositories;
    await summarise(store, id);
    const [summary] = (await tasks.list({ conversationId: id, type: 'summary', limit: 1 })).items;
    for (const user of [summary?.id ?? '', id]) {
      await answers.save({ key: `for ${user} ${kind}`, engine: 'costly', answer: {} }, user);
      await answers.save({ key: `again ${user} ${kind}`, engine: 'costly', answer: {} }, user);
    }
    await remove(parts[kind], true);
    // The summary that is made without it asks for some of the same.
    await answers.find(`again ${id} ${kind}`, id);
    await store.deliverAll();
    expect(await purge(parts[kind])).toBe(true);
    expect(await rowsNaming(store, ids)).toEqual({});
    for (const table of ['bin_items t', 'bin_rows t']) {
      const names = `EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(t::text, id) > 0)`;
      expect([table, await store.count(table, names, [ids])]).toEqual([table, 0]);
    }
    expect(await turnsOf(id)).toHaveLength(1);
    expect(
      (await store.rows(`SELECT key FROM engine_answers WHERE key LIKE '%' || $1`, [kind])).map(
        ({ key }) => String(key),
      ),
    ).toEqual([`again ${id} ${kind}`]);
    const purged = `type = '${kind}_purged' AND conversation_id = $1`;
    expect(await store.count('events', purged, [id])).toBe(1);
    await expect(restore(parts[kind])).rejects.toMatchObject({ code: 'not_found' });
  });

  it('loses the answers of a run that had begun before, when that has ended', async () => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    const { answers } = store.repositories;
    const task = await store.taken(id, 'summary');
    await store.repositories.summaries.start(runOf(task), 'run-1');
    await remove(parts.exchange, true);
    await purge(parts.exchange);
    await answers.save({ key: `late ${id}`, engine: 'costly', answer: {} }, task.id);
    await answers.removeUnused(SOON);
    expect(await answers.find(`late ${id}`, task.id)).toEqual({});
    await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
    await answers.removeUnused(SOON);
    expect(await store.count('engine_answers', 'key = $1', [`late ${id}`])).toBe(0);
  });

  it('is deleted once, and is either restored or purged, whoever comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const kind = KINDS[round % 2] ?? 'clip';
      const { id, parts } = await aPartedConversation(store, newOwner());
      const both = [parts.exchange, parts.clip, parts[kind]].map((part) => remove(part));
      const ends = await Promise.allSettled(both);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [item] = await store.rows('SELECT id, kind FROM bin_items WHERE belongs_to = $1', [id]);
      const part = { kind: item?.['kind'] as Part['kind'], id: String(item?.['id']) };
      const [restored, purged] = await Promise.allSettled([restore(part), purge(part)]);
      const isBack = (await turnsOf(id)).length === 2;
      expect(restored.status).toBe(isBack ? 'fulfilled' : 'rejected');
      expect(purged).toEqual({ status: 'fulfilled', value: !isBack });
    }
  });

  it.each([1, 2, 3])(
    'is in one place, whoever else transcribes, corrects, summarises and deletes (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const ownerId = newOwner();
      const made = await Promise.all([1, 2].map(() => aPartedConversation(store, ownerId)));
      const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
      const { bin, corrections, pendingWork, tasks } = store.repositories;
      const correct = async (id: string) => {
        const task = await store.taken(id, 'correction').catch(noTask);
        const work = task && (await corrections.start(runOf(task), 'run-1'));
        if (!task || !work) return;
        const texts = work.segments.map((each) => correctedTo(each, `${each.raw} ${random()}`));
        const result = { engine: 'instant', corrections: texts, warnings: [] };
        await corrections.complete(runOf(task), result);
      };
      const hear = async (id: string) => {
        const task = await tasks.find(id);
        if (task && task.endedAt === null) await transcribe(store, task, ['We launch in March.']);
      };
      const acts = ({ id, parts, transcription }: (typeof made)[number]) => [
        () => remove(oneOf(Object.values(parts)) ?? parts.clip),
        () => remove(oneOf(Object.values(parts)) ?? parts.clip),
        () => restore(oneOf(Object.values(parts)) ?? parts.clip),
        () => restore(oneOf(Object.values(parts)) ?? parts.clip),
        () => bin.delete(ofConversation(id)),
        () => bin.restore(ofConversation(id)),
        () => bin.restore(ofConversation(id)),
        () => pendingWork.take(ofConversation(id)),
        () => tasks.retry(transcription.id, { engine: `${random()}` }),
        () => hear(transcription.id),
        () => correct(id),
        () => summarise(store, id).catch(noTask),
      ];
      const client = async () => {
        for (let step = 0; step < 40; step += 1) {
          const conversation = oneOf(made);
          if (conversation) await oneOf(acts(conversation))?.().catch(onlyRefusals);
        }
      };
      await Promise.all([client(), client(), client(), client()]);
      for (const { id } of made) await bin.restore(ofConversation(id)).catch(onlyRefusals);
      for (const item of await binned(ownerId)) await bin.restore(item);
      for (const { id } of made) {
        expect(await counted(id)).toMatchObject({
          ...{ exchanges: 2, presentExchanges: 2, clips: 1, presentClips: 1 },
        });
        expect(await turnsOf(id)).toHaveLength(2);
      }
      expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
      expect(await store.count('memories', 'owner_id = $1', [ownerId])).toBe(4);
    },
    60_000,
  );
});

function noTask(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('there is no pending')) return null;
  onlyRefusals(error);
  return null;
}

function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
