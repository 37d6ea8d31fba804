import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EXPORT_FILES, exportManifestSchema } from '#contracts/export';
import type { RetentionRule, RetentionSubject } from '#contracts/model';
import { OpenedZip } from '../../../../test/support/opened-zip.ts';
import { tablesOf } from '../../../store/src/bin.fixture.ts';
import { aReading } from '../../../store/src/projects.fixture.ts';
import { anExchange, newOwner, runOf } from '../../../store/src/store.fixture.ts';
import { cleanUp } from '../clean-up/clean-up.handler.ts';
import { DueCleanUp } from '../clean-up/due-clean-up.ts';
import { ExportingInstallation, type Furnished } from '../export/furnished.fixture.ts';
import { checkedProjections } from '../import/checked-projections.fixture.ts';
import { DueRetention } from './due-retention.ts';
import { retention } from './retention.handler.ts';

const BIN_KEPT_MS = 60_000;
const RULE: RetentionRule = { subject: 'audio', ownerId: null, projectId: null, keptDays: 30 };

describe('retention', () => {
  let installation: ExportingInstallation;
  beforeEach(async () => {
    installation = await ExportingInstallation.open();
  });
  afterEach(() => installation.close());

  const repositories = () => installation.store.repositories;
  const set = (subject: RetentionSubject, more: Partial<RetentionRule> = {}) =>
    repositories().retentionRules.set({ ...RULE, subject, ...more });
  const dueCleanUp = () => new DueCleanUp(repositories(), BIN_KEPT_MS);
  const run = async (given: Partial<ReturnType<typeof repositories>> = {}) => {
    const task = await repositories().installationTasks.request('retention', {}, null);
    const { applyRetention } = retention.create({
      ...repositories(),
      ...given,
      dueCleanUp: dueCleanUp(),
    });
    await installation.run(() => applyRetention(runOf(task)));
    return task.id;
  };
  const removeUnused = async () => {
    const task = await repositories().installationTasks.request('clean_up', {}, null);
    const { removeUnused: remove } = cleanUp.create({
      ...repositories(),
      ...{ blobs: installation.blobs, binKeptMs: BIN_KEPT_MS },
    });
    await installation.run(() => remove(runOf(task)));
  };
  /** Everything is that many days older, and no work is open. */
  const age = async ({ conversationId }: Pick<Furnished, 'conversationId'>, days: number) => {
    await repositories().tasks.cancelAll({ conversationId });
    await installation.store.deliverAll();
    for (const [table, column] of [
      ['exchanges', 'conversation_id'],
      ['conversations', 'id'],
    ]) {
      await installation.store.rows(
        `UPDATE ${table} SET created_at = created_at - $2 * interval '1 day' WHERE ${column} = $1`,
        [conversationId, days],
      );
    }
  };
  /** What differs from the change log, except the times that were set back. */
  const differences = async () =>
    (await checkedProjections(installation.store)).filter(
      (found) => !(found instanceof Object && 'field' in found && found.field === 'createdAt'),
    );
  const furnished = async (ownerId = newOwner(), days = 31) => {
    const made = await installation.furnish(ownerId);
    await age(made, days);
    return made;
  };
  const dueOf = (subject: RetentionSubject, rules: readonly RetentionRule[]) =>
    repositories().retentionRuns.next({ subject, rules, now: new Date() }, null, 100);
  const clipOf = async ({ conversationId }: Furnished) => {
    const [clip] = await repositories().conversations.clipsOf(conversationId);
    if (!clip) throw new Error('there is no clip');
    return clip.clip;
  };
  /** Tables in which some text occurs, for an owner's words or names. */
  const tablesWith = async (text: string) => {
    const found: string[] = [];
    for (const table of await tablesOf(installation.store)) {
      const rows = await installation.store.count(`${table} t`, 'strpos(t::text, $1) > 0', [text]);
      if (rows > 0) found.push(table);
    }
    return found;
  };

  describe('of recordings', () => {
    it('removes their bytes, and leaves what was said', async () => {
      const [old, young] = [await furnished(), await furnished(newOwner(), 29)];
      await set('audio');
      const textOf = async () =>
        (await repositories().transcripts.find(old.conversationId))?.turns.map(
          ({ segments }) => segments,
        );
      const before = await textOf();
      await run();
      await removeUnused();
      const [gone, kept] = [await clipOf(old), await clipOf(young)];
      expect(gone.audioRemovedAt).toBeInstanceOf(Date);
      expect(await installation.blobs.sizeOf(gone.sha256)).toBeNull();
      expect(kept.audioRemovedAt).toBeNull();
      expect(await installation.blobs.sizeOf(kept.sha256)).toBe(young.audio.length);
      expect(await textOf()).toEqual(before);
      expect(await differences()).toEqual([]);
    });

    it('leaves bytes that somebody else has, but does not export them', async () => {
      const old = await furnished();
      const other = await installation.furnish(newOwner(), old.audio);
      await set('audio');
      await run();
      await removeUnused();
      expect(await installation.blobs.sizeOf((await clipOf(other)).sha256)).not.toBeNull();
      const scope = { kind: 'owner', id: old.ownerId } as const;
      const zip = await OpenedZip.open(await installation.export(scope));

      expect(zip.paths.filter((each) => each.includes('/audio/'))).toEqual([]);
      const manifest = exportManifestSchema.parse(await zip.json(EXPORT_FILES.manifest));
      expect(manifest.problems).toMatchObject([{ kind: 'missing' }]);
    });

    it('waits for work that needs them', async () => {
      const old = await furnished();
      const { taskId } = await clipOf(old);
      await repositories().tasks.retry(taskId, { engine: 'other' });
      await set('audio');
      await run();
      expect((await clipOf(old)).audioRemovedAt).toBeNull();
      await age(old, 0);
      await run();
      expect((await clipOf(old)).audioRemovedAt).not.toBeNull();
    });
  });

  describe('of transcripts', () => {
    it('removes the words wherever they are, and leaves summary, memories and recording', async () => {
      const old = await furnished();
      const words = 'launch is in May';
      expect(await tablesWith(words)).toContain('segments');
      const { summaryRevision } = (await repositories().conversations.find(old.conversationId)) ?? {
        summaryRevision: null,
      };
      const memories = await repositories().memories.list({
        ...{ conversationId: old.conversationId, limit: 50 },
      });
      await set('transcripts');
      await run();
      // A memory keeps its narrative, but not the dialogue before it.
      expect(await tablesWith(words)).toEqual(['memories']);
      const withDialogue = `conversation_id = $1 AND prior_dialogue <> '[]'`;
      const { store } = installation;
      expect(await store.count('memories', withDialogue, [old.conversationId])).toBe(0);
      const kept = await repositories().conversations.find(old.conversationId);
      expect(kept).toMatchObject({ summaryRevision });
      expect(kept?.transcriptRemovedAt).toBeInstanceOf(Date);
      const left = await repositories().memories.list({
        ...{ conversationId: old.conversationId, limit: 50 },
      });
      expect(left.items.map(({ id }) => id)).toEqual(memories.items.map(({ id }) => id));
      expect(await installation.blobs.sizeOf((await clipOf(old)).sha256)).not.toBeNull();
      const { reports, facts } = repositories();
      expect(await reports.latest(old.projectId, 'financial')).toBeNull();
      const spoken = await facts.list(old.projectId, { limit: 50 });
      expect(spoken.items.map(({ sourceId }) => sourceId)).not.toContain(old.conversationId);
      expect(await differences()).toEqual([]);
    });

    it('takes nothing back from an agent that was reading them', async () => {
      const old = await furnished();
      const { facts, reportRuns, conversations } = repositories();
      const { revision = 0 } = (await conversations.find(old.conversationId)) ?? {};
      await set('transcripts');
      await run();
      const late = { ...aReading(old.projectId, old.conversationId), revision };
      await reportRuns.keepReading(late);
      const spoken = await facts.list(old.projectId, { limit: 50 });
      expect(spoken.items.map(({ sourceId }) => sourceId)).not.toContain(old.conversationId);
    });

    it('makes no summary of what is left, until something is said', async () => {
      const old = await furnished();
      await set('transcripts');
      await run();
      const entity = { kind: 'conversation', id: old.conversationId } as const;
      expect((await repositories().pendingWork.take(entity)).tasks).toEqual([]);
      await repositories().exchanges.add(anExchange(old.conversationId, 'Hello again.'), null);
      const { tasks } = await repositories().pendingWork.take(entity);
      expect(tasks.map(({ type }) => type)).toContain('summary');
    });
  });

  describe('of everything', () => {
    it('moves conversations to the bin, from which one request takes them back', async () => {
      const old = await furnished();
      await set('everything');
      const taskId = await run();
      expect(await repositories().conversations.find(old.conversationId)).toBeNull();
      const [item] = (await repositories().bin.list({ ownerId: old.ownerId, limit: 5 })).items;
      expect(item).toMatchObject({ id: old.conversationId, deletedBy: taskId });
    });
  });

  it('lets the most specific rule count', async () => {
    const [ada, bob] = [await furnished(), await furnished()];
    const of = (rules: readonly Partial<RetentionRule>[]) =>
      dueOf(
        'everything',
        rules.map((rule) => ({ ...RULE, subject: 'everything', ...rule })),
      );
    const both = [ada.conversationId, bob.conversationId].sort();
    expect(await of([])).toEqual([]);
    expect(await of([{}])).toEqual(both);
    expect(await of([{ keptDays: 32 }])).toEqual([]);
    expect(await of([{ keptDays: null }])).toEqual([]);
    expect(await of([{ subject: 'audio' }])).toEqual([]);
    expect(await of([{}, { ownerId: ada.ownerId, keptDays: null }])).toEqual([bob.conversationId]);
    expect(await of([{ keptDays: 90 }, { ownerId: ada.ownerId }])).toEqual([ada.conversationId]);
    const projectId = bob.projectId;
    expect(await of([{ ownerId: bob.ownerId, keptDays: null }, { projectId }])).toEqual([
      bob.conversationId,
    ]);
    expect(await of([{}, { projectId, ownerId: ada.ownerId, keptDays: null }])).toEqual(both);
  });

  it('counts from the last exchange', async () => {
    const { conversationId } = await furnished(newOwner(), 400);
    const rules = [{ ...RULE, subject: 'everything' as const }];
    expect(await dueOf('everything', rules)).toEqual([conversationId]);
    await repositories().exchanges.add(anExchange(conversationId, 'Still here.'), null);
    expect(await dueOf('everything', rules)).toEqual([]);
  });

  it('says before what it will remove', async () => {
    const old = await furnished();
    await furnished(newOwner(), 1);
    const rules = [RULE];
    const { retentionRuns } = repositories();
    const amount = (subject: RetentionSubject) =>
      retentionRuns.amount({ subject, rules, now: new Date() });
    expect(await amount('audio')).toEqual({
      ...{ conversations: 1, clips: 1, bytes: (await clipOf(old)).sizeBytes },
    });
    expect(await amount('everything')).toEqual({ conversations: 0, clips: 0, bytes: 0 });
    await set('audio');
    await run();
    expect(await amount('audio')).toEqual({ conversations: 0, clips: 0, bytes: 0 });
  });

  it.each(['audio', 'transcripts', 'everything'] as const)(
    'of %s goes on where a killed worker stopped',
    async (subject) => {
      const all = [await furnished(), await furnished(), await furnished()];
      await set(subject);
      const { retentionRuns, bin } = repositories();
      let left = 2;
      const dying = <Work extends object>(work: Work, name: keyof Work) =>
        Object.assign(Object.create(work) as Work, {
          [name]: async (...given: unknown[]) => {
            const removed: unknown = await Reflect.apply(
              work[name] as (...all: unknown[]) => unknown,
              work,
              given,
            );
            left -= 1;
            if (left === 0) throw new Error('killed');
            return removed;
          },
        });
      const killed = run({
        retentionRuns: dying(retentionRuns, 'remove'),
        bin: dying(bin, 'deleteAndNote'),
      });
      await expect(killed).rejects.toMatchObject({ type: 'internal' });
      const rules = await repositories().retentionRules.list();
      expect(await dueOf(subject, rules)).toHaveLength(1);
      await run();
      expect(await dueOf(subject, rules)).toEqual([]);
      expect(all).toHaveLength(3);
      expect(await differences()).toEqual([]);
    },
  );

  it('is asked for each night only where a rule removes something', async () => {
    const open = () => repositories().installationTasks.findOpen('retention');
    const due = new DueRetention(repositories());
    await due.requestIfDue();
    expect(await open()).toBeNull();
    await set('audio', { keptDays: null });
    await due.requestIfDue();
    expect(await open()).toBeNull();
    await set('audio', { keptDays: 10 });
    await due.requestIfDue();
    expect(await open()).toMatchObject({ type: 'retention', priority: 'batch' });
  });
});
