import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isWriteBlocked, migrateDatabase, newId } from '#store';
import { runOf } from '../../../store/src/store.fixture.ts';
import { codeOf, Installation, still } from '../installation.fixture.ts';
import { Drafts } from '../making/draft.ts';
import {
  BACKUP_FORMAT,
  manifestName,
  manifestSchema,
  type Manifest,
} from '../manifest/manifest.ts';
import { query } from '../../../../test/support/query.ts';
import { onWritingConnection } from '../postgres/writing-connection.ts';
import { RestoredInstallation, STEPS } from '../restored-installation.fixture.ts';

/** Tables that a restore changes itself: the log, and what leads to work in Temporal. */
const CHANGED = ['events', 'tasks', 'task_chunks', 'outbox', 'work_signals'];

/** A write that leaves an event, as all that is accepted do. */
const WRITE = `
  INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
  VALUES ('memory_written', 'ada', '{}', gen_random_uuid(), now())`;

const unchanged = (contents: ReadonlyMap<string, string>) =>
  new Map([...contents].filter(([name]) => !CHANGED.includes(name)));

describe('restoring a backup', () => {
  let restored: RestoredInstallation;
  let installation: Installation;
  beforeEach(async () => {
    restored = await RestoredInstallation.open();
    ({ installation } = restored);
  });
  afterEach(() => restored.close());

  const exists = async (conversationId: string) =>
    (await installation.store.repositories.conversations.find(conversationId)) !== null;
  const lastSequence = () => installation.store.repositories.eventLog.lastSequence();
  /** Changes the manifest of a backup. */
  const rewrite = async ({ id }: Manifest, change: (manifest: Manifest) => object) => {
    const file = path.join(installation.placeFolder, manifestName(id));
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    await writeFile(file, JSON.stringify(change(manifest)));
  };

  it('brings everything back, and lets writers in again', async () => {
    const kept = await installation.converse();
    const sha256 = await installation.upload();
    const before = unchanged(await restored.contents());
    const backup = await installation.backUp();
    const later = await installation.converse();
    await rm(installation.uploaded(sha256));
    const { taskId } = await restored.restore(backup);
    expect(unchanged(await restored.contents())).toEqual(before);
    expect([await exists(kept), await exists(later)]).toEqual([true, false]);
    expect(await readFile(installation.uploaded(sha256))).toHaveLength(50_000);
    expect(await installation.store.task(taskId)).toMatchObject({
      ...{ state: 'completed', attempt: 1, runId: 'run-1', settings: { backupId: backup.id } },
    });
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
    // What follows from the log is still what the log says.
    expect((await restored.backUp()).verification.projectionDifferences).toBe(0);
  });

  it('keeps what came after the backup in a restore point, which brings it back', async () => {
    await installation.converse();
    const backup = await installation.backUp();
    const later = await installation.converse();
    const recording = await installation.upload();
    const before = unchanged(await restored.contents());
    const { restorePointId } = await restored.restore(backup);
    expect(await exists(later)).toBe(false);
    const point = await installation.catalog.find(restorePointId);
    expect(point?.manifest).toMatchObject({ reason: 'restore_point', verification: { ok: true } });
    await rm(installation.uploaded(recording));
    if (point) await restored.restore(point.manifest);
    expect(await exists(later)).toBe(true);
    expect(unchanged(await restored.contents())).toEqual(before);
    expect(await readFile(installation.uploaded(recording))).toHaveLength(50_000);
  });

  it('works on an empty installation, with another database and blob store', async () => {
    await installation.converse();
    const sha256 = await installation.upload();
    const backup = await installation.backUp();
    const expected = unchanged(await restored.contents());
    const other = await RestoredInstallation.open();
    try {
      other.installation.place = installation.place;
      await other.restore(backup);
      expect(unchanged(await other.contents())).toEqual(expected);
      expect(await readFile(other.installation.uploaded(sha256))).toHaveLength(50_000);
      expect(await other.canWrite()).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('migrates a backup with the schema of an earlier version', async () => {
    const earlier = await RestoredInstallation.open();
    try {
      const { store } = earlier.installation;
      const folder = await earlierMigrations(earlier.installation.folder);
      await store.rows(
        'DROP SCHEMA public CASCADE; DROP SCHEMA drizzle CASCADE; CREATE SCHEMA public',
      );
      await migrateDatabase(store.url, folder);
      await store.rows(`
        INSERT INTO conversations (id, owner_id, title, tags, created_at, updated_at)
        VALUES ('cnv_earlier', 'ada', 'Launch planning', '[]', now(), now())`);
      const backup = await publishUnchecked(earlier.installation);
      expect(backup.contents.schemaVersion).toBe(1);
      installation.place = earlier.installation.place;
      await restored.restore(backup);
    } finally {
      await earlier.close();
    }
    expect(await exists('cnv_earlier')).toBe(true);
    expect(await installation.store.count('drizzle.__drizzle_migrations')).toBeGreaterThan(1);
    expect(await restored.canWrite()).toBe(true);
  });

  it('starts open tasks again with attempts that no run of the replaced data has', async () => {
    const { store } = installation;
    const running = await store.runningTask();
    const cancelling = await store.runningTask();
    await store.repositories.tasks.requestCancel(cancelling.id);
    const scoring = await store.newScoring();
    const backup = await installation.backUp();
    await store.repositories.maintenance.startAgain(runOf(running));
    await restored.restore(backup);
    expect(await store.task(running.id)).toMatchObject({
      ...{ state: 'pending', attempt: 3, runId: null, startedAt: null },
    });
    const { transcriptions, outbox } = store.repositories;
    expect(await transcriptions.start({ taskId: running.id, attempt: 2 }, 'old')).toBe(false);
    expect(await store.task(cancelling.id)).toMatchObject({ state: 'cancelled' });
    const conversation = [running.conversationId];
    expect(await store.count('work_signals', 'entity_id = $1', conversation)).toBeGreaterThan(0);
    const sent: string[] = [];
    await outbox.dispatch(100, ({ task, attempt }) => {
      sent.push(`${task.id} ${attempt}`);
      return Promise.resolve('delivered');
    });
    expect(sent).toEqual([`${scoring.id} 2`]);
  });

  it('ends the task of the backup, which was running when it was taken', async () => {
    const { installationTasks, installationRuns, tasks } = installation.store.repositories;
    const { id, attempt } = await installationTasks.request('backup', {}, null);
    await installationRuns.start({ taskId: id, attempt }, 'run-1');
    const backup = await installation.backUp();
    await installationRuns.complete({ taskId: id, attempt }, []);
    await restored.restore(backup);
    expect(await tasks.find(id)).toMatchObject({ state: 'cancelled' });
  });

  it('goes on with the numbers of events and versions that clients know', async () => {
    const { store } = installation;
    const task = await store.newTask();
    const backup = await installation.backUp();
    for (let change = 0; change < 5; change += 1) {
      await store.repositories.tasks.advance(runOf(task), change, 10);
      await installation.converse();
    }
    const { version } = await store.task(task.id);
    const seen = await lastSequence();
    const { taskId, restorePointId } = await restored.restore(backup);
    expect((await store.task(task.id)).version).toBeGreaterThan(version);
    const range = { after: seen, upTo: await lastSequence(), limit: 100 };
    const news = await store.repositories.eventLog.read(range);
    expect(news.map(({ type }) => type)).toEqual([
      'task_retried',
      'task_created',
      'task_started',
      'installation_restored',
      'task_completed',
    ]);
    expect(news.find(({ type }) => type === 'installation_restored')).toMatchObject({
      taskId,
      data: { backupId: backup.id, eventNumber: backup.contents.eventNumber, restorePointId },
    });
  });

  it('blocks writers, but no readers, from the restore point until it is confirmed', async () => {
    const id = await installation.converse();
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    await restored.do('unpack', job);
    expect(await restored.canWrite()).toBe(true);
    for (const step of ['protect', 'switch'] as const) {
      await restored.do(step, job);
      const refused = await installation.converse().catch((error: unknown) => error);
      expect(isWriteBlocked(refused)).toBe(true);
      expect(await exists(id)).toBe(true);
    }
    await restored.do('confirm', job);
    expect(await restored.canWrite()).toBe(true);
  });

  it('switches although clients connect and write without a pause', async () => {
    const backup = await installation.backUp();
    let isOn = true;
    const client = async () => {
      while (isOn) await query(installation.store.url, WRITE).catch(() => undefined);
    };
    const clients = [client(), client(), client(), client()];
    await restored.restore(backup).finally(() => (isOn = false));
    await Promise.all(clients);
    expect(await restored.leftovers()).toEqual([]);
    expect(await restored.canWrite()).toBe(true);
  });

  it('repeats every step without doing it twice', async () => {
    await installation.converse();
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    for (const step of STEPS) {
      await restored.do(step, job);
      await restored.do(step, job);
    }
    expect(await installation.store.count('events', `type = 'installation_restored'`)).toBe(1);
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
  });

  it('keeps the settings, privileges and comment of the database', async () => {
    const backup = await installation.backUp();
    const { url } = installation.store;
    const name = new URL(url).pathname.slice(1);
    await onWritingConnection(url, async (client) => {
      await client.query(`ALTER DATABASE ${name} SET search_path = public, pg_catalog`);
      await client.query(`ALTER DATABASE ${name} SET work_mem = '5MB'`);
      await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT 77`);
      await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
      await client.query(`COMMENT ON DATABASE ${name} IS 'ours'`);
    });
    const properties = () =>
      installation.store.rows(
        `SELECT datconnlimit, shobj_description(oid, 'pg_database') AS comment,
           has_database_privilege('public', oid, 'TEMPORARY') AS temporary,
           has_database_privilege('public', oid, 'CONNECT') AS connect,
           (SELECT setconfig FROM pg_db_role_setting WHERE setdatabase = oid AND setrole = 0) AS settings
         FROM pg_database WHERE datname = current_database()`,
      );
    const before = await properties();
    await restored.restore(backup);
    expect(await properties()).toEqual(before);
  });

  it('goes back by itself to what was there when the restored database is not healthy', async () => {
    await installation.converse();
    const backup = await installation.backUp();
    const later = await installation.converse();
    const job = await restored.request(backup.id);
    for (const step of ['unpack', 'protect', 'switch'] as const) await restored.do(step, job);
    await onWritingConnection(installation.store.url, (client) =>
      client.query('DELETE FROM segments'),
    );
    const ended: string[] = [];
    const endRuns = () => Promise.resolve(void ended.push('runs'));
    expect(await codeOf(restored.do('confirm', job, endRuns))).toBe('restore_failed');
    expect(ended).toEqual([]);
    expect(await restored.ending.undo(job)).toBe('undone');
    expect(await exists(later)).toBe(true);
    expect(await installation.store.task(job.taskId)).toMatchObject({ state: 'running' });
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
  });

  it('is finished, not undone, once writers were let in', async () => {
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    for (const step of ['unpack', 'protect', 'switch'] as const) await restored.do(step, job);
    await onWritingConnection(installation.store.url, (client) =>
      client.query(
        `ALTER DATABASE ${new URL(installation.store.url).pathname.slice(1)} RESET default_transaction_read_only`,
      ),
    );
    const written = await installation.converse();
    expect(await restored.ending.undo(job)).toBe('restored');
    expect(await exists(written)).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
    expect(await restored.ending.undo(job)).toBe('restored');
  });

  it('names recordings that neither the blob store nor the backup has, and restores the rest', async () => {
    const [gone, kept] = [await installation.upload(), await installation.upload()];
    const backup = await installation.backUp();
    for (const sha256 of [gone, kept]) await rm(installation.uploaded(sha256));
    await writeFile(installation.copied(gone), 'not the recording');
    const job = await restored.request(backup.id);
    expect(await restored.do('unpack', job)).toEqual([gone]);
    expect(await readFile(installation.uploaded(kept))).toHaveLength(50_000);
    await expect(readFile(installation.uploaded(gone))).rejects.toThrow();
  });

  it('leaves the mark of the manifest of earlier versions as it was: no restore point', async () => {
    const backup = await installation.backUp();
    await rewrite(backup, ({ reason: _reason, ...manifest }) => manifest);
    expect((await installation.catalog.find(backup.id))?.manifest.reason).toBe('backup');
  });

  it('stops when it is cancelled', async () => {
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    const abort = new AbortController();
    const stopping = { ...still(), signal: abort.signal, onBytes: () => abort.abort() };
    await expect(restored.restorer.unpack(job, stopping)).rejects.toThrow();
    expect(await restored.leftovers()).toEqual([]);
  });
});

/** A backup as an earlier version made it: this version cannot check what follows from its log. */
async function publishUnchecked(installation: Installation): Promise<Manifest> {
  const job = { ...installation.newJob(), backupId: newId('backup') };
  await installation.maker.dump(job, still());
  await installation.maker.copy(job, still());
  const draft = await new Drafts(installation.place).find(job.backupId);
  if (draft === null) throw new Error('there is no dump');
  const [id, at] = [job.backupId, draft.takenAt];
  const manifest = manifestSchema.parse({
    ...{ ...draft, format: BACKUP_FORMAT, id, taskId: job.taskId, version: '0.0.1' },
    ...{ finishedAt: at, missingBlobs: [], keyId: null },
    verification: { at, ok: true, blobsChecked: 0, differences: [] },
  });
  await writeFile(path.join(installation.placeFolder, manifestName(id)), JSON.stringify(manifest));
  return manifest;
}

/** Writes a migrations folder as the first release had it. @returns its path */
async function earlierMigrations(parent: string): Promise<string> {
  const [from, to] = ['libs/store/migrations', path.join(parent, 'migrations')];
  const journal = JSON.parse(await readFile(path.join(from, 'meta/_journal.json'), 'utf8')) as {
    readonly entries: readonly { readonly tag: string }[];
  };
  const [first] = journal.entries;
  await mkdir(path.join(to, 'meta'), { recursive: true });
  const cut = JSON.stringify({ ...journal, entries: [first] });
  await writeFile(path.join(to, 'meta/_journal.json'), cut);
  const script = `${first?.tag}.sql`;
  await copyFile(path.join(from, script), path.join(to, script));
  return to;
}
