import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { GlossaryEntry } from '#contracts/model';
import { formIndex, foundForms, withTermsAt } from '#domain';
import type { BulkChangeRecord, NewPassage, ReplacementRecord, Repositories } from '#store';
import { correctedTo } from '../../../store/src/corrected.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { bulkChange } from './bulk-change.handler.ts';

const logger = pino({ level: 'silent' });
const KAITO: GlossaryEntry = { term: 'Kaito', soundsLike: ['Kyto'], language: null };
const FORMS = formIndex([KAITO], { capitals: false });

/** What a worker says that was killed at this moment. */
const killed = () => new Error('killed');

describe('the replacement of words in what was said', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const repositories = () => store.repositories;
  const environment = () => {
    const { retries, tasks } = repositories();
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, [
      activityInterceptors({ retries, tasks, logger }),
    ]);
  };
  const run = (
    change: BulkChangeRecord | null,
    runs: Partial<Repositories['bulkChangeRuns']> = {},
    scope = environment(),
  ) => {
    if (change === null) throw new Error('it was not asked for');
    const { bulkChangeRuns } = repositories();
    const changed = Object.assign(Object.create(bulkChangeRuns) as typeof bulkChangeRuns, runs);
    const { changeInBulk } = bulkChange.create({ ...repositories(), bulkChangeRuns: changed });
    return scope.run(() => changeInBulk(runOf(change.task)));
  };
  const conversation = async (ownerId: string, ...texts: readonly string[]) => {
    const id = await store.newConversation(ownerId);
    await repositories().exchanges.add(anExchange(id, ...texts), null);
    return id;
  };
  const segmentsOf = async (id: string) =>
    ((await repositories().transcripts.find(id))?.turns ?? []).flatMap(({ segments }) => segments);
  const textsOf = async (id: string) =>
    (await segmentsOf(id)).map(({ raw, corrected, edited }) => edited ?? corrected ?? raw);
  const editedOf = async (id: string) => (await segmentsOf(id)).map(({ edited }) => edited);

  /** What the gateway makes of a request. */
  const preview = async (ownerId: string): Promise<ReplacementRecord> => {
    const scope = { level: 'owner', id: ownerId } as const;
    const page = { after: null, limit: 1_000 };
    const found = await repositories().replacements.candidates(scope, KAITO.soundsLike, page);
    const passages = found.flatMap(({ text: before, ...place }): readonly NewPassage[] => {
      const places = foundForms(before, FORMS);
      return places.length === 0 ? [] : [{ ...place, before, after: withTermsAt(before, places) }];
    });
    const { term, soundsLike: forms } = KAITO;
    const given = { scope, ownerId, term, forms, capitals: false, passages };
    return repositories().replacements.create(given, null);
  };
  const applied = async (ownerId: string) => {
    const { id } = await preview(ownerId);
    const record = await repositories().replacements.apply(id);
    await run(record.applied);
    return repositories().replacements.find(id);
  };
  const undone = async (id: string) => {
    const record = await repositories().replacements.undo(id);
    await run(record.undone);
    return repositories().replacements.find(id);
  };

  it('gives each passage of all conversations its new text, as an edit by a person', async () => {
    const ownerId = newOwner();
    const one = await conversation(ownerId, 'We asked Kyto.', 'Good.', 'kyto and KYTO said yes.');
    const two = await conversation(ownerId, "It is Kyto's plan.");
    const theirs = await conversation(newOwner(), 'We asked Kyto.');
    const before = (await repositories().conversations.find(one))?.revision ?? 0;
    const done = await applied(ownerId);
    expect(done).toMatchObject({
      conversationCount: 2,
      counts: { pending: 0, replaced: 3, changed: 0, undone: 0, kept: 0 },
      applied: { changed: 3, unchanged: 0, task: { state: 'completed', done: 3, total: 3 } },
    });
    expect(await editedOf(one)).toEqual(['We asked Kaito.', null, 'Kaito and Kaito said yes.']);
    expect(await editedOf(two)).toEqual(["It is Kaito's plan."]);
    expect(await editedOf(theirs)).toEqual([null]);
    expect((await repositories().conversations.find(one))?.revision).toBe(before + 2);
    const events = await store.count(
      'events',
      `type = 'segment_edited' AND owner_id = $1 AND data->>'undone' = 'false'`,
      [ownerId],
    );
    expect(events).toBe(3);
  });

  it('outlasts later corrections', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked Kyto.');
    await applied(ownerId);
    const { corrections, requestedTasks } = repositories();
    const task = await requestedTasks.create({ type: 'correction', conversationId: id }, null);
    const work = await corrections.start(runOf(task), 'run-1');
    expect(work?.segments).toEqual([]);
    const [segment] = await segmentsOf(id);
    const late = correctedTo(
      { segmentId: segment?.id ?? '', raw: 'We asked Kyto.' },
      'We asked Kyoto.',
    );
    await corrections.complete(runOf(task), { engine: 'e', corrections: [late], warnings: [] });
    expect(await textsOf(id)).toEqual(['We asked Kaito.']);
  });

  it('leaves alone and counts what is another text than in the preview', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked Kyto.', 'Kyto said yes.', 'Kyto left.');
    const { id: replacementId } = await preview(ownerId);
    const [first] = await segmentsOf(id);
    await repositories().segments.edit(id, first?.id ?? '', 'We asked Kyto twice.');
    const record = await repositories().replacements.apply(replacementId);
    await run(record.applied);
    expect(await textsOf(id)).toEqual(['We asked Kyto twice.', 'Kaito said yes.', 'Kaito left.']);
    const found = await repositories().replacements.find(replacementId);
    expect(found.counts).toMatchObject({ pending: 0, replaced: 2, changed: 1 });
    expect(found.applied).toMatchObject({ changed: 2, unchanged: 1 });
  });

  it('is taken back as a whole, also to the edits that were there before', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked kyto.', 'Kyto said yes.', 'Kyto left.');
    const [, second, third] = await segmentsOf(id);
    await repositories().segments.edit(id, second?.id ?? '', 'Kyto said: yes!');
    const { id: replacementId } = await applied(ownerId);
    expect(await textsOf(id)).toEqual(['We asked Kaito.', 'Kaito said: yes!', 'Kaito left.']);
    await repositories().segments.edit(id, third?.id ?? '', 'Kaito left early.');
    expect((await undone(replacementId)).counts).toMatchObject({ replaced: 0, undone: 2, kept: 1 });
    expect(await editedOf(id)).toEqual([null, 'Kyto said: yes!', 'Kaito left early.']);
    const again = await repositories().replacements.undo(replacementId);
    expect(again.undone?.task.state).toBe('completed');
  });

  it('is not made again by a correction of what was taken back', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked Kyto.');
    const { corrections, pendingWork } = repositories();
    const run1 = runOf(await store.taken(id, 'correction'));
    await corrections.start(run1, 'run-1');
    await corrections.complete(run1, { engine: 'e', corrections: [], warnings: [] });
    await undone((await applied(ownerId)).id);
    expect(await textsOf(id)).toEqual(['We asked Kyto.']);
    const { tasks } = await pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ type }) => type)).not.toContain('correction');
  });

  it('has one passage taken back by itself, and the rest as a whole', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked Kyto.', 'Kyto said yes.');
    const { id: replacementId } = await applied(ownerId);
    const [segment] = await segmentsOf(id);
    const place = { replacementId, segmentId: segment?.id ?? '' };
    for (const _again of [1, 2]) {
      const { counts } = await repositories().replacements.undoOne(place);
      expect(counts).toMatchObject({ replaced: 1, undone: 1 });
    }
    expect(await textsOf(id)).toEqual(['We asked Kyto.', 'Kaito said yes.']);
    expect((await undone(replacementId)).counts).toMatchObject({ replaced: 0, undone: 2, kept: 0 });
  });

  it('cannot be taken back before it was made, and is made once', async () => {
    const ownerId = newOwner();
    await conversation(ownerId, 'We asked Kyto.');
    const { id } = await preview(ownerId);
    const { replacements } = repositories();
    await expect(replacements.undo(id)).rejects.toMatchObject({ code: 'replacement_not_ready' });
    const [one, other] = await Promise.all([replacements.apply(id), replacements.apply(id)]);
    expect(one.applied?.task.id).toBe(other.applied?.task.id);
    await expect(replacements.undo(id)).rejects.toMatchObject({ code: 'replacement_not_ready' });
  });

  it('goes on where a killed worker stopped, and doubles and loses nothing', async () => {
    const ownerId = newOwner();
    const texts = Array.from({ length: 6 }, (_, n) => `Kyto said ${n} of them.`);
    const id = await conversation(ownerId, ...texts);
    const { id: replacementId } = await preview(ownerId);
    const { bulkChangeRuns, replacements } = repositories();
    const killAll = async (change: BulkChangeRecord | null) => {
      for (const killedAfter of [true, false, true]) {
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
    };
    await killAll((await replacements.apply(replacementId)).applied);
    expect(await textsOf(id)).toEqual(texts.map((text) => text.replace('Kyto', 'Kaito')));
    expect(
      await store.count('events', `type = 'segment_edited' AND owner_id = $1`, [ownerId]),
    ).toBe(6);
    expect(await replacements.find(replacementId)).toMatchObject({
      counts: { replaced: 6 },
      applied: { changed: 6, unchanged: 0, task: { done: 6, total: 6 } },
    });
    await killAll((await replacements.undo(replacementId)).undone);
    expect(await textsOf(id)).toEqual(texts);
    expect((await replacements.find(replacementId)).counts).toMatchObject({ undone: 6 });
  });

  it('replaces once when two workers do it at the same time', async () => {
    const ownerId = newOwner();
    const texts = Array.from({ length: 8 }, (_, n) => `Kyto said ${n} of them.`);
    await conversation(ownerId, ...texts);
    const { id } = await preview(ownerId);
    const { applied: change } = await repositories().replacements.apply(id);
    await Promise.all([run(change), run(change)]);
    expect(
      await store.count('events', `type = 'segment_edited' AND owner_id = $1`, [ownerId]),
    ).toBe(8);
    expect((await repositories().replacements.find(id)).counts).toMatchObject({ replaced: 8 });
  });

  it('stops when it is cancelled, and what was replaced stays so', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'Kyto one.', 'Kyto two.', 'Kyto three.');
    const { id: replacementId } = await preview(ownerId);
    const { bulkChangeRuns, replacements, tasks } = repositories();
    const scope = environment();
    const apply = async (record: BulkChangeRecord, place: string) => {
      const isChanged = await bulkChangeRuns.apply(record, place);
      await tasks.requestCancel(record.task.id);
      scope.cancel();
      return isChanged;
    };
    const record = await replacements.apply(replacementId);
    await expect(run(record.applied, { apply }, scope)).rejects.toThrow();
    expect(await textsOf(id)).toEqual(['Kaito one.', 'Kyto two.', 'Kyto three.']);
  });

  it('takes its passages into the bin with their conversation, and back', async () => {
    const ownerId = newOwner();
    const [kept, binned] = [
      await conversation(ownerId, 'We asked Kyto.'),
      await conversation(ownerId, 'Kyto said yes.'),
    ];
    const { id } = await preview(ownerId);
    const thing = { kind: 'conversation', id: binned } as const;
    await repositories().bin.delete(thing);
    const { replacements } = repositories();
    expect(await replacements.find(id)).toMatchObject({ conversationCount: 1 });
    await run((await replacements.apply(id)).applied);
    await repositories().bin.restore(thing);
    expect([await textsOf(kept), await textsOf(binned)]).toEqual([
      ['We asked Kaito.'],
      ['Kyto said yes.'],
    ]);
    expect((await replacements.find(id)).counts).toMatchObject({ replaced: 1, pending: 1 });
  });

  it('is removed after some days, with its passages', async () => {
    const ownerId = newOwner();
    const id = await conversation(ownerId, 'We asked Kyto.');
    const { id: replacementId } = await applied(ownerId);
    const { replacements } = repositories();
    await replacements.removeExpired(new Date(Date.now() - 60_000));
    await replacements.find(replacementId);
    await replacements.removeExpired(new Date(Date.now() + 60_000));
    await expect(replacements.find(replacementId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await store.count('replacement_passages', 'conversation_id = $1', [id])).toBe(0);
    expect(await textsOf(id)).toEqual(['We asked Kaito.']);
  });
});
