import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSealer } from '../files/load-sealer.ts';
import { codeOf, Installation, still } from '../installation.fixture.ts';

const KEEP = { count: 14, days: null, bytes: null };

/** Changes one bit in the middle of a file. */
async function flip(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe('a backup', () => {
  let installation: Installation;
  beforeEach(async () => {
    installation = await Installation.open();
  });
  afterEach(() => installation.close());

  const filesOf = (backupId: string) =>
    readdir(path.join(installation.placeFolder, 'backups', backupId));
  const fileOf = async (backupId: string, what: string) => {
    const name = (await filesOf(backupId)).find((each) => each.startsWith(what));
    return path.join(installation.placeFolder, 'backups', backupId, name ?? '');
  };

  it('holds all rows and recordings of one moment, and was restored', async () => {
    await installation.converse();
    const recordings = [await installation.upload(), await installation.addDocument()];
    const made = await installation.backUp();
    expect(made).toMatchObject({
      ...{ format: 1, id: 'bkp_0001', taskId: 'tsk_0001', version: '1.2.3', keyId: null },
      blobs: { count: 2, bytes: 70_000 },
      missingBlobs: [],
      verification: { ok: true, blobsChecked: 2, differences: [] },
    });
    const rows = new Map(made.contents.tables.map((table) => [table.name, table.rows]));
    for (const table of ['conversations', 'segments', 'clips', 'documents', 'events', 'tasks']) {
      expect(rows.get(table)).toBe(await installation.store.count(table));
    }
    for (const sha256 of recordings) {
      const copy = await readFile(installation.copied(sha256));
      expect(copy).toEqual(await readFile(installation.uploaded(sha256)));
    }
    expect(await installation.scratchDatabases()).toEqual([]);
  });

  it('is consistent while others write without a pause', async () => {
    await installation.converse();
    const stop = new AbortController();
    const writing = (async () => {
      let written = 0;
      for (; !stop.signal.aborted; written += 1) await installation.converse();
      return written;
    })();
    const made = await installation.backUp();
    stop.abort();
    expect(await writing).toBeGreaterThan(0);
    expect(made.verification).toMatchObject({ ok: true, differences: [] });
    expect(made.contents.eventNumber).toBeLessThan(await installation.store.count('events'));
  });

  it('is listed only once it was verified, with nothing else in its folder', async () => {
    await installation.upload();
    const { maker, catalog } = installation;
    const job = installation.newJob();
    await maker.dump(job, still());
    await maker.copy(job, still());
    expect(await catalog.read()).toMatchObject({ backups: [], incomplete: [job.backupId] });
    await maker.verify(job, still());
    const { backups, incomplete } = await catalog.read();
    expect([backups.map(({ id }) => id), incomplete]).toEqual([[job.backupId], []]);
    expect((await filesOf(job.backupId)).length).toBe(3);
  });

  it('copies a recording once, however many backups have it', async () => {
    const sha256 = await installation.upload();
    await installation.backUp();
    await rm(installation.uploaded(sha256));
    await installation.upload();
    const made = await installation.backUp();
    expect(made.blobs.count).toBe(2);
    expect(made.missingBlobs).toEqual([]);
    expect(made.verification.blobsChecked).toBeLessThanOrEqual(2);
  });

  it('checks all recordings of the first backup, then new ones, and all of them on request', async () => {
    for (let n = 0; n < 5; n += 1) await installation.upload(1_000);
    expect((await installation.backUp()).verification.blobsChecked).toBe(5);
    const { blobsChecked } = (await installation.backUp()).verification;
    expect(blobsChecked).toBeLessThan(5);
    expect((await installation.backUp({ full: true })).verification.blobsChecked).toBe(5);
  });

  it('continues after the last finished file when another process takes over', async () => {
    await installation.upload();
    const job = installation.newJob();
    await installation.maker.dump(job, still());
    const finished = await filesOf(job.backupId);
    await installation.converse();
    await installation.maker.dump(job, still());
    expect(await filesOf(job.backupId)).toEqual(finished);
    await installation.maker.copy(job, still());
    await installation.maker.copy(job, still());
    const made = await installation.maker.verify(job, still());
    expect(await installation.maker.verify(job, still())).toEqual(made);
  });

  it.each(['database.dump', 'recordings.jsonl'])(
    'is not published when a bit of its %s is not what was written',
    async (what) => {
      await installation.upload();
      const { maker, catalog } = installation;
      const job = installation.newJob();
      await maker.dump(job, still());
      await maker.copy(job, still());
      await flip(await fileOf(job.backupId, what));
      expect(await codeOf(maker.verify(job, still()))).toBe('backup_damaged');
      expect((await catalog.read()).backups).toEqual([]);
      expect(await installation.scratchDatabases()).toEqual([]);
    },
  );

  it('is not published when a recording is not what was copied', async () => {
    const sha256 = await installation.upload();
    const { maker } = installation;
    const job = installation.newJob();
    await maker.dump(job, still());
    await maker.copy(job, still());
    await flip(installation.copied(sha256));
    const failed = maker.verify(job, still());
    await expect(failed).rejects.toThrow(sha256);
    expect(await codeOf(failed)).toBe('backup_damaged');
  });

  it('names a recording whose bytes are gone or changed, keeps the rest, and removes nothing', async () => {
    await installation.upload();
    await installation.backUp();
    const [gone, changed] = [await installation.upload(), await installation.upload()];
    await rm(installation.uploaded(gone));
    await flip(installation.uploaded(changed));
    const made = await installation.backUp();
    expect([...made.missingBlobs].sort()).toEqual([gone, changed].sort());
    expect(made.verification.ok).toBe(true);
    const { signal } = still();
    const job = { backupId: made.id, taskId: made.taskId, full: false };
    const one = { ...KEEP, count: 1 };
    expect(await installation.maker.prune(job, one, Date.now(), signal)).toEqual([]);
    expect((await installation.catalog.read()).backups).toHaveLength(2);
  });

  it('is copied again from the blob store when the copy has another size', async () => {
    const sha256 = await installation.upload();
    await installation.backUp();
    await writeFile(installation.copied(sha256), 'cut off');
    const made = await installation.backUp({ full: true });
    expect(made.missingBlobs).toEqual([]);
    expect((await readFile(installation.copied(sha256))).length).toBe(50_000);
  });

  it('removes old backups, and the recordings that no backup needs', async () => {
    const old = await installation.upload();
    const first = await installation.backUp();
    await installation.store.rows('UPDATE clips SET sha256 = $1', [await installation.upload()]);
    const second = await installation.backUp();
    const job = { backupId: second.id, taskId: second.taskId, full: false };
    const { signal } = still();
    const one = { ...KEEP, count: 1 };
    expect(await installation.maker.prune(job, one, Date.now(), signal)).toEqual([first.id]);
    expect((await installation.catalog.read()).backups.map(({ id }) => id)).toEqual([second.id]);
    await expect(readFile(installation.copied(old))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await installation.maker.prune(job, one, Date.now(), signal)).toEqual([]);
  });

  it('leaves the recordings alone while a backup cannot be read', async () => {
    const sha256 = await installation.upload();
    const first = await installation.backUp();
    await flip(await fileOf(first.id, 'manifest.json'));
    await writeFile(await fileOf(first.id, 'manifest.json'), '{"format":');
    await installation.store.rows('UPDATE clips SET sha256 = $1', [await installation.upload()]);
    const second = await installation.backUp();
    expect((await installation.catalog.read()).unreadable).toEqual([
      { id: first.id, problem: 'damaged' },
    ]);
    const job = { backupId: second.id, taskId: second.taskId, full: false };
    await installation.maker.prune(job, KEEP, Date.now(), still().signal);
    expect((await readFile(installation.copied(sha256))).length).toBe(50_000);
  });

  it('is made and kept although an earlier one is damaged, which is told, and nothing is removed', async () => {
    const sha256 = await installation.upload();
    const first = await installation.backUp();
    await flip(await fileOf(first.id, 'recordings.jsonl'));
    await installation.store.rows('UPDATE clips SET sha256 = $1', [await installation.upload()]);
    const second = await installation.backUp();
    expect(second.verification).toMatchObject({ ok: true, blobsChecked: 1 });
    const job = { backupId: second.id, taskId: second.taskId, full: false };
    await installation.maker.prune(job, KEEP, Date.now(), still().signal);
    const { backups } = await installation.catalog.read();
    expect(backups.map(({ id, verification }) => [id, verification.ok])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    expect((await readFile(installation.copied(sha256))).length).toBe(50_000);
  });

  it('that was given up leaves nothing once the next one starts', async () => {
    await installation.upload();
    await installation.maker.dump(installation.newJob(), still());
    const made = await installation.backUp();
    const { backups, incomplete } = await installation.catalog.read();
    expect([backups.map(({ id }) => id), incomplete]).toEqual([[made.id], []]);
  });

  it('stops in the middle when it is cancelled, and leaves no scratch database', async () => {
    for (let n = 0; n < 20; n += 1) await installation.upload(1_000);
    const { maker } = installation;
    const job = installation.newJob();
    const stop = new AbortController();
    const reason = new Error('cancelled by a person');
    const onBytes = () => stop.abort(reason);
    await maker.dump(job, still());
    await expect(maker.copy(job, { signal: stop.signal, onBytes })).rejects.toBe(reason);
    await maker.copy(job, still());
    const later = new AbortController();
    const verifying = maker.verify(job, {
      signal: later.signal,
      onBytes: () => later.abort(reason),
    });
    await expect(verifying).rejects.toBe(reason);
    expect(await installation.scratchDatabases()).toEqual([]);
    await maker.verify(job, still());
  });

  it('is due unless there is a good one younger than 23 hours', async () => {
    const { maker } = installation;
    expect(await maker.isDue(Date.now())).toBe(true);
    await installation.backUp();
    expect(await maker.isDue(Date.now())).toBe(false);
    expect(await maker.isDue(Date.now() + 23 * 60 * 60_000)).toBe(true);
  });

  it('is refused before it starts when its place has too little space', async () => {
    await installation.upload();
    Object.defineProperty(installation.place, 'freeBytes', { value: () => Promise.resolve(1_000) });
    const sizing = installation.maker.sizes(false, still().signal);
    expect(await codeOf(sizing)).toBe('backup_place_full');
  });

  // A file system that never has any space.
  const onLinux = existsSync('/proc/self') ? it : it.skip;
  onLinux(
    'is refused when the disk of the database has no space for its verification',
    async () => {
      await installation.converse();
      installation.databaseFolder = '/proc';
      const sizing = installation.maker.sizes(false, still().signal);
      await expect(sizing).rejects.toThrow('The disk of the database, /proc, has 0 bytes free');
      expect(await codeOf(sizing)).toBe('backup_place_full');
    },
  );

  it('can be encrypted, and then neither rows nor recordings can be read in its place', async () => {
    const file = path.join(installation.folder, 'passphrase');
    await writeFile(file, 'correct horse battery staple');
    installation.sealer = await loadSealer({ kind: 'passphrase', file });
    await installation.converse();
    const sha256 = await installation.upload();
    const made = await installation.backUp();
    expect(made.keyId).toMatch(/^[0-9a-f]{16}$/);
    const stored = await readdir(installation.placeFolder, {
      recursive: true,
      withFileTypes: true,
    });
    const original = await readFile(installation.uploaded(sha256));
    for (const entry of stored.filter((each) => each.isFile() && !each.name.endsWith('.json'))) {
      const bytes = await readFile(path.join(entry.parentPath, entry.name));
      expect(bytes.includes('age-encryption.org/v1')).toBe(true);
      expect(bytes.includes(original.subarray(0, 64))).toBe(false);
    }
    expect((await installation.backUp({ full: true })).verification.blobsChecked).toBe(1);
  });
});
