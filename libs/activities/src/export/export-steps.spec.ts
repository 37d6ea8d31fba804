import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import { exportedConversationSchema } from '#contracts/export';
import type { CollectedExport } from '#contracts/workflows';
import { AppError } from '#platform';
import { ExportFolder, type BlobStore, type ExportRecord } from '#store';
import { eventually } from '../../../../test/support/eventually.ts';
import { OpenedZip } from '../../../../test/support/opened-zip.ts';
import { runOf } from '../../../store/src/store.fixture.ts';
import { anExchange } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { ExportSweeper } from './export-sweeper.ts';
import { ExportingInstallation, partOf } from './furnished.fixture.ts';

const MEBIBYTE = 1024 * 1024;

describe('the steps of an export', () => {
  let installation: ExportingInstallation;
  let conversationId: string;
  beforeEach(async () => {
    installation = await ExportingInstallation.open();
    conversationId = (await installation.furnish('ada')).conversationId;
  });
  afterEach(() => installation.close());

  const request = () => installation.request({ kind: 'conversation', id: conversationId });
  const collect = ({ task }: ExportRecord, { all } = installation) =>
    installation.run(() => all.collectExport(runOf(task)));
  const write = ({ task }: ExportRecord, { all } = installation) =>
    installation.run(() => all.writeExport(partOf(runOf(task), 1_000)));
  const finish = (
    { task }: ExportRecord,
    written: Awaited<ReturnType<typeof write>>,
    { all } = installation,
  ) => installation.run(() => all.finishExport({ ...runOf(task), ...written }));
  const found = ({ id }: ExportRecord) => installation.store.repositories.exports.find(id);
  const filesOf = async () =>
    (await readdir(installation.exportsFolder, { recursive: true })).filter(
      (name) => name !== 'work',
    );
  const sizeOf = (collected: CollectedExport) => (collected.kind === 'done' ? collected.bytes : 0);

  it('complete the task, and show the file in the same moment', async () => {
    const wanted = await request();
    const collected = await collect(wanted);
    expect(await installation.store.task(wanted.task.id)).toMatchObject({ state: 'running' });
    const written = await write(wanted);
    expect((await found(wanted)).file).toBeNull();
    expect(await filesOf()).not.toContain(`${wanted.id}.zip`);
    expect(await finish(wanted, written)).toMatchObject({ kind: 'done', warnings: [] });
    const { task, file } = await found(wanted);
    expect(task).toMatchObject({ state: 'completed', step: 'finish', total: 1_000 });
    expect(file).toMatchObject({
      fileName: `Launch ada plan ${new Date().toISOString().slice(0, 10)}.zip`,
      sizeBytes: (await stat(path.join(installation.exportsFolder, `${wanted.id}.zip`))).size,
    });
    expect(sizeOf(collected)).toBeGreaterThan(40_000);
    expect(await filesOf()).toEqual([`${wanted.id}.zip`]);
  });

  it('may each be repeated, as after a worker that was killed before it could answer', async () => {
    const wanted = await request();
    await collect(wanted);
    await collect(wanted);
    const first = await write(wanted);
    expect(await write(wanted)).toEqual(first);
    await finish(wanted, first);
    expect(await finish(wanted, first)).toMatchObject({ kind: 'skip' });
    expect(await collect(wanted)).toEqual({ kind: 'skip' });
    expect(await filesOf()).toEqual([`${wanted.id}.zip`]);
    const zip = await OpenedZip.open(path.join(installation.exportsFolder, `${wanted.id}.zip`));
    expect(zip.paths).toContain('manifest.json');
    expect(
      await installation.store.count('events', `type = 'task_completed' AND task_id = $1`, [
        wanted.task.id,
      ]),
    ).toBe(1);
  });

  it('replace what a killed worker has left half done', async () => {
    const wanted = await request();
    const work = installation.files.workFolder(wanted.id);
    await mkdir(path.join(work, 'rows'), { recursive: true });
    await writeFile(path.join(work, 'rows', '1'), 'half');
    await writeFile(path.join(work, 'export-half.zip'), 'half');
    await collect(wanted);
    await mkdir(path.join(work, 'rows-half'));
    await finish(wanted, await write(wanted));
    expect(await filesOf()).toEqual([`${wanted.id}.zip`]);
  });

  it('collect once more when another machine has what was collected', async () => {
    const wanted = await request();
    await collect(wanted);
    await installation.files.discardWork(wanted.id);
    await finish(wanted, await write(wanted));
    expect((await found(wanted)).task.state).toBe('completed');
  });

  it('show a published file also when the worker was killed before it said so', async () => {
    const wanted = await request();
    await collect(wanted);
    const written = await write(wanted);
    const zip = path.join(installation.files.workFolder(wanted.id), 'export.zip');
    await installation.files.publish(wanted.id, zip);
    expect(await finish(wanted, written)).toMatchObject({ kind: 'done' });
  });

  it('read everything at one moment, whatever changes meanwhile', async () => {
    const { exportSource, exchanges, segments, transcripts } = installation.store.repositories;
    const changing = installation.another({
      exportSource: Object.assign(Object.create(exportSource), {
        read: (scope: ExportRecord['scope'], work: Parameters<typeof exportSource.read>[1]) =>
          exportSource.read(scope, async (snapshot) => {
            const segment = (await transcripts.find(conversationId))?.turns[0]?.segments[0];
            await segments.edit(conversationId, segment?.id ?? '', 'changed meanwhile');
            await exchanges.add(anExchange(conversationId, 'said meanwhile'), null);
            return work(snapshot);
          }),
      }),
    });
    const wanted = await request();
    await collect(wanted, changing);
    await finish(wanted, await write(wanted));
    const zip = await OpenedZip.open(path.join(installation.exportsFolder, `${wanted.id}.zip`));
    const text = await zip.text(zip.pathOf('conversation.json'));
    expect(text).not.toContain('meanwhile');
    const { conversation, segments: all } = exportedConversationSchema.parse(JSON.parse(text));
    expect([conversation.revision, all.length]).toEqual([5, 3]);
  });

  it('end as cancelled, without a file, when the export is removed meanwhile', async () => {
    const wanted = await request();
    await collect(wanted);
    const written = await write(wanted);
    await installation.store.repositories.exports.remove(wanted.id);
    expect(await finish(wanted, written)).toMatchObject({ kind: 'skip' });
    await expect(write(wanted)).rejects.toMatchObject({ type: 'not_found', nonRetryable: true });
    await new ExportSweeper(
      installation.store.repositories.exports,
      installation.files,
      60_000,
    ).sweep();
    expect(await filesOf()).toEqual([]);
  });

  it('end as cancelled, without a file, when the task is cancelled before the last one', async () => {
    const wanted = await request();
    await collect(wanted);
    const written = await write(wanted);
    await installation.store.repositories.tasks.requestCancel(wanted.task.id);
    expect(await finish(wanted, written)).toMatchObject({ kind: 'skip' });
    expect((await found(wanted)).task.state).toBe('cancelled');
    expect(await filesOf()).toEqual([]);
  });

  it('stop writing when they are cancelled, and close the recording', async () => {
    let reading: Readable | null = null;
    const slow = (blobs: BlobStore): BlobStore =>
      Object.assign(Object.create(blobs), {
        read: () => (reading = Readable.from(neverEnding())),
      });
    const wanted = await request();
    await collect(wanted);
    const { all } = installation.another({ blobs: slow(installation.blobs) });
    const environment = activityEnvironment({ heartbeatTimeoutMs: 10_000 }, [
      activityInterceptors({
        ...installation.store.repositories,
        logger: pino({ level: 'silent' }),
      }),
    ]);
    const writing = environment.run(() => all.writeExport(partOf(runOf(wanted.task), 1_000)));
    await eventually(() => expect(reading).not.toBeNull());
    environment.cancel();
    await expect(writing).rejects.toThrow();
    await eventually(() => expect(reading?.destroyed).toBe(true));
    await installation.run(() => installation.all.discardExport(runOf(wanted.task)));
    expect(await filesOf()).toEqual([]);
  });

  it('say that the disk is too small before they write, and that a person must act', async () => {
    class SmallDisk extends ExportFolder {
      override requireSpace(bytes: number): Promise<void> {
        if (bytes < 40_000) return Promise.resolve();
        return Promise.reject(new AppError('export_space_missing', 'It is full.'));
      }
    }
    const wanted = await request();
    await collect(wanted);
    const small = installation.another({ exportFolder: new SmallDisk(installation.exportsFolder) });
    const failure = write(wanted, small);
    await expect(failure).rejects.toMatchObject({
      ...{ type: 'export_space_missing', nonRetryable: true },
    });
    await expect(failure).rejects.toBeInstanceOf(ApplicationFailure);
  });

  it('hold few bytes in memory, however large the recordings are', async () => {
    const sizeBytes = 192 * MEBIBYTE;
    const wanted = await request();
    const work = installation.files.workFolder(wanted.id);
    let ahead = 0;
    let read = 0;
    const large = Object.assign(Object.create(installation.blobs), {
      sizeOf: () => Promise.resolve(sizeBytes),
      read: () =>
        Readable.from(
          (async function* () {
            const piece = Buffer.alloc(MEBIBYTE, 7);
            for (read = 0; read < sizeBytes; read += piece.length) {
              ahead = Math.max(ahead, read - (await writtenIn(work)));
              yield piece;
            }
          })(),
          { highWaterMark: 1 },
        ),
    });
    await collect(wanted);
    const written = await write(wanted, installation.another({ blobs: large }));
    expect(read).toBe(sizeBytes);
    expect(written.sizeBytes).toBeGreaterThan(sizeBytes);
    expect(ahead).toBeLessThan(32 * MEBIBYTE);
  });
});

/** A recording whose bytes come slowly, and never end. */
async function* neverEnding(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.alloc(1_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Bytes of the zip file that is being written. */
async function writtenIn(work: string): Promise<number> {
  const name = (await readdir(work)).find((each) => each.endsWith('.zip'));
  return name === undefined ? 0 : (await stat(path.join(work, name))).size;
}

describe('the sweeper of exports', () => {
  let installation: ExportingInstallation;
  beforeEach(async () => {
    installation = await ExportingInstallation.open();
  });
  afterEach(() => installation.close());

  const sweep = () => {
    const { exports } = installation.store.repositories;
    return new ExportSweeper(exports, installation.files, 60_000).sweep();
  };
  const export_ = async () => {
    const { conversationId } = await installation.furnish('ada');
    return installation.export({ kind: 'conversation', id: conversationId });
  };

  it('keeps files until their time is over, and then removes them with their export', async () => {
    const file = await export_();
    expect(await sweep()).toBe(0);
    expect((await readFile(file)).length).toBeGreaterThan(0);
    await installation.store.rows(`UPDATE exports SET expires_at = now() - interval '1 second'`);
    expect(await sweep()).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(false);
    expect(await installation.store.count('exports')).toBe(0);
  });

  it('removes what belongs to no export, and no work that is under way', async () => {
    const file = await export_();
    const conversationId = await installation.store.newConversation();
    const open = await installation.request({ kind: 'conversation', id: conversationId });
    await installation.run(() => installation.all.collectExport(runOf(open.task)));
    const work = installation.files.workFolder(open.id);
    const stray = path.join(installation.exportsFolder, 'exp_stray.zip');
    await writeFile(stray, 'x');
    await sweep();
    expect([file, work, stray].map((each) => existsSync(each))).toEqual([true, true, false]);
    await installation.store.repositories.tasks.end(runOf(open.task), { state: 'cancelled' });
    await sweep();
    expect([file, work].map((each) => existsSync(each))).toEqual([true, false]);
  });

  it('removes old exports that have made no file', async () => {
    const conversationId = await installation.store.newConversation();
    const { task } = await installation.request({ kind: 'conversation', id: conversationId });
    await installation.store.rows(`UPDATE exports SET created_at = now() - interval '1 hour'`);
    await sweep();
    expect(await installation.store.count('exports')).toBe(1);
    await installation.store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
    await sweep();
    expect(await installation.store.count('exports')).toBe(0);
  });
});
