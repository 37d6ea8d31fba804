import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSealer } from '../files/load-sealer.ts';
import { codeOf, Installation } from '../installation.fixture.ts';
import { BACKUP_FORMAT, manifestName, type Manifest } from '../manifest/manifest.ts';
import { onConnection } from '../postgres/on-connection.ts';
import { adminUrl } from '../../../../test/support/servers.ts';
import { onWritingConnection } from '../postgres/writing-connection.ts';
import { RestoredInstallation } from '../restored-installation.fixture.ts';

/** Tables that a restore changes itself: the log, and what leads to work in Temporal. */
const CHANGED = ['events', 'tasks', 'task_chunks', 'outbox', 'work_signals'];

const unchanged = (contents: ReadonlyMap<string, string>) =>
  new Map([...contents].filter(([name]) => !CHANGED.includes(name)));

describe('a restore that fails changes nothing', () => {
  let restored: RestoredInstallation;
  let installation: Installation;
  beforeEach(async () => {
    restored = await RestoredInstallation.open();
    ({ installation } = restored);
  });
  afterEach(() => restored.close());

  /** Changes the manifest of a backup. */
  const rewrite = async ({ id }: Manifest, change: (manifest: Manifest) => object) => {
    const file = path.join(installation.placeFolder, manifestName(id));
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    await writeFile(file, JSON.stringify(change(manifest)));
  };

  /** Restores a backup. @returns the code of the failure, after it was undone */
  const failure = async (backup: Manifest): Promise<string> => {
    const before = await restored.contents();
    const job = await restored.request(backup.id);
    await installation.store.repositories.tasks.requestCancel(job.taskId);
    await installation.store.repositories.tasks.end(job, { state: 'cancelled' });
    const code = await codeOf(restored.do('unpack', job));
    expect(await restored.ending.undo(job)).toBe('undone');
    expect(unchanged(await restored.contents())).toEqual(unchanged(before));
    expect(await restored.leftovers()).toEqual([]);
    expect(await restored.canWrite()).toBe(true);
    return code;
  };

  it('when the dump is damaged', async () => {
    const backup = await installation.backUp();
    const file = path.join(installation.placeFolder, backup.database.name);
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    await writeFile(file, bytes);
    expect(await failure(backup)).toBe('backup_damaged');
  });

  it('when the dump does not hold what the manifest says', async () => {
    await installation.converse();
    const backup = await installation.backUp();
    await rewrite(backup, (manifest) => ({
      ...manifest,
      contents: {
        ...manifest.contents,
        tables: manifest.contents.tables.map((table) => ({ ...table, rows: table.rows + 1 })),
      },
    }));
    expect(await failure(backup)).toBe('backup_damaged');
  });

  it('when the key is another one', async () => {
    const file = path.join(installation.folder, 'passphrase');
    await writeFile(file, 'correct horse battery staple');
    installation.sealer = await loadSealer({ kind: 'passphrase', file });
    const backup = await installation.backUp();
    await writeFile(file, 'another horse battery staple');
    installation.sealer = await loadSealer({ kind: 'passphrase', file });
    expect(await failure(backup)).toBe('backup_key_wrong');
  });

  it('when a newer version has written the backup', async () => {
    const backup = await installation.backUp();
    await rewrite(backup, ({ contents, ...manifest }) => ({
      ...manifest,
      contents: { ...contents, schemaVersion: contents.schemaVersion + 1 },
    }));
    expect(await failure(backup)).toBe('backup_format_unknown');
    await rewrite(backup, (manifest) => ({ ...manifest, format: BACKUP_FORMAT + 1 }));
    expect(await failure(backup)).toBe('backup_format_unknown');
  });

  it('when there is no such backup', async () => {
    const backup = await installation.backUp();
    expect(await failure({ ...backup, id: 'bkp_none' })).toBe('not_found');
  });

  it('when something was written after the restore point', async () => {
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    await restored.do('unpack', job);
    await restored.do('protect', job);
    await onWritingConnection(installation.store.url, (client) =>
      client.query(
        `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
         VALUES ('memory_written', 'ada', '{}', 'slipped in', now())`,
      ),
    );
    expect(await codeOf(restored.do('switch', job))).toBe('restore_failed');
    expect(await restored.ending.undo(job)).toBe('undone');
    expect(await installation.store.count('events', `idempotency_key = 'slipped in'`)).toBe(1);
    expect(await restored.canWrite()).toBe(true);
  });

  it('when a session of an administrator, which it cannot end, uses the database', async () => {
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    await restored.do('unpack', job);
    await restored.do('protect', job);
    const admin = new URL(adminUrl(installation.store.url));
    admin.searchParams.set('application_name', 'an open psql');
    await onConnection(admin.href, async (client) => {
      await client.query('SELECT 1');
      await expect(restored.do('switch', job)).rejects.toThrow('an open psql');
    });
    expect(await restored.ending.undo(job)).toBe('undone');
    expect(await restored.canWrite()).toBe(true);
  });

  it('when somebody else undid it meanwhile', async () => {
    const backup = await installation.backUp();
    const job = await restored.request(backup.id);
    await restored.do('unpack', job);
    await restored.do('protect', job);
    await restored.ending.undo(job);
    expect(await codeOf(restored.do('switch', job))).toBe('restore_failed');
    expect(await codeOf(restored.do('confirm', job))).toBe('restore_failed');
    expect(await restored.canWrite()).toBe(true);
  });
});
