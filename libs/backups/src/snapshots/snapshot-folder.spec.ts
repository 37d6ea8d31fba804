import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { REPLAY_FORMAT } from '#domain';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { TestStore } from '../../../store/src/store.fixture.ts';
import { ProjectionCheck } from '../check/projection-check.ts';
import { fileNameOf, type Snapshot } from './snapshot-file.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { SnapshotTaker } from './snapshot-taker.ts';
import { createHash } from 'node:crypto';

describe('snapshots', () => {
  let store: TestStore;
  let folder: string;
  let snapshots: SnapshotFolder;
  let log: string[];
  beforeEach(async () => {
    store = await TestStore.open();
    folder = path.join(await temporaryFolder('snapshots'), 'snapshots');
    snapshots = new SnapshotFolder(folder);
    log = [];
    for (let count = 0; count < 20; count += 1) await store.runningTask();
  });
  afterEach(async () => {
    await store.close();
    await rm(path.dirname(folder), { recursive: true });
  });

  const take = (signal = new AbortController().signal, keep = 5) => {
    const logger = pino({}, { write: (line) => log.push(line) });
    return new SnapshotTaker(store.repositories.projections, snapshots, keep, logger).take({
      signal,
    });
  };
  const check = (fromBeginning = false) =>
    new ProjectionCheck(store.repositories.projections, snapshots).run({
      fromBeginning,
      onDifference: (difference) => {
        throw new Error(`unexpected: ${JSON.stringify(difference)}`);
      },
    });
  const fileOf = ({ fileName }: Snapshot) => path.join(folder, fileName);
  const ids = async () => (await snapshots.list()).map(({ id }) => id);
  const faultsOf = async (fromBeginning: boolean) =>
    (await check(fromBeginning)).faults.map(({ snapshot, error }) => [snapshot.id, error.fault]);

  /** Replaces the content of a snapshot by another one, with a right hash in its name. */
  async function rewrite(snapshot: Snapshot, change: (text: string) => string): Promise<void> {
    const text = zstdDecompressSync(await readFile(fileOf(snapshot))).toString();
    const bytes = zstdCompressSync(change(text));
    await rm(fileOf(snapshot));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(
      path.join(folder, fileNameOf(snapshot.eventNumber, snapshot.id, sha256)),
      bytes,
    );
  }

  it('hold what the log says at the last event, and say when they were taken', async () => {
    expect(await snapshots.list()).toEqual([]);
    const before = Date.now();
    const snapshot = await take();
    const [last] = await store.rows('SELECT max(sequence)::int AS last FROM events');
    expect(snapshot.eventNumber).toBe(last?.['last']);
    expect(snapshot.takenAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(snapshot.sizeBytes).toBe((await readFile(fileOf(snapshot))).length);
    expect(await snapshots.list()).toEqual([snapshot]);
    expect(await check()).toMatchObject({ snapshot: { id: snapshot.id }, events: 0, faults: [] });
  });

  it('contain no words', async () => {
    const text = zstdDecompressSync(await readFile(fileOf(await take()))).toString();
    expect(text).toContain('cnv_');
    for (const words of ['Launch planning', 'meeting.wav', 'Ada'])
      expect(text).not.toContain(words);
  });

  it('are the same whether they were taken from the beginning or from an earlier one', async () => {
    await take();
    await store.runningTask();
    const second = await take();
    const text = zstdDecompressSync(await readFile(fileOf(second))).toString();
    await rm(folder, { recursive: true });
    const third = await take();
    expect(third.eventNumber).toBe(second.eventNumber);
    const again = zstdDecompressSync(await readFile(fileOf(third))).toString();
    expect(again.replaceAll(third.id, second.id)).toBe(text);
  });

  it('are kept in the number that was set, the newest ones', async () => {
    const taken: string[] = [];
    for (let count = 0; count < 4; count += 1) taken.unshift((await take(undefined, 3)).id);
    expect(await ids()).toEqual(taken.slice(0, 3));
  });

  it.each([0.1, 0.5, 0.999])(
    'are not used when a bit is flipped (at %f of the file)',
    async (at) => {
      const good = await take();
      await store.runningTask();
      const damaged = await take();
      const bytes = await readFile(fileOf(damaged));
      const index = Math.floor(bytes.length * at);
      bytes.writeUInt8(bytes.readUInt8(index) ^ 8, index);
      await writeFile(fileOf(damaged), bytes);
      expect(await check()).toMatchObject({ snapshot: { id: good.id } });
      expect(await faultsOf(false)).toEqual([[damaged.id, 'damaged']]);
      expect(await faultsOf(true)).toEqual([[damaged.id, 'damaged']]);
      await take();
      expect(log.join('')).toContain(damaged.id);
      expect(await faultsOf(false)).toEqual([]);
    },
  );

  it.each([0, 10, -1])('are not used when they are truncated (to %i)', async (length) => {
    const damaged = await take();
    await truncate(fileOf(damaged), length < 0 ? damaged.sizeBytes + length : length);
    expect(await check()).toMatchObject({ snapshot: null });
    expect(await faultsOf(true)).toEqual([[damaged.id, 'damaged']]);
  });

  it('are not used when they are not complete, although the hash in the name is right', async () => {
    const cut = await take();
    await rewrite(cut, (text) => text.replace(/\["tasks".*\n/, ''));
    expect(await faultsOf(true)).toEqual([[cut.id, 'damaged']]);
    expect(await check()).toMatchObject({ snapshot: null });
  });

  it('are not used when they are of another log, or of another version', async () => {
    const foreign = await take();
    await rewrite(foreign, (text) => text.replace(/task_started:tsk_/, 'task_started:x'));
    expect(await faultsOf(true)).toEqual([[foreign.id, 'foreign']]);
    const outdated = await take();
    await rewrite(outdated, (text) => text.replace(`{"format":${REPLAY_FORMAT}`, '{"format":0'));
    expect(await check()).toMatchObject({ snapshot: null });
    expect(await faultsOf(false)).toEqual([
      [foreign.id, 'foreign'],
      [outdated.id, 'outdated'],
    ]);
  });

  it('that are whole but not what the log says are named, and do not make good rows look bad', async () => {
    const wrong = await take();
    await rewrite(wrong, (text) => {
      const lines = text.replace('"revision":0', '"revision":7').trimEnd().split('\n');
      const hash = createHash('sha256').update(`${wrong.eventNumber}\n`);
      for (const line of lines.slice(1, -1)) hash.update(`${line}\n`);
      const trailer = { rows: lines.length - 2, contentHash: hash.digest('hex') };
      return [...lines.slice(0, -1), JSON.stringify(trailer), ''].join('\n');
    });
    expect(await check()).toMatchObject({ snapshot: null, differences: 0 });
    expect(await faultsOf(false)).toEqual([[wrong.id, 'wrong']]);
  });

  it('leave nothing behind when they are cancelled, or when their writer has died', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(take(stopped)).rejects.toThrow('stopped');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'snp_x.unfinished'), 'half');
    const { fileName } = await take();
    expect(await readdir(folder)).toEqual([fileName]);
  });

  it('cannot be taken where nothing can be written, and say so', async () => {
    // A file in the place of the folder: also root cannot write there.
    await writeFile(folder, '');
    await expect(take()).rejects.toMatchObject({
      code: 'snapshot_failed',
      details: { reason: 'ENOTDIR' },
    });
    await rm(folder);
    await mkdir(folder);
    await chmod(folder, 0o500);
    if (process.getuid?.() !== 0)
      await expect(take()).rejects.toMatchObject({ code: 'snapshot_failed' });
  });

  it('wait for a transaction that has a number but has not ended', async () => {
    const client = await store.database.pool.connect();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
       VALUES ('memory_written', 'ada', '{"memoryId": "mem_late", "exchangeId": null}', 'late', now())`,
    );
    await store.runningTask();
    const taking = take();
    const opened = await Promise.race([taking, store.runningTask().then(() => 'still waiting')]);
    expect(opened).toBe('still waiting');
    await client.query('COMMIT');
    client.release();
    const snapshot = await taking;
    const text = zstdDecompressSync(await readFile(fileOf(snapshot))).toString();
    expect(text).toContain('mem_late');
  });
});
