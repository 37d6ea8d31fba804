import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts/model';
import { runOf } from '../../../store/src/store.fixture.ts';
import { checkedProjections } from './checked-projections.fixture.ts';
import { ImportingInstallation } from './importing.fixture.ts';

const VTT = [
  'WEBVTT\n',
  '00:01.000 --> 00:02.500\n<v Ada>We launch in March, whatever comes.\n',
  '00:03.000 --> 00:04.000\n<v Ada>It is settled.\n',
  '00:04.000 --> 00:05.000\n<v Bob>Good to hear.\n',
].join('\n');

describe('importing transcripts', () => {
  let installation: ImportingInstallation;
  beforeAll(async () => {
    installation = await ImportingInstallation.open();
  });
  afterAll(() => installation.close());

  const repositories = () => installation.store.repositories;
  const turnsOf = async (conversationId = '') =>
    (await repositories().transcripts.find(conversationId))?.turns ?? [];

  it('makes a conversation with the turns, times and texts of the file', async () => {
    const done = await installation.import(VTT, { fileName: 'Launch planning.vtt' });
    expect(done).toMatchObject({ format: 'vtt', task: { state: 'completed', warnings: [] } });
    expect(done.result?.counts).toMatchObject({ conversations: 1, memories: 1, alreadyThere: 0 });
    const conversationId = done.result?.conversationId ?? '';
    expect(await repositories().conversations.find(conversationId)).toMatchObject({
      ...{ title: 'Launch planning', ownerId: 'ada', revision: 1, exchangeCount: 1, clipCount: 0 },
    });
    expect(await turnsOf(conversationId)).toMatchObject([
      {
        speaker: 'Ada',
        segments: [
          { startMs: 1_000, endMs: 2_500, raw: 'We launch in March, whatever comes.' },
          { startMs: 3_000, endMs: 4_000, raw: 'It is settled.' },
        ],
      },
      { speaker: 'Bob', segments: [{ startMs: 4_000, endMs: 5_000, raw: 'Good to hear.' }] },
    ]);
  });

  it('leaves a conversation that is corrected, summarised and scored like any other', async () => {
    const text = 'Ada: The second launch is in April, whatever comes.';
    const done = await installation.import(text, { title: 'Given' });
    const id = done.result?.conversationId ?? '';
    expect((await repositories().conversations.find(id))?.title).toBe('Given');
    const { tasks } = await repositories().pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ type }) => type).sort()).toEqual(['correction', 'significance', 'summary']);
  });

  it('stores nothing twice, and says so', async () => {
    const file = 'Ada: The same file, imported several times.';
    const first = await installation.import(file);
    const again = await installation.import(file);
    expect(again.result).toEqual({
      counts: {
        ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0, alreadyThere: 1 },
      },
      conversationId: first.result?.conversationId,
    });
    expect(again.task.warnings).toMatchObject([{ code: 'import_already_there' }]);
    const other = await installation.import(file, { ownerId: 'bob' });
    expect(other.result?.counts).toMatchObject({ conversations: 1, alreadyThere: 0 });
    expect(other.result?.conversationId).not.toBe(first.result?.conversationId);
  });

  it('leaves alone what is in the bin, and imports again what was deleted for good', async () => {
    const file = 'Ada: Deleted for now, and then for good.';
    const id = (await installation.import(file)).result?.conversationId ?? '';
    const { bin, binPurge } = repositories();
    await bin.delete({ kind: 'conversation', id });
    expect((await installation.import(file)).result?.counts.alreadyThere).toBe(1);
    await bin.delete({ kind: 'conversation', id }, true);
    const again = await installation.import(file);
    expect(again.result?.counts).toMatchObject({ conversations: 1, alreadyThere: 0 });
    expect(again.result?.conversationId).not.toBe(id);
    await binPurge.purge(id, new Date());
    expect(await turnsOf(again.result?.conversationId ?? '')).toHaveLength(1);
  });

  it('counts as its own what it had stored before its worker was killed', async () => {
    const record = await installation.upload('Ada: Stored, and then the worker was killed.');
    await installation.check(record);
    const killed = installation.another({
      importRuns: Object.assign(Object.create(repositories().importRuns), {
        complete: () => Promise.reject(new Error('killed')),
      }),
    });
    await expect(killed.storeAll(record)).rejects.toThrow();
    await installation.check(record);
    await installation.storeAll(record);
    const { result, task } = await repositories().imports.find(record.id);
    expect([result?.counts.conversations, task.warnings]).toEqual([1, []]);
    expect(await installation.storeAll(record)).toMatchObject({ kind: 'skip' });
    expect(await installation.check(record)).toEqual({ kind: 'skip' });
  });

  it.each<[ErrorCode, string | Buffer, string]>([
    ['import_text_invalid', Buffer.from([0x41, 0xff, 0xfe]), 'latin.txt'],
    ['import_format_unknown', Buffer.from([0x41, 0x00, 0x42]), 'binary.bin'],
    ['import_empty', ' \n\n ', 'empty.txt'],
    ['import_transcript_malformed', '1\n00:00:01,000 --> never\nHi', 'broken.srt'],
    ['import_transcript_malformed', '{"segments": [{"start": 0}]}', 'broken.json'],
    ['import_transcript_too_large', 'a\n'.repeat(100_001), 'long.txt'],
  ])('fails with %s and keeps nothing', async (code, bytes, fileName) => {
    const before = await installation.store.count('conversations');
    const record = await installation.upload(bytes, { fileName });
    await expect(installation.check(record)).rejects.toMatchObject({
      ...{ type: code, nonRetryable: true },
    });
    expect(await installation.store.count('conversations')).toBe(before);
  });

  it('keeps the file until it is imported', async () => {
    const record = await installation.upload('Ada: Kept until it is imported.');
    const file = await installation.files.localPath(record.sha256);
    await installation.check(record);
    expect(existsSync(file)).toBe(true);
    await installation.storeAll(record);
    expect(existsSync(file)).toBe(false);
    const gone = await installation.upload('Ada: Its file is gone.');
    await installation.files.remove(gone.sha256);
    await expect(installation.check(gone)).rejects.toMatchObject({ type: 'import_gone' });
  });

  it('completes nothing once it is cancelled', async () => {
    const record = await installation.upload('Ada: Cancelled while it is stored.');
    await installation.store.deliverAll();
    await installation.check(record);
    await repositories().tasks.requestCancel(record.task.id);
    expect(await installation.storeAll(record)).toMatchObject({ kind: 'skip' });
    expect(await installation.store.task(runOf(record.task).taskId)).toMatchObject({
      state: 'cancelled',
    });
  });

  it('leaves rows that say what the change log says', async () => {
    expect(await checkedProjections(installation.store)).toEqual([]);
  });
});
