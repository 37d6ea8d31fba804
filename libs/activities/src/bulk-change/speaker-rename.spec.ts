import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { BulkChangeRecord, Repositories } from '#store';
import { anExchange, newOwner, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { bulkChange } from './bulk-change.handler.ts';

const logger = pino({ level: 'silent' });

/** What a worker says that was killed at this moment. */
const killed = () => new Error('killed');

describe('the renaming of somebody in all conversations', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const repositories = () => store.repositories;
  const run = (
    change: BulkChangeRecord | null,
    runs: Partial<Repositories['bulkChangeRuns']> = {},
  ) => {
    if (change === null) throw new Error('it was not asked for');
    const { bulkChangeRuns, retries, tasks } = repositories();
    const changed = Object.assign(Object.create(bulkChangeRuns) as typeof bulkChangeRuns, runs);
    const { changeInBulk } = bulkChange.create({ ...repositories(), bulkChangeRuns: changed });
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, [
      activityInterceptors({ retries, tasks, logger }),
    ]).run(() => changeInBulk(runOf(change.task)));
  };
  const conversation = async (ownerId: string, ...speakers: readonly string[]) => {
    const id = await store.newConversation(ownerId);
    const exchange = anExchange(id, ...speakers.map(() => 'We will meet at nine.'));
    const turns = exchange.turns.map((turn, n) => ({ ...turn, speaker: speakers[n] ?? '' }));
    await repositories().exchanges.add({ ...exchange, turns }, null);
    return id;
  };
  const namesIn = async (id: string) =>
    ((await repositories().transcripts.find(id))?.turns ?? []).map(({ speaker }) => speaker);
  const revisionOf = async (id: string) => (await repositories().conversations.find(id))?.revision;
  const preview = (ownerId: string, from = 'Ada', to = 'Ada King') =>
    repositories().speakerRenames.create({ ownerId, from, to }, null);
  const applied = async (ownerId: string) => {
    const { id } = await preview(ownerId);
    await run((await repositories().speakerRenames.apply(id)).applied);
    return repositories().speakerRenames.find(id);
  };
  const undone = async (id: string) => {
    await run((await repositories().speakerRenames.undo(id)).undone);
    return repositories().speakerRenames.find(id);
  };

  it('gives the name in each of them, without a new revision, and takes it back', async () => {
    const ownerId = newOwner();
    const [one, two] = [
      await conversation(ownerId, 'Ada', 'Tom', 'Ada'),
      await conversation(ownerId, 'Eva', 'Ada'),
    ];
    const theirs = await conversation(newOwner(), 'Ada');
    await conversation(ownerId, 'Adam', 'ada');
    const before = [await revisionOf(one), await revisionOf(two)];
    const done = await applied(ownerId);
    expect(done).toMatchObject({
      counts: { pending: 0, renamed: 2, taken: 0, gone: 0, undone: 0 },
      applied: { changed: 2, unchanged: 0, task: { state: 'completed', done: 2, total: 2 } },
    });
    expect(await namesIn(one)).toEqual(['Ada King', 'Tom', 'Ada King']);
    expect(await namesIn(two)).toEqual(['Eva', 'Ada King']);
    expect(await namesIn(theirs)).toEqual(['Ada']);
    expect([await revisionOf(one), await revisionOf(two)]).toEqual(before);
    expect((await undone(done.id)).counts).toMatchObject({ renamed: 0, undone: 2 });
    expect(await namesIn(one)).toEqual(['Ada', 'Tom', 'Ada']);
    expect(await namesIn(two)).toEqual(['Eva', 'Ada']);
  });

  it('makes nobody two people: where the new name is taken, nothing is changed', async () => {
    const ownerId = newOwner();
    const taken = await conversation(ownerId, 'Ada', 'Ada King');
    const { id, counts } = await preview(ownerId);
    expect(counts).toMatchObject({ pending: 0, taken: 1 });
    await run((await repositories().speakerRenames.apply(id)).applied);
    expect(await namesIn(taken)).toEqual(['Ada', 'Ada King']);
  });

  it('leaves alone what has changed since the preview', async () => {
    const ownerId = newOwner();
    const [renamed, merged, kept] = [
      await conversation(ownerId, 'Ada'),
      await conversation(ownerId, 'Ada', 'Tom'),
      await conversation(ownerId, 'Ada'),
    ];
    const { id } = await preview(ownerId);
    const { speakers, speakerRenames } = repositories();
    await speakers.decide(renamed, { from: 'Ada', to: 'Eva', merge: false });
    await speakers.decide(merged, { from: 'Tom', to: 'Ada King', merge: false });
    await run((await speakerRenames.apply(id)).applied);
    expect((await speakerRenames.find(id)).counts).toMatchObject({ renamed: 1, taken: 1, gone: 1 });
    expect(await namesIn(renamed)).toEqual(['Eva']);
    expect(await namesIn(merged)).toEqual(['Ada', 'Ada King']);
    await speakers.decide(kept, { from: 'Ada King', to: 'Countess', merge: false });
    await undone(id);
    expect(await namesIn(kept)).toEqual(['Countess']);
  });

  it('goes on where a killed worker stopped, and doubles and loses nothing', async () => {
    const ownerId = newOwner();
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await conversation(ownerId, 'Ada', 'Tom'));
    const { id } = await preview(ownerId);
    const { bulkChangeRuns, speakerRenames } = repositories();
    const { applied: change } = await speakerRenames.apply(id);
    for (const killedAfter of [true, false]) {
      let left = 2;
      const apply = async (record: BulkChangeRecord, place: string) => {
        left -= 1;
        if (left === 0 && !killedAfter) throw killed();
        const isChanged = await bulkChangeRuns.apply(record, place);
        if (left === 0) throw killed();
        return isChanged;
      };
      await expect(run(change, { apply })).rejects.toMatchObject({ type: 'internal' });
    }
    await run(change);
    for (const each of ids) expect(await namesIn(each)).toEqual(['Ada King', 'Tom']);
    expect(
      await store.count('events', `type = 'speakers_changed' AND owner_id = $1`, [ownerId]),
    ).toBe(4);
    expect((await speakerRenames.find(id)).applied).toMatchObject({ changed: 4, unchanged: 0 });
  });

  it('is made once, cannot be taken back before, and is forgotten after some days', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'Ada');
    const rename = await preview(ownerId);
    const { speakerRenames } = repositories();
    const notReady = { code: 'speaker_rename_not_ready' };
    await expect(speakerRenames.undo(rename.id)).rejects.toMatchObject(notReady);
    const [one, other] = await Promise.all([1, 2].map(() => speakerRenames.apply(rename.id)));
    expect(one?.applied?.task.id).toBe(other?.applied?.task.id);
    await expect(speakerRenames.undo(rename.id)).rejects.toMatchObject(notReady);
    await run(one?.applied ?? null);
    await speakerRenames.removeExpired(new Date(Date.now() - 60_000));
    expect(await speakerRenames.find(rename.id)).toMatchObject({ counts: { renamed: 1 } });
    await speakerRenames.removeExpired(new Date(Date.now() + 60_000));
    await expect(speakerRenames.find(rename.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await store.count('renamed_conversations', 'conversation_id = $1', [id])).toBe(0);
    expect(await namesIn(id)).toEqual(['Ada King']);
  });

  it('takes its conversations into the bin, and back', async () => {
    const ownerId = newOwner();
    const binned = await conversation(ownerId, 'Ada');
    const { id } = await preview(ownerId);
    const thing = { kind: 'conversation', id: binned } as const;
    const { bin, speakerRenames } = repositories();
    await bin.delete(thing);
    await run((await speakerRenames.apply(id)).applied);
    await bin.restore(thing);
    expect(await namesIn(binned)).toEqual(['Ada']);
    expect((await speakerRenames.find(id)).counts).toMatchObject({ renamed: 0, pending: 1 });
  });
});
