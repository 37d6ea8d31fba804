import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts/model';
import type { ImportRecord } from '#store';
import { eventually } from '../../../../test/support/eventually.ts';
import { runOf } from '../../../store/src/store.fixture.ts';
import { ExportingInstallation } from '../export/furnished.fixture.ts';
import { checkedProjections } from './checked-projections.fixture.ts';
import { zipOf } from './changed-zip.fixture.ts';
import { comparableExport } from './comparable-export.fixture.ts';
import { ImportingInstallation, partOf } from './importing.fixture.ts';
import { soundOf } from './recording-opener.fixture.ts';

type Files = Readonly<Record<string, string | Buffer>>;

const SPOKEN = [
  ['Ada', 'We launch in March.'],
  ['Bob', 'Good to hear.'],
  ['Ada', 'It is settled.'],
] as const;

/** Subtitles of six seconds, in which two people speak. @param about makes them another file */
function subtitles(about = ''): string {
  const cues = SPOKEN.map(
    ([name, text], index) =>
      `${index + 1}\n00:00:0${index * 2},000 --> 00:00:0${index * 2 + 1},500\n${name}: ${text}${about}\n`,
  );
  return cues.join('\n');
}

const zipped = (files: Files) =>
  zipOf(new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)])));

describe('importing transcripts with their recordings', () => {
  let installation: ImportingInstallation;
  beforeAll(async () => {
    installation = await ImportingInstallation.open();
  });
  afterAll(() => installation.close());

  const repositories = () => installation.store.repositories;
  const turnsOf = async (conversationId: string | null | undefined) =>
    (await repositories().transcripts.find(conversationId ?? ''))?.turns ?? [];
  const importZip = async (files: Files, given: { readonly ownerId?: string } = {}) =>
    installation.import(await zipped(files), { fileName: 'talks.zip', ...given });
  const codesOf = ({ task }: ImportRecord) => task.warnings.map(({ code }) => code);
  const conversationsOf = async (ownerId: string) =>
    (await repositories().conversations.list({ ownerId, limit: 50 })).items;

  it('makes a conversation whose turns are heard in its recording', async () => {
    const sound = soundOf(6_000);
    const done = await importZip({ 'Launch.srt': subtitles(), 'Launch.mp3': sound });
    expect(done).toMatchObject({ format: 'bundle', task: { state: 'completed', warnings: [] } });
    expect(done.result?.counts).toMatchObject({ conversations: 1, clips: 1, alreadyThere: 0 });
    const id = done.result?.conversationId ?? '';
    const found = await repositories().conversations.find(id);
    expect(found).toMatchObject({ title: 'Launch', revision: 1, exchangeCount: 1, clipCount: 1 });
    const turns = await turnsOf(id);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ada', 'Bob', 'Ada']);
    const [clip] = await repositories().conversations.clipsOf(id);
    expect(clip).toMatchObject({
      clip: { fileName: 'Launch.mp3', sizeBytes: sound.length, durationMs: 6_000 },
      task: { state: 'completed' },
    });
    for (const turn of turns) {
      expect(turn.clip?.id).toBe(clip?.clip.id);
      expect(turn.segments.map(({ clipId }) => clipId)).toEqual([clip?.clip.id]);
    }
    expect(await installation.blobs.sizeOf(clip?.clip.sha256 ?? '')).toBe(sound.length);
  });

  it('takes a transcript and its recording in one request, whatever their names', async () => {
    const recording = ['rec 0017', soundOf(6_000, 'two')] as const;
    const given = { fileName: 'Minutes.srt', recording, title: 'Given', ownerId: 'pair' };
    const done = await installation.import(subtitles(' Indeed.'), given);
    expect(done).toMatchObject({ format: 'srt', task: { state: 'completed', warnings: [] } });
    const id = done.result?.conversationId ?? '';
    expect((await repositories().conversations.find(id))?.title).toBe('Given');
    expect((await repositories().conversations.clipsOf(id))[0]?.clip.fileName).toBe('rec 0017');
    for (const sha256 of [done.sha256, done.recording?.sha256 ?? '']) {
      expect(await installation.files.sizeOf(sha256)).toBeNull();
    }
  });

  it('imports many pairs, and says of each what is wrong with it', async () => {
    const ownerId = 'many';
    const done = await importZip(
      {
        'good/talk.vtt': `WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>Fine.\n`,
        'good/talk.wav': soundOf(2_000, 'a'),
        'two.srt': subtitles(' Two.'),
        'two.mp3': soundOf(6_000, 'b'),
        'two.wav': soundOf(6_000, 'c'),
        'bad.srt': subtitles(' Bad.'),
        'bad.mp3': 'nothing that can be heard',
        'cut.srt': subtitles(' Cut.'),
        'cut.mp3': soundOf(3_000, 'd'),
        'wrong.srt': subtitles(' Wrong.'),
        'wrong.mp3': soundOf(500, 'e'),
        'alone.mp3': soundOf(9_000, 'f'),
        'silent.srt': subtitles(' Silent.'),
        'notes.pdf': 'x',
        'meta.json': '{"people": 3}',
        '__MACOSX/._good': 'x',
      },
      { ownerId },
    );
    expect(codesOf(done)).toEqual([
      ...Array<string>(3).fill('import_recording_left_out'),
      ...['import_recording_shorter', 'import_recording_unused', 'import_file_ignored'],
    ]);
    const messages = done.task.warnings.map(({ message }) => message).join('\n');
    for (const said of [
      ...['two.mp3, two.wav', 'bad.mp3, because that cannot be opened (audio_unreadable)'],
      ...['after the end of that, at 00:00:00', 'cut.srt go on after', 'recording alone.mp3'],
      ...['notes.pdf', 'meta.json'],
    ]) {
      expect(messages).toContain(said);
    }
    expect(done.result).toMatchObject({ conversationId: null });
    expect(done.result?.counts).toMatchObject({ conversations: 6, clips: 2 });
    const all = await conversationsOf(ownerId);
    const clips = Object.fromEntries(all.map(({ title, clipCount }) => [title, clipCount]));
    expect(clips).toEqual({ talk: 1, two: 0, bad: 0, cut: 1, wrong: 0, silent: 0 });
    for (const { id } of all) expect((await turnsOf(id))[0]?.segments).toHaveLength(1);
  });

  it('takes what Speakr and OpenTranscribe have written, and no table or text beside it', async () => {
    const ownerId = 'moving';
    const speakr = (title: string, file: string, said: string) =>
      `# ${title}\n\n## Metadata\n\n- **Original File:** ${file}\n\n## Summary\n\nShort.\n\n` +
      `## Transcription\n\n${said}\n\n---\n\n*Generated with [Speakr](https://speakr.example)*\n`;
    const timed = '[00:00:00 - 00:00:02] Ada: Fine.\n[00:00:02 - 00:00:04] Bob: Good.';
    const done = await importZip(
      {
        'ada/recording_1.md': speakr('The launch', 'launch.mp3', timed),
        'ada/launch.mp3': soundOf(4_000, 'launch'),
        'ada/[deleted]_recording_2.md': speakr('The old plan', 'old.mp3', '[Ada]: Never mind.'),
        'transcribed/meeting.csv': 'Start Time,End Time,Speaker,Text\n0,2,"Ada","Fine."',
        'transcribed/meeting.mp4': soundOf(2_000, 'meeting'),
        'README.md': '# Read me\n\nNobody says this.\n',
        'prices.csv': 'thing,price\ntea,2\n',
      },
      { ownerId },
    );
    expect(codesOf(done)).toEqual(['import_file_ignored']);
    expect(done.task.warnings[0]?.message).toMatch(/README\.md.*prices\.csv/s);
    const all = await conversationsOf(ownerId);
    const clips = Object.fromEntries(all.map(({ title, clipCount }) => [title, clipCount]));
    expect(clips).toEqual({ 'The launch': 1, 'The old plan': 0, meeting: 1 });
    const launch = await turnsOf(all.find(({ title }) => title === 'The launch')?.id);
    expect(launch).toMatchObject([
      { speaker: 'Ada', segments: [{ raw: 'Fine.', startMs: 0, endMs: 2_000 }] },
      { speaker: 'Bob', segments: [{ raw: 'Good.', startMs: 2_000, endMs: 4_000 }] },
    ]);
  });

  it('stores nothing twice, also for another name, and everything for another owner', async () => {
    const files = { 'again.srt': subtitles(' Again.'), 'again.mp3': soundOf(6_000, 'again') };
    const first = await importZip(files, { ownerId: 'first' });
    const again = await importZip({ ...files, 'more.txt': 'Ada: More.' }, { ownerId: 'first' });
    expect(again.result?.counts).toMatchObject({ conversations: 1, clips: 0, alreadyThere: 1 });
    expect(await conversationsOf('first')).toHaveLength(2);
    const other = await importZip(files, { ownerId: 'second' });
    expect(other.result?.conversationId).not.toBe(first.result?.conversationId);
    expect(other.result?.counts).toMatchObject({ conversations: 1, clips: 1, alreadyThere: 0 });
  });

  it('transcribes the recording only when that was asked for', async () => {
    const file = await zipped({ 'a.srt': subtitles(' Ask.'), 'a.mp3': soundOf(6_000, 'ask') });
    for (const [ownerId, transcribe, state] of [
      ['asks', true, 'pending'],
      ['does not', false, 'completed'],
    ] as const) {
      const done = await installation.import(file, { fileName: 'a.zip', ownerId, transcribe });
      const id = done.result?.conversationId ?? '';
      const [clip] = await repositories().conversations.clipsOf(id);
      expect(clip?.task).toMatchObject({ type: 'transcription', state });
      expect((await turnsOf(id)).flatMap(({ segments }) => segments)).toHaveLength(3);
    }
  });

  it.each([
    ['what the import says', { engine: 'small', language: 'it' }],
    ['what its owner has set', null],
  ])('transcribes it with %s', async (ownerId, settings) => {
    await repositories().ownerSettings.change(ownerId, { spokenLanguage: 'fr' });
    const file = await zipped({ 'a.srt': subtitles(' Ask.'), 'a.mp3': soundOf(6_000, 'ask') });
    const about = {
      fileName: 'a.zip',
      ownerId,
      transcribe: true,
      ...(settings ? { settings } : {}),
    };
    const done = await installation.import(file, about);
    const [clip] = await repositories().conversations.clipsOf(done.result?.conversationId ?? '');
    expect(clip?.task.settings).toEqual(settings ?? { language: 'fr' });
  });

  it('gives words without times a recording, but no places in it', async () => {
    const files = { 'a.txt': 'Ada: We launch.\nBob: Good.', 'a.mp3': soundOf(6_000, 'text') };
    const done = await importZip(files, { ownerId: 'untimed' });
    const turns = await turnsOf(done.result?.conversationId);
    expect(turns.map(({ clip }) => clip?.durationMs)).toEqual([6_000, 6_000]);
    expect(turns.flatMap(({ segments }) => segments.map(({ clipId }) => clipId))).toEqual([
      ...[null, null],
    ]);
  });

  it('stores a file once that is imported twice at the same time', async () => {
    const file = await zipped({ 'a.srt': subtitles(' Race.'), 'a.mp3': soundOf(6_000, 'race') });
    const upload = () => installation.upload(file, { fileName: 'x.zip', ownerId: 'race' });
    const both = [await upload(), await upload()];
    await Promise.all(both.map((each) => installation.check(each)));
    await Promise.all(both.map((each) => installation.probe(each)));
    await Promise.all(both.map((each) => installation.storeAll(each)));
    const ended = await Promise.all(both.map(({ id }) => repositories().imports.find(id)));
    const counts = ended.map(({ result }) => result?.counts.conversations);
    expect(counts.sort()).toEqual([0, 1]);
    const [only, ...others] = await conversationsOf('race');
    expect([only?.clipCount, others]).toEqual([1, []]);
  });

  it('leaves alone what somebody deletes while it goes on', async () => {
    const files = {
      ...{ 'a.srt': subtitles(' Gone.'), 'a.mp3': soundOf(6_000, 'gone') },
      ...{ 'b.srt': subtitles(' Kept.'), 'b.mp3': soundOf(6_000, 'kept') },
    };
    const record = await installation.upload(await zipped(files), {
      ...{ fileName: 'x.zip', ownerId: 'deleting' },
    });
    await installation.check(record);
    await installation.probe(record);
    const { importedConversations, bin, binPurge } = repositories();
    let isFirst = true;
    const deleting = installation.another({
      importedConversations: Object.assign(Object.create(importedConversations), {
        store: async (...given: Parameters<typeof importedConversations.store>) => {
          const place = await importedConversations.store(...given);
          if (isFirst) await bin.delete({ kind: 'conversation', id: place.id });
          isFirst = false;
          return place;
        },
      }),
    });
    await deleting.storeAll(record);
    const [kept, ...others] = await conversationsOf('deleting');
    expect([kept?.title, others]).toEqual(['b', []]);
    const [item] = (await bin.list({ ownerId: 'deleting', limit: 5 })).items;
    await bin.restore({ kind: 'conversation', id: item?.id ?? '' });
    expect((await turnsOf(item?.id)).map(({ clip }) => clip?.fileName)).toEqual([
      ...['a.mp3', 'a.mp3', 'a.mp3'],
    ]);
    await bin.delete({ kind: 'conversation', id: item?.id ?? '' }, true);
    await binPurge.purge(item?.id ?? '', new Date());
    expect(await conversationsOf('deleting')).toHaveLength(1);
  });

  it('stops when it is cancelled while a recording is opened, and leaves no file', async () => {
    const files = { 'a.srt': subtitles(' Stop.'), 'a.mp3': soundOf(6_000, 'stop') };
    const record = await installation.upload(await zipped(files), { fileName: 'x.zip' });
    await installation.check(record);
    const { engine, speech } = installation;
    const before = engine.opened;
    engine.hangs = true;
    const step = partOf(runOf(record.task));
    const { ended, cancel } = installation.cancellable(() => speech.probeImport(step));
    await eventually(() => expect(engine.opened).toBe(before + 1));
    cancel();
    await expect(ended).rejects.toThrow();
    engine.hangs = false;
    expect(await readdir(path.join(installation.folder, 'imports', 'incoming'))).toEqual([]);
  });

  it('takes names of any length', async () => {
    const name = 'a'.repeat(3_000);
    const files = { [`${name}.srt`]: subtitles(' Long.'), [`${name}.mp3`]: 'no sound' };
    const sound = {
      [`b${name}.srt`]: subtitles(' Longer.'),
      [`b${name}.mp3`]: soundOf(6_000, 'l'),
    };
    const done = await importZip({ ...files, ...sound }, { ownerId: 'long' });
    expect(done.task.warnings[0]?.message.length).toBeLessThan(500);
    const all = await conversationsOf('long');
    expect(all.map(({ title }) => title.length)).toEqual([200, 200]);
    const clips = await Promise.all(all.map(({ id }) => repositories().conversations.clipsOf(id)));
    expect(clips.flat().map(({ clip }) => clip.fileName.slice(-5))).toEqual(['a.mp3']);
    expect(clips.flat()[0]?.clip.fileName).toHaveLength(255);
  });

  it('comes back from an export as it was, and is not transcribed', async () => {
    const [here, there] = [await ExportingInstallation.open(), await ExportingInstallation.open()];
    const owner = { kind: 'owner', id: 'ada' } as const;
    const first = await ImportingInstallation.of(here).import(
      await zipped({
        ...{ 'a.srt': subtitles(' Back.'), 'a.mp3': soundOf(6_000, 'back') },
        ...{ 'b.txt': 'Ada: No times.\nBob: None.', 'b.mp3': soundOf(6_000, 'untimed') },
      }),
      { fileName: 'x.zip' },
    );
    expect(first.result?.counts).toMatchObject({ conversations: 2, clips: 2 });
    const file = await here.export(owner);
    const importing = ImportingInstallation.of(there);
    const again = await importing.import(await readFile(file), { ownerId: 'ada' });
    expect(again).toMatchObject({ task: { state: 'completed', warnings: [] } });
    expect(await comparableExport(await there.export(owner))).toEqual(await comparableExport(file));
    const open = `type = 'transcription' AND ended_at IS NULL`;
    expect(await there.store.count('tasks', open)).toBe(0);
    expect(await checkedProjections(there.store)).toEqual([]);
    await here.close();
    await there.close();
  });

  it.each<[ErrorCode, Files]>([
    ['import_empty', { 'a.mp3': soundOf(1_000) }],
    ['import_empty', { 'a.txt': ' ', 'meta.json': '{}' }],
    ['import_transcript_malformed', { 'a.srt': '1\n00:00:01,000 --> never\nHi', 'b.txt': 'Hi' }],
    ['import_text_invalid', { 'a.txt': Buffer.from([0x41, 0xff]), 'b.txt': 'Hi' }],
    ['import_transcript_too_large', { 'a.txt': 'a\n'.repeat(100_001) }],
  ])('fails with %s, and keeps nothing', async (code, files) => {
    const before = await installation.store.count('conversations');
    const record = await installation.upload(await zipped(files), { fileName: 'x.zip' });
    await expect(installation.check(record)).rejects.toMatchObject({ type: code });
    expect(await installation.store.count('conversations')).toBe(before);
  });

  it('names the file that is at fault in the task, and not in the history of its run', async () => {
    const file = await zipped({ 'x/broken.srt': 'no cue', 'fine.txt': 'Hi' });
    const record = await installation.upload(file, { fileName: 'x.zip' });
    const run = { ...runOf(record.task), endsIn: 'check' } as const;
    const check = installation.run(() => installation.all.checkImport(run), run);
    const failure: unknown = await check.catch((error: unknown) => error);
    expect(inspect(failure)).not.toContain('broken');
    expect(await installation.store.task(run.taskId)).toMatchObject({
      error: {
        code: 'import_transcript_malformed',
        message: expect.stringMatching(/^x\/broken\.srt: /),
      },
    });
  });

  describe('when its worker is killed', () => {
    const files = (about: string) => ({
      ...{ 'a.srt': subtitles(` A ${about}.`), 'a.mp3': soundOf(6_000, `a ${about}`) },
      ...{ 'b.srt': subtitles(` B ${about}.`), 'b.mp3': soundOf(6_000, `b ${about}`) },
    });
    const uploaded = async (about: string) =>
      installation.upload(await zipped(files(about)), { fileName: 'x.zip', ownerId: about });
    const killed = () => Promise.reject(new Error('killed'));

    it('opens no recording again that was opened', async () => {
      const record = await uploaded('opening');
      await installation.check(record);
      const { importRuns } = repositories();
      let noted = 0;
      const other = installation.another({
        importRuns: Object.assign(Object.create(importRuns), {
          probed: (...given: Parameters<typeof importRuns.probed>) => {
            noted += 1;
            return noted === 1 ? importRuns.probed(...given) : killed();
          },
        }),
      });
      await expect(other.probe(record)).rejects.toThrow();
      await installation.check(record);
      const before = installation.engine.opened;
      await installation.probe(record);
      await installation.probe(record);
      expect(installation.engine.opened - before).toBe(1);
      await installation.storeAll(record);
      const done = await repositories().imports.find(record.id);
      expect([done.result?.counts.clips, codesOf(done)]).toEqual([2, []]);
    });

    it('loses and doubles nothing of what was stored', async () => {
      const record = await uploaded('storing');
      await installation.check(record);
      await installation.probe(record);
      const { importedConversations } = repositories();
      let stored = 0;
      const other = installation.another({
        importedConversations: Object.assign(Object.create(importedConversations), {
          store: (...given: Parameters<typeof importedConversations.store>) => {
            stored += 1;
            return stored === 1 ? importedConversations.store(...given) : killed();
          },
        }),
      });
      await expect(other.storeAll(record)).rejects.toThrow();
      expect(await conversationsOf('storing')).toHaveLength(1);
      await installation.storeAll(record);
      const done = await repositories().imports.find(record.id);
      expect(done.result?.counts).toMatchObject({ conversations: 2, clips: 2, alreadyThere: 0 });
      const all = await conversationsOf('storing');
      expect(all.map(({ clipCount }) => clipCount)).toEqual([1, 1]);
    });
  });

  it('leaves rows that say what the change log says', async () => {
    expect(await checkedProjections(installation.store)).toEqual([]);
  });
});
