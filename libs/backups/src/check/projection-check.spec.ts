import { cp, rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getTableName } from 'drizzle-orm';
import { pino } from 'pino';
import type { Difference } from '#domain';
import { CHECKED_TABLES } from '#store';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { aFullConversation } from '../../../store/src/bin.fixture.ts';
import { aReportedConversation } from '../../../store/src/projects.fixture.ts';
import { runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { SnapshotFolder } from '../snapshots/snapshot-folder.ts';
import { SnapshotTaker } from '../snapshots/snapshot-taker.ts';
import { ProjectionCheck, type CheckReport } from './projection-check.ts';
import { ProjectionMender } from './projection-mender.ts';
import { RandomLife } from '../random-life.fixture.ts';

const SEEDS = [1, 2, 3, 4, 5];
const CHANGES = 120;
const MOST_LIVES = 40;
/** Events of everything but the installation. */
const EVENT_KINDS = new Set([
  'clip_audio_removed',
  'clip_deleted',
  'clip_probed',
  'clip_purged',
  'clip_received',
  'clip_restored',
  'clip_transcribed',
  'conversation_changed',
  'conversation_created',
  'conversation_deleted',
  'conversation_purged',
  'conversation_restored',
  'document_added',
  'document_deleted',
  'document_purged',
  'document_read',
  'document_restored',
  'exchange_added',
  'exchange_deleted',
  'exchange_purged',
  'exchange_restored',
  'fact_decided',
  'memory_deleted',
  'memory_edited',
  'memory_kept',
  'memory_pin_changed',
  'memory_purged',
  'memory_restored',
  'memory_significance_set',
  'memory_written',
  'project_changed',
  'project_created',
  'project_deleted',
  'project_purged',
  'project_restored',
  'report_removed',
  'report_written',
  'segment_edited',
  'segments_corrected',
  'summary_edited',
  'summary_removed',
  'summary_written',
  'task_cancel_requested',
  'task_cancelled',
  'task_completed',
  'task_created',
  'task_failed',
  'task_reopened',
  'task_retried',
  'task_run_changed',
  'task_started',
  'transcript_removed',
]);

/** Expressions for a value that is not the one of the column, by the type of the column. */
const DAMAGE: Readonly<Record<string, string>> = {
  text: `'damaged'`,
  integer: '900001',
  bigint: '900001',
  'double precision': '900001.5',
  boolean: 'NOT $column',
  date: `'2001-02-03'`,
  'timestamp with time zone': `'2001-02-03T04:05:06Z'`,
  jsonb: `'[{"code": "no_speech", "message": "damaged"}]'`,
};

/** Columns with foreign keys can only be damaged to another row that exists. */
const REFERENCES: Readonly<Record<string, string>> = {
  'exchanges.conversationId': 'conversations',
  'turns.exchangeId': 'exchanges',
  'clips.turnId': 'turns',
  'summaries.conversationId': 'conversations',
  'documents.projectId': 'projects',
  'reports.projectId': 'projects',
};

/** A row to damage, and another one to refer to. */
const FEWEST_ROWS = 2;

/** Only completed tasks have warnings that the log knows. */
const ROWS: Readonly<Record<string, string>> = { 'tasks.warnings': `state = 'completed'` };

const FIELDS = Object.entries(CHECKED_TABLES).flatMap(([table, { fields }]) =>
  Object.entries(fields).map(([field, column]) => ({ table, field, column })),
);

describe('the check of what follows from the change log', () => {
  let store: TestStore;
  let folder: string;
  let snapshots: SnapshotFolder;
  let taker: SnapshotTaker;
  let check: ProjectionCheck;
  /** @param from what to begin with: a copy of a database and of a folder of snapshots; without it, nothing */
  async function begin(from?: { readonly url: string; readonly folder: string }): Promise<void> {
    store = await TestStore.open(from?.url);
    folder = await temporaryFolder('snapshots');
    if (from) await cp(from.folder, folder, { recursive: true });
    snapshots = new SnapshotFolder(folder);
    const { projections } = store.repositories;
    taker = new SnapshotTaker(projections, snapshots, 5, pino({ level: 'silent' }));
    check = new ProjectionCheck(projections, snapshots);
  }
  async function end(): Promise<void> {
    await store.close();
    await rm(folder, { recursive: true });
  }
  const take = () => taker.take({ signal: new AbortController().signal });

  async function checked(fromBeginning = false) {
    const differences: Difference[] = [];
    const onDifference = (each: Difference) => differences.push(each);
    const report = await check.run({ fromBeginning, onDifference });
    return { report, differences };
  }

  async function expectNothing(fromBeginning: boolean): Promise<CheckReport> {
    const { report, differences } = await checked(fromBeginning);
    expect({ differences, faults: report.faults }).toEqual({ differences: [], faults: [] });
    return report;
  }

  /** What an operator does who resets the workflow of a task that has ended. */
  async function reopenATask(): Promise<void> {
    const { id } = await store.runningTask();
    const task = await store.task(id);
    const { tasks, transcriptions } = store.repositories;
    await tasks.end(runOf(task), { state: 'cancelled' });
    await transcriptions.start({ ...runOf(task), firstRunId: task.firstRunId ?? '' }, 'run_2');
  }

  async function purge(item: Parameters<typeof store.repositories.bin.delete>[0]): Promise<void> {
    const { bin, binPurge } = store.repositories;
    await bin.delete(item, true);
    expect(await binPurge.purge(item.id, new Date())).toBe(true);
  }

  /** Recordings, words, and then all but one memory of a conversation. */
  async function removeInParts(id: string): Promise<void> {
    const { bin, memories, retentionRuns } = store.repositories;
    await store.deliverAll();
    for (const subject of ['audio', 'transcripts'] as const) {
      expect(await retentionRuns.remove(subject, id, 'tsk_1')).toBe(true);
    }
    const [memory] = (await memories.list({ conversationId: id, limit: 1 })).items;
    await bin.deleteBut(id, [memory?.id ?? '']);
  }

  /** The rows of all tables but the log, without the row versions, which grow with every change. */
  async function contents(): Promise<unknown> {
    const tables = await store.rows(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name <> 'events' ORDER BY 1`,
    );
    return Promise.all(
      tables.map(({ name }) =>
        store.rows(`SELECT to_jsonb(t) - 'version' AS row FROM ${String(name)} t ORDER BY 1`),
      ),
    );
  }

  /** Which tables lives have filled is chance, so more lives follow until all have rows. */
  async function fillTables(): Promise<void> {
    for (let seed = 10; seed < 10 + MOST_LIVES && (await lacksRows()); seed += 1) {
      await new RandomLife(store, seed).go(60);
    }
  }

  async function lacksRows(): Promise<boolean> {
    const counts = Object.values(CHECKED_TABLES).map(({ table }) =>
      store.count(getTableName(table)),
    );
    return (await Promise.all(counts)).some((count) => count < FEWEST_ROWS);
  }

  async function damage({ table, field, column }: (typeof FIELDS)[number]): Promise<string> {
    const key = `${table}.${field}`;
    const name = getTableName(column.table);
    const [row] = await store.rows(
      `SELECT id FROM ${name} WHERE ${ROWS[key] ?? 'true'} ORDER BY random() LIMIT 1`,
    );
    const other = REFERENCES[key];
    const value = other
      ? `(SELECT id FROM ${other} WHERE id <> "${column.name}" LIMIT 1)`
      : DAMAGE[column.getSQLType()]?.replace('$column', `"${column.name}"`);
    await store.rows(`UPDATE ${name} SET "${column.name}" = ${value} WHERE id = $1`, [row?.['id']]);
    return String(row?.['id']);
  }

  async function binAConversation(): Promise<void> {
    const id = await store.newConversation();
    await store.repositories.bin.delete({ kind: 'conversation', id });
  }

  /** Damages a field of a row in the bin, if there is a row of its table. @returns how it will be named */
  async function damageInBin({ table, field, column }: (typeof FIELDS)[number]) {
    const type = column.getSQLType();
    const own = `(row ->> '${column.name}')::${type}`;
    const value = DAMAGE[type]?.replace('$column', own) ?? 'NULL';
    const rows = await store.rows(
      `UPDATE bin_rows SET row = row || jsonb_build_object('${column.name}', (${value})::${type})
       WHERE ctid = (
         SELECT ctid FROM bin_rows WHERE table_name = $1 AND ${own} IS NOT NULL
         ORDER BY random() LIMIT 1)
       RETURNING row ->> 'id' AS id`,
      [getTableName(column.table)],
    );
    return rows.map(({ id }) => `${table} ${String(id)} ${field}`);
  }

  describe('of whole rows', () => {
    beforeEach(() => begin());
    afterEach(end);

    it.each(SEEDS)(
      'finds nothing after random work, from the beginning and from snapshots (seed %i)',
      async (seed) => {
        const life = new RandomLife(store, seed);
        const random = seededRandom(seed);
        for (let done = 0; done < CHANGES;) {
          const next = 1 + Math.floor(random() * 60);
          await life.go(next);
          done += next;
          if (random() < 0.7) await take();
          await expectNothing(false);
        }
        const snapshot = await take();
        await life.go(20);
        const whole = await expectNothing(true);
        const tail = await expectNothing(false);
        expect(whole).toMatchObject({ snapshot: null, events: await store.count('events') });
        expect(tail).toMatchObject({ snapshot: { id: snapshot.id }, rows: whole.rows });
        expect(tail.events).toBe(
          await store.count('events', 'sequence > $1', [snapshot.eventNumber]),
        );
      },
      120_000,
    );

    it('finds nothing while writers go on, and takes snapshots that hold every event', async () => {
      const lives = [1, 2, 3, 4].map((seed) => new RandomLife(store, seed));
      for (let round = 0; round < 5; round += 1) {
        const writing = Promise.all(lives.map((life) => life.go(CHANGES / 5)));
        await Promise.all([writing, take().then(() => expectNothing(false))]);
      }
      await expectNothing(true);
    }, 60_000);

    it('is about every kind of event', async () => {
      const seen = async () => {
        const rows = await store.rows('SELECT DISTINCT type FROM events');
        return new Set(rows.map((row) => String(row['type'])));
      };
      // Lives do these too rarely.
      await reopenATask();
      const { id } = await aReportedConversation(store);
      const [fact] = await store.rows('SELECT id, project_id FROM facts LIMIT 1');
      await store.repositories.facts.decide(String(fact?.['project_id']), String(fact?.['id']), {
        kind: 'confirmed',
      });
      await purge({ kind: 'conversation', id });
      const other = await aFullConversation(store, 'ben');
      for (const kind of ['clip', 'exchange'] as const) {
        const [row] = await store.rows(`SELECT id FROM ${kind}s WHERE conversation_id = $1`, [
          other,
        ]);
        await purge({ kind, id: String(row?.['id']) });
      }
      await removeInParts(await aFullConversation(store, 'ada'));
      // Which events a life has is chance, so more lives follow until all have happened.
      for (let seed = 1; seed <= MOST_LIVES && (await seen()).size < EVENT_KINDS.size; seed += 1) {
        await new RandomLife(store, seed).go(CHANGES);
      }
      expect(await seen()).toEqual(EVENT_KINDS);
      await expectNothing(true);
    }, 120_000);
  });

  describe('of a damaged row', () => {
    let prepared: { store: TestStore; folder: string };
    /** What all tests begin with: rows in every table, some of them newer than the snapshot. */
    beforeAll(async () => {
      await begin();
      for (const seed of SEEDS) await new RandomLife(store, seed).go(20);
      await binAConversation();
      await take();
      await new RandomLife(store, 6).go(20);
      await binAConversation();
      await aReportedConversation(store);
      await aReportedConversation(store);
      await fillTables();
      await store.database.close();
      prepared = { store, folder };
    }, 120_000);
    afterAll(async () => {
      await prepared.store.drop();
      await rm(prepared.folder, { recursive: true });
    });
    beforeEach(() => begin({ url: prepared.store.url, folder: prepared.folder }));
    afterEach(end);

    it('names exactly the value of every column, mends it, and changes nothing else', async () => {
      const before = await contents();
      for (const field of FIELDS) {
        const id = await damage(field);
        const { differences, report } = await checked();
        expect(differences).toEqual([
          expect.objectContaining({ table: field.table, id, field: field.field }),
        ]);
        expect(report).toMatchObject({ differences: 1, snapshot: null, faults: [] });
        const mended = await new ProjectionMender(store.repositories.projections).mend(differences);
        expect(mended).toEqual([{ table: field.table, id, fields: [field.field] }]);
        await expectNothing(false);
      }
      expect(await contents()).toEqual(before);
      expect(await store.count('events', `type = 'projection_repaired'`)).toBe(FIELDS.length);
    }, 120_000);

    it('names many at once, and mends them together', async () => {
      const before = await contents();
      const damaged = new Set<string>();
      for (const field of FIELDS)
        damaged.add(`${field.table} ${await damage(field)} ${field.field}`);
      const { differences } = await checked(true);
      const named = differences.map(({ table, id, field }) => `${table} ${id} ${field}`);
      expect(new Set(named)).toEqual(damaged);
      await new ProjectionMender(store.repositories.projections).mend(differences);
      await expectNothing(true);
      expect(await contents()).toEqual(before);
    });

    it('mends what lies in the bin, where rows are kept as they were', async () => {
      const { bin } = store.repositories;
      for (const { id } of await store.rows('SELECT id FROM conversations'))
        await bin.delete({ kind: 'conversation', id: String(id) });
      for (const { id } of await store.rows('SELECT id FROM projects'))
        await bin.delete({ kind: 'project', id: String(id) });
      const before = await contents();
      const ofAnyRow = FIELDS.filter(({ table, field }) => !(`${table}.${field}` in ROWS));
      const damaged = (await Promise.all(ofAnyRow.map(damageInBin))).flat();
      expect(damaged.length).toBeGreaterThan(FIELDS.length / 2);
      const { differences } = await checked(true);
      const named = differences.map(({ table, id, field }) => `${table} ${id} ${field}`);
      expect(named.sort()).toEqual(damaged.sort());
      await new ProjectionMender(store.repositories.projections).mend(differences);
      await expectNothing(true);
      expect(await contents()).toEqual(before);
    });

    it('shows no text of people', async () => {
      await store.rows(`UPDATE tasks SET settings = '{"engine": "a secret"}'`);
      const { differences } = await checked();
      expect(differences.length).toBeGreaterThan(0);
      expect(JSON.stringify(differences)).not.toContain('a secret');
    });

    it('names missing and surplus rows, and leaves them to a person', async () => {
      const [gone] = await store.rows(
        'DELETE FROM summaries WHERE id = (SELECT min(id) FROM summaries) RETURNING id',
      );
      await store.rows(
        `INSERT INTO memories (id, owner_id, narrative, created_at) VALUES ('mem_x', 'ada', 'Hm.', now())`,
      );
      const { differences } = await checked();
      expect(differences).toEqual([
        { table: 'memories', id: 'mem_x', field: null, expected: 'missing', actual: 'present' },
        {
          table: 'summaries',
          id: gone?.['id'],
          field: null,
          expected: 'present',
          actual: 'missing',
        },
      ]);
      expect(await new ProjectionMender(store.repositories.projections).mend(differences)).toEqual(
        [],
      );
      expect((await checked()).differences).toEqual(differences);
    });

    it('loses no change of a writer that comes between the check and the repair', async () => {
      const task = await store.runningTask();
      const conversationId = task.conversationId ?? '';
      await store.rows('UPDATE conversations SET exchange_count = 99 WHERE id = $1', [
        conversationId,
      ]);
      await store.rows(`UPDATE tasks SET state = 'pending' WHERE id = $1`, [task.id]);
      const { differences } = await checked();
      expect(differences).toHaveLength(2);
      await store.newTask(conversationId);
      await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
      await new ProjectionMender(store.repositories.projections).mend(differences);
      expect(await store.task(task.id)).toMatchObject({ state: 'cancelled' });
      expect(await store.repositories.conversations.find(conversationId)).toMatchObject({
        exchangeCount: 2,
      });
      await expectNothing(true);
    });

    it('mends while writers go on, and nothing is lost', async () => {
      await store.rows('UPDATE conversations SET revision = revision + 7, clip_count = 0');
      await store.rows(`UPDATE memories SET pinned = NOT pinned`);
      const { differences } = await checked();
      const lives = [7, 8, 9].map((seed) => new RandomLife(store, seed).go(60));
      await new ProjectionMender(store.repositories.projections).mend(differences);
      await Promise.all(lives);
      // Counters go on from what the damaged rows said until they were mended.
      const left = (await checked(true)).differences;
      await new ProjectionMender(store.repositories.projections).mend(left);
      await expectNothing(true);
    });
  });
});
