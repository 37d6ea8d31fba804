import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { anExchange, runOf } from '../../../store/src/store.fixture.ts';
import { ExportingInstallation, type Furnished } from '../export/furnished.fixture.ts';
import { changedZip, forgeManifest, replaceIn } from './changed-zip.fixture.ts';
import { checkedProjections } from './checked-projections.fixture.ts';
import { comparableExport } from './comparable-export.fixture.ts';
import { ImportingInstallation, partOf } from './importing.fixture.ts';

const TABLES = [
  ...['conversations', 'exchanges', 'turns', 'clips', 'segments', 'correction_changes'],
  ...['text_versions', 'summaries', 'memories', 'memory_narratives', 'projects', 'documents'],
  ...['document_parts', 'facts', 'fact_decisions', 'reports', 'report_sources'],
  ...['action_item_marks', 'speaker_changes', 'voice_profiles', 'rejected_names'],
];

describe('importing an export', () => {
  let here: ExportingInstallation;
  let there: ExportingInstallation;
  let importing: ImportingInstallation;
  let furnished: Furnished;
  let file: string;
  beforeAll(async () => {
    here = await ExportingInstallation.open();
    furnished = await here.furnish('ada');
    const { conversationId } = furnished;
    await here.store.repositories.exchanges.add(anExchange(conversationId, 'One', 'Two'), null);
    file = await exported();
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    there = await ExportingInstallation.open();
    importing = ImportingInstallation.of(there);
  });
  afterEach(() => there.close());

  const exported = (ownerId = 'ada', of = here) => of.export({ kind: 'owner', id: ownerId });
  const importFile = async (given: Parameters<ImportingInstallation['import']>[1] = {}) =>
    importing.import(await readFile(file), given);
  const rowCounts = async () => {
    const counts: Record<string, number> = {};
    for (const table of TABLES) counts[table] = await there.store.count(table);
    return counts;
  };

  it('gives an empty owner the same again, but for ids', async () => {
    const done = await importFile();
    expect(done.task).toMatchObject({ state: 'completed', warnings: [] });
    expect(done).toMatchObject({ format: 'export' });
    expect(done.result?.counts).toMatchObject({
      ...{ conversations: 1, projects: 1, clips: 1, documents: 1, alreadyThere: 0 },
    });
    expect(await comparableExport(await exported('ada', there))).toEqual(
      await comparableExport(file),
    );
    expect(await checkedProjections(there.store)).toEqual([]);
  });

  it('keeps the bytes of recordings and documents', async () => {
    await importFile();
    for (const [table, bytes] of [
      ['clips', furnished.audio],
      ['documents', furnished.document],
    ] as const) {
      const [row] = await there.store.rows(`SELECT sha256 FROM ${table}`);
      expect(await readFile(there.blobFile(String(row?.['sha256'])))).toEqual(bytes);
    }
  });

  describe('with what people have decided of action items', () => {
    const marked = async ({ store }: ExportingInstallation) => {
      const [row] = await store.rows('SELECT id FROM conversations');
      const { items, marks } = await store.repositories.actionItems.list(String(row?.['id']));
      return { items, marks };
    };

    it('keeps it, under the ids that items have here', async () => {
      await importFile();
      const { items, marks } = await marked(there);
      const before = await marked(here);
      const decided = ({ text, who, when, mark }: (typeof marks)[number]) => [
        text,
        who,
        when,
        mark,
      ];
      expect(marks.map(decided).sort()).toEqual(before.marks.map(decided).sort());
      expect(marks.map(decided).sort()).toEqual([
        ['Invite everybody', null, 'by Friday', 'removed'],
        ['Launch in *May*', 'Ada', null, 'done'],
      ]);
      expect(new Set(marks.map(({ id }) => id))).toEqual(new Set(items.map(({ id }) => id)));
    });

    it('takes an export that was made before there was any', async () => {
      const earlier = await changedZip(file, (files) => {
        replaceIn(files, 'conversation.json', /,\n"actionItemMarks":\[[^\]]*\]/, '');
        forgeManifest(files);
      });
      const done = await importing.import(earlier);
      expect(done.task).toMatchObject({ state: 'completed', warnings: [] });
      expect((await marked(there)).marks).toEqual([]);
    });
  });

  describe('with what people have decided about speakers', () => {
    const speakersOf = async ({ store }: ExportingInstallation) => {
      const [conversation] = await store.rows('SELECT id FROM conversations');
      const found = await store.repositories.speakers.find(String(conversation?.['id']));
      const profiles = await store.rows(
        'SELECT owner_id, voice_label, name, engine, embedding, window_count FROM voice_profiles',
      );
      const labels = await store.rows(
        'SELECT speaker, voice_label, given_speaker FROM turns ORDER BY id',
      );
      const changes = (found?.changes ?? []).map(({ id: _, conversationId: _c, ...rest }) => ({
        ...rest,
        clipId: rest.clipId === null ? null : 'a clip',
      }));
      return { changes, profiles, labels };
    };

    it('keeps it, and labels and named voices', async () => {
      await importFile();
      const imported = await speakersOf(there);
      expect(imported).toEqual(await speakersOf(here));
      expect(imported.changes).toHaveLength(2);
      expect(imported.profiles).toHaveLength(1);
      expect(imported.labels.map((turn) => turn['voice_label'])).toContain('Speaker 1');
    });

    it('lets people take it back', async () => {
      await importFile();
      const { speakers } = there.store.repositories;
      const [row] = await there.store.rows('SELECT id FROM conversations');
      const id = String(row?.['id']);
      const found = await speakers.find(id);
      const named = found?.changes.find(({ undoneAt }) => undoneAt === null);
      await speakers.undo(id, named?.id ?? '');
      const after = await speakers.find(id);
      expect(after?.pieces.map(({ speaker }) => speaker)).toContain('Speaker 1');
      expect(await there.store.count('voice_profiles')).toBe(0);
    });

    it('takes an export of version 1, which had none of it', async () => {
      const earlier = await changedZip(file, (files) => {
        for (const name of [...files.keys()].filter((each) => each.endsWith('.json')))
          replaceIn(files, name, /"formatVersion": ?2/, '"formatVersion": 1');
        for (const list of ['speakerChanges', 'voiceProfiles', 'rejectedNames']) {
          const lines = new RegExp(String.raw`,\n"${list}":\[[^]*?\n\]`, 'u');
          replaceIn(files, 'conversation.json', lines, '');
        }
        replaceIn(files, 'conversation.json', /,"(?:voiceLabel|givenSpeaker)":"[^"]*"/g, '');
        forgeManifest(files);
      });
      const done = await importing.import(earlier);
      expect(done.task).toMatchObject({ state: 'completed', warnings: [] });
      expect((await speakersOf(there)).changes).toEqual([]);
    });

    it('refuses a voice that is none', async () => {
      for (const embedding of ['', 'AAA=', 'AADAfw==', 'AAAAAA==']) {
        const changed = await changedZip(file, (files) => {
          replaceIn(
            files,
            'conversation.json',
            /"embedding":"[^"]*"/,
            `"embedding":"${embedding}"`,
          );
          forgeManifest(files);
        });
        await expect(importing.import(changed)).rejects.toMatchObject({
          type: 'import_archive_invalid',
        });
      }
    });
  });

  it('says that a recording which was sent with it was for nothing', async () => {
    const recording = ['talk.mp3', Buffer.from('sound')] as const;
    const done = await importFile({ recording });
    expect(done.task.warnings).toMatchObject([{ code: 'import_recording_unused' }]);
    expect(done.result?.counts).toMatchObject({ conversations: 1, clips: 1 });
  });

  it('leaves the work that is open where it comes from, and no more', async () => {
    await importFile();
    const { tasks } = await there.store.repositories.pendingWork.take({
      kind: 'conversation',
      id: String((await there.store.rows('SELECT id FROM conversations'))[0]?.['id']),
    });
    // The text has changed since its summary, and nobody has scored its memories.
    expect(tasks.map(({ type }) => type).sort()).toEqual(['significance', 'summary']);
    expect(await there.store.count('tasks', `type = 'transcription' AND ended_at IS NULL`)).toBe(0);
  });

  it('brings the settings of an owner, where nothing is set', async () => {
    const from = here.store.repositories.ownerSettings;
    await from.change('ada', { scoring: false, spokenLanguage: 'it' });
    const unscored = await readFile(await exported());
    await from.change('ada', { scoring: true });
    await importing.import(unscored);
    const { ownerSettings, pendingWork } = there.store.repositories;
    expect(await ownerSettings.find('ada')).toMatchObject({ scoring: false, spokenLanguage: 'it' });
    expect(await pendingWork.unsignalled('conversation', '', 10)).toEqual([]);
    await ownerSettings.change('ada', { scoring: true });
    await importing.import(unscored);
    expect(await ownerSettings.find('ada')).toMatchObject({ scoring: true });
  });

  it('doubles nothing when it is done again', async () => {
    await importFile();
    const before = await rowCounts();
    const again = await importFile();
    expect(await rowCounts()).toEqual(before);
    expect(again.task.warnings).toMatchObject([{ code: 'import_already_there' }]);
    expect(again.result?.counts).toEqual({
      ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0, alreadyThere: 4 },
    });
  });

  it('leaves in the bin what is there, of every kind, and gives it no parts', async () => {
    await importFile();
    const before = await rowCounts();
    const { bin } = there.store.repositories;
    const idsOf = async (table: string, where = 'true') =>
      (await there.store.rows(`SELECT id FROM ${table} WHERE ${where}`)).map(({ id }) =>
        String(id),
      );
    const things = [
      ...(await idsOf('documents')).map((id) => ({ kind: 'document', id }) as const),
      ...(await idsOf('memories', 'conversation_id IS NULL')).map(
        (id) => ({ kind: 'memory', id }) as const,
      ),
      ...(await idsOf('conversations')).map((id) => ({ kind: 'conversation', id }) as const),
      ...(await idsOf('projects')).map((id) => ({ kind: 'project', id }) as const),
    ];
    for (const thing of things) await bin.delete(thing);
    const again = await importFile();
    expect(again.task).toMatchObject({ warnings: [{ code: 'import_already_there' }] });
    const counts = { conversations: 0, projects: 0, documents: 0, memories: 0 };
    expect(again.result?.counts).toMatchObject(counts);
    expect(again.result?.counts.alreadyThere).toBe(things.length);
    for (const table of TABLES) expect([table, await there.store.count(table)]).toEqual([table, 0]);
    for (const thing of things.toReversed()) await bin.restore(thing);
    // What was read of a conversation is read again.
    expect(await rowCounts()).toEqual({ ...before, facts: 0 });
    expect(await checkedProjections(there.store)).toEqual([]);
  });

  it('holds no more pins than an owner may have', async () => {
    const { memories } = there.store.repositories;
    for (let count = 0; count < 8; count += 1) {
      const given = { ownerId: 'ada', narrative: `Memory ${count}`, priorDialogue: [] };
      const { id } = await memories.write(given, null, false);
      await memories.setPin(id, true);
    }
    await there.store.rows(`UPDATE memories SET auto_pinned = true WHERE narrative = 'Memory 1'`);
    await importFile();
    expect(await there.store.count('memories', 'pinned')).toBe(8);
    expect(await there.store.count('memories', `pinned AND narrative = 'Memory 1'`)).toBe(0);
    const imported = `pinned AND NOT auto_pinned AND narrative = 'ada prefers evenings'`;
    expect(await there.store.count('memories', imported)).toBe(1);
  });

  it.each([
    ['importedConversations', 'store'],
    ['importedProjects', 'store'],
    ['importedProjects', 'storeDocument'],
    ['importedProjects', 'storeFacts'],
    ['importedProjects', 'storeReports'],
    ['importedMemories', 'store'],
    ['importRuns', 'complete'],
  ] as const)('is whole after a kill at %s.%s', async (repository, method) => {
    const record = await importing.upload(await readFile(file));
    await importing.check(record);
    const killed = importing.another({
      [repository]: Object.assign(Object.create(there.store.repositories[repository]), {
        [method]: () => Promise.reject(new Error('killed')),
      }),
    });
    await expect(killed.storeAll(record)).rejects.toThrow();
    await importing.check(record);
    await importing.storeAll(record);
    const { result, task } = await there.store.repositories.imports.find(record.id);
    expect(result?.counts).toMatchObject({ conversations: 1, documents: 1, alreadyThere: 0 });
    expect(task.state).toBe('completed');
    expect(await comparableExport(await exported('ada', there))).toEqual(
      await comparableExport(file),
    );
  });
});

describe('importing an export where it comes from', () => {
  let here: ExportingInstallation;
  let back: ImportingInstallation;
  let furnished: Furnished;
  beforeEach(async () => {
    here = await ExportingInstallation.open();
    back = ImportingInstallation.of(here);
    furnished = await here.furnish('ada');
  });
  afterEach(() => here.close());

  const exported = () => here.export({ kind: 'owner', id: 'ada' });

  it('doubles nothing in the installation that it comes from', async () => {
    const before = await here.store.count('conversations');
    const done = await back.import(await readFile(await exported()));
    expect(done.result?.counts).toMatchObject({ conversations: 0, projects: 0, alreadyThere: 4 });
    expect(await here.store.count('conversations')).toBe(before);
  });

  it('gives another owner things of their own, and changes nothing of the first', async () => {
    const before = await comparableExport(await exported());
    const done = await back.import(await readFile(await exported()), { ownerId: 'bob' });
    expect(done.result?.counts).toMatchObject({ conversations: 1, projects: 1, alreadyThere: 0 });
    expect(await comparableExport(await exported())).toEqual(before);
    const ids = await here.store.rows(
      `SELECT owner_id, project_id FROM conversations ORDER BY owner_id`,
    );
    expect(ids.map((row) => row['owner_id'])).toEqual(['ada', 'bob']);
    expect(ids[0]?.['project_id']).not.toBe(ids[1]?.['project_id']);
    expect(await checkedProjections(here.store)).toEqual([]);
  });

  it('stops while it copies a recording when it is cancelled, and keeps nothing of it', async () => {
    const record = await back.upload(await readFile(await exported()), { ownerId: 'bob' });
    await back.check(record);
    let isCopying = false;
    const slow = Object.assign(Object.create(here.blobs), {
      stage: (stream: Readable, ...rest: [number]) => {
        isCopying = true;
        return here.blobs.stage(slowly(stream), ...rest);
      },
    });
    const { all } = back.another({ blobs: slow });
    const storing = back.cancellable(() => all.storeImport(partOf(runOf(record.task))));
    await eventually(() => expect(isCopying).toBe(true));
    storing.cancel();
    await expect(storing.ended).rejects.toThrow();
    const bobs = `owner_id = 'bob'`;
    expect(await here.store.count('conversations', bobs)).toBe(0);
    expect(await readdir(path.join(here.folder, 'blobs', 'incoming'))).toEqual([]);
  });

  it('keeps what is left of an export that was made without a recording', async () => {
    const [clip] = await here.store.rows('SELECT sha256 FROM clips');
    await here.blobs.remove(String(clip?.['sha256']));
    const file = await exported();
    const { sha256 } = await here.keep(furnished.audio);
    const done = await back.import(await readFile(file), { ownerId: 'bob' });
    expect(done.task.warnings).toMatchObject([{ code: 'import_file_missing' }]);
    // Somebody else has the same bytes; they stay theirs.
    expect(await here.store.count('clips')).toBe(2);
    expect(await here.store.count('clips', 'sha256 = $1', [sha256])).toBe(1);
  });
});

/** The bytes of a stream, of which one comes after the other for a long time. */
function slowly(stream: AsyncIterable<Buffer>): Readable {
  return Readable.from(
    (async function* () {
      for await (const chunk of stream) {
        for (const byte of chunk) {
          yield Buffer.from([byte]);
          await sleep(5);
        }
      }
    })(),
  );
}
