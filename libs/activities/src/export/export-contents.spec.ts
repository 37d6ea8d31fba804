import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import * as format from '#contracts/export';
import { OpenedZip } from '../../../../test/support/opened-zip.ts';
import { ExportingInstallation, type Furnished } from './furnished.fixture.ts';

const JSON_FILES = Object.entries(format.EXPORTED_FILES);
const LINE_FILES = Object.entries(format.EXPORTED_LINES);

const manifestOf = async (zip: OpenedZip) =>
  format.exportManifestSchema.parse(await zip.json(format.EXPORT_FILES.manifest));
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const frontMatterOf = (text: string): unknown => parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '');

describe('an export', () => {
  let installation: ExportingInstallation;
  let ada: Furnished;
  let bob: Furnished;
  let everything: OpenedZip;
  beforeAll(async () => {
    installation = await ExportingInstallation.open();
    ada = await installation.furnish('ada');
    bob = await installation.furnish('bob', ada.audio);
    everything = await opened('owner', 'ada');
  });
  afterAll(() => installation.close());

  const opened = async (kind: 'owner' | 'project' | 'conversation', id: string) =>
    OpenedZip.open(await installation.export({ kind, id }));
  const conversationOf = async (zip: OpenedZip) =>
    format.exportedConversationSchema.parse(await zip.json(zip.pathOf('conversation.json')));

  it('has files that follow their schemas, each of a known kind', async () => {
    for (const entryPath of everything.paths) {
      const [, ofJson] = JSON_FILES.find(([ending]) => entryPath.endsWith(ending)) ?? [];
      const [, ofLine] = LINE_FILES.find(([ending]) => entryPath.endsWith(ending)) ?? [];
      if (ofJson) ofJson.parse(await everything.json(entryPath));
      else if (ofLine)
        z.array(ofLine)
          .min(1)
          .parse(await everything.lines(entryPath));
      else expect(entryPath).toMatch(/\.md$|\/audio\/|\/documents\//);
    }
    for (const [ending] of [...JSON_FILES, ...LINE_FILES]) {
      expect(everything.paths.some((each) => each.endsWith(ending))).toBe(true);
    }
  });

  it('names every file with its size and hash in the manifest, in order of paths', async () => {
    const manifest = await manifestOf(everything);
    expect(manifest).toMatchObject({
      ...{ productVersion: '1.2.3', schemaVersion: 8, ownerId: 'ada', problems: [] },
      scope: { kind: 'owner', id: 'ada' },
      counts: {
        ...{ conversations: 1, projects: 1, clips: 1, documents: 1, memories: 2, problems: 0 },
      },
    });
    const named = manifest.files.map(({ path }) => path);
    expect([...named, 'manifest.json']).toEqual(everything.paths);
    expect(named).toEqual(['README.md', ...named.slice(1).sort()]);
    for (const { path, bytes, sha256 } of manifest.files) {
      const read = await everything.bytes(path);
      expect([read.length, hashOf(read)]).toEqual([bytes, sha256]);
    }
  });

  it('has the recording and the document as they were uploaded, under safe names', async () => {
    const audio = everything.pathOf('/audio/a b CON.wav');
    expect(audio).toBe(`conversations/Launch ada plan ${ada.conversationId}/audio/a b CON.wav`);
    expect(await everything.bytes(audio)).toEqual(ada.audio);
    expect(everything.entries.find(({ path }) => path === audio)?.stored).toBe(true);
    expect(await everything.bytes(everything.pathOf('/documents/budget.csv'))).toEqual(
      ada.document,
    );
  });

  it('has all that was said of a conversation: layers, words, corrections, earlier texts', async () => {
    const { conversation, turns, clips, segments, corrections, versions } =
      await conversationOf(everything);
    expect(conversation).toMatchObject({
      ...{ id: ada.conversationId, projectId: ada.projectId, title: 'Launch / "ada": plan?' },
      ...{ tags: ['a, b', '=1'], transcriptStyle: 'clean', spokenLanguage: 'de' },
      glossary: ['AI', { term: 'Kaito', soundsLike: ['Kyto of conversation'], language: 'en' }],
    });
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ada', 'Ada']);
    expect(clips).toMatchObject([{ fileName: 'a/b: CON?.wav', path: 'audio/a b CON.wav' }]);
    expect(segments.map(({ raw, corrected, edited }) => [raw, corrected, edited])).toEqual([
      ['teh launch is in May', 'the launch is in May', null],
      ['We', null, null],
      ['agree.', null, 'agreed!'],
    ]);
    expect(segments[1]?.words).toMatchObject([
      { text: 'We', startMs: 0, endMs: 500, overlap: true },
    ]);
    expect(corrections).toMatchObject([
      {
        rule: 'spelling',
        outcome: 'taken',
        startIndex: 0,
        endIndex: 3,
        before: 'teh',
        after: 'the',
      },
    ]);
    expect(versions.map((each) => each.segments.map(({ raw }) => raw))).toEqual([
      ['We', 'agreed.'],
    ]);
  });

  it('has the memories with what people have written over', async () => {
    const { memories } = format.exportedMemoriesSchema.parse(
      await everything.json('memories.json'),
    );
    expect(memories).toMatchObject([
      {
        narrative: 'ada prefers evenings',
        pinned: true,
        earlierNarratives: [{ narrative: 'ada prefers mornings' }],
      },
    ]);
    expect(memories[0]?.editedAt).toBe(memories[0]?.earlierNarratives[0]?.replacedAt);
  });

  it('has texts for people, with front matter that any program reads', async () => {
    const transcript = await everything.text(everything.pathOf('transcript.md'));
    expect(frontMatterOf(transcript)).toMatchObject({
      ...{ title: 'Launch / "ada": plan?', tags: ['a, b', '=1'], speakers: ['Ada'] },
      ...{ conversationId: ada.conversationId, durationMs: 10_000, complete: true },
    });
    expect(transcript).toContain('\n**Ada** (00:00:00)\n\nWe agreed!\n');
    const summary = await everything.text(everything.pathOf('summary.md'));
    expect(frontMatterOf(summary)).toMatchObject({ title: 'Launch / "ada": plan?', revision: 5 });
    expect(summary).toContain('## Action items\n\n- Launch in \\*May\\* · Ada\n');
  });

  it('has nothing of another owner, although both have the same bytes', async () => {
    const ids = [bob.ownerId, bob.projectId, bob.conversationId];
    for (const entryPath of everything.paths) {
      const text = entryPath + (await everything.text(entryPath));
      for (const id of ids) expect(text.includes(id)).toBe(false);
    }
    const theirs = await opened('owner', 'bob');
    expect(await theirs.bytes(theirs.pathOf('.wav'))).toEqual(ada.audio);
    expect((await manifestOf(theirs)).counts).toMatchObject({ conversations: 1, clips: 1 });
    expect(theirs.paths.some((each) => each.includes(ada.conversationId))).toBe(false);
  });

  it('of a project has its conversations, and of a conversation nothing else', async () => {
    const ofProject = await opened('project', ada.projectId);
    const withoutOwn = (each: string) => each !== 'memories.json';
    expect(ofProject.paths).toEqual(everything.paths.filter(withoutOwn));
    const one = await opened('conversation', ada.conversationId);
    expect((await manifestOf(one)).counts).toMatchObject({ conversations: 1, projects: 0 });
    const events = z.array(format.exportedEventSchema).parse(await one.lines('events.jsonl'));
    expect(new Set(events.map((event) => event.conversationId))).toEqual(
      new Set([ada.conversationId]),
    );
    expect(one.paths.some((each) => each.startsWith('projects/'))).toBe(false);
  });

  it('is the same for the same data, except for its time', async () => {
    const again = await opened('owner', 'ada');
    expect(again.entries.map((each) => ({ ...each, bytes: 0 }))).toEqual(
      everything.entries.map((each) => ({ ...each, bytes: 0 })),
    );
    for (const entryPath of again.paths.filter((each) => each !== 'manifest.json')) {
      expect(await again.bytes(entryPath)).toEqual(await everything.bytes(entryPath));
    }
    const [one, other] = [await manifestOf(everything), await manifestOf(again)];
    expect({ ...one, exportedAt: '' }).toEqual({ ...other, exportedAt: '' });
    expect(new Set(again.entries.map(({ date }) => date.join(' ')))).toEqual(
      new Set(['1980 1 1 0 0 0']),
    );
  });

  it('has nothing of what is in the bin', async () => {
    const max = await installation.furnish('max', Buffer.from('the recording of max'));
    const { bin, exports } = installation.store.repositories;
    await bin.delete({ kind: 'conversation', id: max.conversationId });
    const scopes = [
      { kind: 'owner', id: 'max' },
      { kind: 'project', id: max.projectId },
    ] as const;
    for (const { kind, id } of scopes) {
      const zip = await opened(kind, id);
      expect((await manifestOf(zip)).counts).toMatchObject({ conversations: 0, clips: 0 });
      for (const entryPath of zip.paths.filter((each) => !each.endsWith('reports.json'))) {
        const text = entryPath + (await zip.text(entryPath));
        expect(text.includes(max.conversationId)).toBe(false);
      }
    }
    const gone = exports.request({ kind: 'conversation', id: max.conversationId }, null);
    await expect(gone).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['memory', 'memories', 'mia'],
    ['document', 'documents', 'dan'],
    ['project', 'projects', 'pat'],
  ] as const)('has nothing of a %s in the bin', async (kind, table, ownerId) => {
    await installation.furnish(ownerId, Buffer.from(`the recording of ${ownerId}`));
    const { store } = installation;
    const rows = await store.rows(`SELECT id FROM ${table} WHERE owner_id = $1`, [ownerId]);
    const [gone = ''] = rows.map(({ id }) => String(id));
    await store.repositories.bin.delete({ kind, id: gone });
    const zip = await opened('owner', ownerId);
    expect((await manifestOf(zip)).counts).toMatchObject({ [table]: rows.length - 1 });
    // Reports that were made before stay in the history of their project.
    for (const entryPath of zip.paths.filter((each) => !each.endsWith('reports.json'))) {
      const naming = (await zip.text(entryPath)).split('\n').filter((line) => line.includes(gone));
      // The events of a conversation that stays say to which project it belonged.
      const others = naming.filter((line) => !line.includes('"type":"conversation_'));
      expect([entryPath, others]).toEqual([entryPath, []]);
      expect(entryPath).not.toContain(gone);
    }
  });

  it.each([
    ['exchange', 'tess'],
    ['clip', 'tom'],
  ] as const)('has nothing of a deleted %s, nor of its words and events', async (kind, ownerId) => {
    const { conversationId } = await installation.furnish(ownerId, Buffer.from(ownerId));
    const { store } = installation;
    const [row] = await store.rows(
      `SELECT turns.id AS turn, exchange_id AS exchange, clips.id AS clip, segments.id AS segment
       FROM turns LEFT JOIN clips ON clips.turn_id = turns.id
       LEFT JOIN segments ON segments.turn_id = turns.id
       WHERE turns.conversation_id = $1 AND (clips.id IS NULL) = $2 LIMIT 1`,
      [conversationId, kind === 'exchange'],
    );
    const ids = Object.values(row ?? {}).flatMap((id) => (id === null ? [] : [String(id)]));
    expect(ids.length).toBeGreaterThan(1);
    await store.repositories.bin.delete({ kind, id: String(row?.[kind]) });
    const zip = await opened('owner', ownerId);
    for (const entryPath of zip.paths.filter((each) => !each.endsWith('reports.json'))) {
      const text = entryPath + (await zip.text(entryPath));
      expect([entryPath, ids.filter((id) => text.includes(id))]).toEqual([entryPath, []]);
    }
  });

  it('says which bytes are missing or damaged, and is made without them', async () => {
    const eve = await installation.furnish('eve', Buffer.from('the recording of eve'));
    const sha256 = hashOf(eve.audio);
    await writeFile(installation.blobFile(sha256), 'something else');
    const damaged = await manifestOf(await opened('owner', 'eve'));
    expect(damaged.problems).toMatchObject([{ kind: 'damaged', sha256 }]);
    await rm(installation.blobFile(sha256));
    const { store } = installation;
    const missing = await opened('owner', 'eve');
    expect((await manifestOf(missing)).problems).toMatchObject([{ kind: 'missing', sha256 }]);
    expect(missing.paths.some((each) => each.includes('/audio/'))).toBe(false);
    const [latest] = (await store.repositories.exports.list({ ownerId: 'eve', limit: 1 })).items;
    expect(latest?.task.warnings).toMatchObject([{ code: 'export_file_missing' }]);
    expect(latest?.file?.counts.problems).toBe(1);
  });
});
