import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GlossaryEntry } from '#contracts/model';
import { newProject } from '../projects.fixture.ts';
import { newOwner, TestStore } from '../store.fixture.ts';
import type { GlossaryScope } from './glossary.records.ts';

const KAITO: GlossaryEntry = { term: 'Kaito', soundsLike: ['Kyto'], language: 'en' };
const HERON: GlossaryEntry = { term: 'Heron', soundsLike: [], language: null };
const MISSING = { conversation: 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', project: 'prj_none' } as const;

describe('glossaries', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const glossaries = () => store.repositories.glossaries;
  const eventsOf = async (ownerId: string) => {
    const rows = await store.rows(
      `SELECT type, data FROM events WHERE owner_id = $1 AND type LIKE '%_changed' ORDER BY sequence`,
      [ownerId],
    );
    return rows.map(({ type, data }) => [type, data]);
  };

  async function scopes(ownerId: string): Promise<readonly GlossaryScope[]> {
    return [
      { level: 'conversation', id: await store.newConversation(ownerId) },
      { level: 'project', id: (await newProject(store, { ownerId })).id },
      { level: 'owner', id: ownerId },
    ];
  }

  it('are empty at first, and keep what is written, of each level by itself', async () => {
    const ownerId = newOwner();
    for (const scope of await scopes(ownerId)) {
      const empty = { ...scope, ownerId, entries: [], changedAt: null };
      expect(await glossaries().find(scope)).toEqual(empty);
      const changed = await glossaries().change(scope, () => [KAITO, HERON]);
      expect(changed).toMatchObject({ ...scope, ownerId, entries: [KAITO, HERON] });
      expect(changed.changedAt).toBeInstanceOf(Date);
      expect(await glossaries().find(scope)).toEqual(changed);
      expect(await glossaries().change(scope, ({ entries }) => entries)).toEqual(changed);
    }
  });

  it('are in the change log without their words, once for each change', async () => {
    const ownerId = newOwner();
    const [conversation, project, owner] = await scopes(ownerId);
    for (const scope of [conversation, project, owner]) {
      if (scope === undefined) continue;
      await glossaries().change(scope, () => [KAITO]);
      await glossaries().change(scope, () => [KAITO]);
    }
    expect(await eventsOf(ownerId)).toEqual([
      ['conversation_changed', { changed: ['glossary'] }],
      ['project_changed', { projectId: project?.id, changed: ['glossary'] }],
      ['owner_glossary_changed', {}],
    ]);
  });

  it('lose nothing when several people add to one at the same time', async () => {
    for (const scope of await scopes(newOwner())) {
      const terms = Array.from({ length: 12 }, (_, n) => `Term ${n}`);
      await Promise.all(
        terms.map((term) =>
          glossaries().change(scope, ({ entries }) => [...entries, { ...HERON, term }]),
        ),
      );
      const { entries } = await glossaries().find(scope);
      expect(entries.map(({ term }) => term).sort()).toEqual([...terms].sort());
    }
  });

  it('stay as they are when a change is refused', async () => {
    for (const scope of await scopes(newOwner())) {
      const refused = glossaries().change(scope, () => {
        throw new Error('refused');
      });
      await expect(refused).rejects.toThrow('refused');
      expect(await glossaries().find(scope)).toMatchObject({ entries: [], changedAt: null });
    }
  });

  it('belong to something that exists, unless to an owner', async () => {
    for (const level of ['conversation', 'project'] as const) {
      const scope = { level, id: MISSING[level] };
      await expect(glossaries().find(scope)).rejects.toMatchObject({ code: 'not_found' });
      await expect(glossaries().change(scope, () => [KAITO])).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('of a conversation are those of it, its project and its owner, and of nobody else', async () => {
    const ownerId = newOwner();
    const [, project, owner] = await scopes(ownerId);
    const id = await store.newConversation(ownerId);
    await store.repositories.conversations.change(id, { projectId: project?.id ?? '' });
    await glossaries().change({ level: 'conversation', id }, () => [KAITO]);
    if (project) await glossaries().change(project, () => [HERON]);
    if (owner) await glossaries().change(owner, () => [{ ...HERON, term: 'Ada' }]);
    expect(await glossaries().levelsOf(id)).toEqual({
      conversation: [KAITO],
      project: [HERON],
      owner: [{ ...HERON, term: 'Ada' }],
    });
    const other = await store.newConversation(newOwner());
    expect(await glossaries().levelsOf(other)).toEqual({
      conversation: [],
      project: [],
      owner: [],
    });
  });

  it('keep what terms sound like when only the terms of a conversation are set', async () => {
    const id = await store.newConversation(newOwner());
    const scope = { level: 'conversation', id } as const;
    await glossaries().change(scope, () => [KAITO, HERON]);
    await store.repositories.conversations.change(id, { glossary: ['Ada', 'KAITO', 'Ada'] });
    expect((await glossaries().find(scope)).entries).toEqual([
      { term: 'Ada', soundsLike: [], language: null },
      { ...KAITO, term: 'KAITO' },
    ]);
    // A term is spelt right, so it is no longer a wrong spelling of another.
    await store.repositories.conversations.change(id, { glossary: ['Kyto', 'Kaito'] });
    expect((await glossaries().find(scope)).entries).toEqual([
      { term: 'Kyto', soundsLike: [], language: null },
      { ...KAITO, soundsLike: [] },
    ]);
  });

  it('go into the bin with what they belong to, and come back with it', async () => {
    const ownerId = newOwner();
    for (const scope of await scopes(ownerId)) {
      if (scope.level === 'owner') continue;
      const before = await glossaries().change(scope, () => [KAITO]);
      const thing = { kind: scope.level, id: scope.id };
      await store.repositories.bin.delete(thing);
      await expect(glossaries().find(scope)).rejects.toMatchObject({ code: 'not_found' });
      await store.repositories.bin.restore(thing);
      expect(await glossaries().find(scope)).toEqual(before);
    }
  });

  it('of an import are taken by an owner that has none', async () => {
    const ownerId = newOwner();
    await glossaries().adopt(ownerId, [KAITO]);
    await glossaries().adopt(ownerId, [HERON]);
    const scope = { level: 'owner', id: ownerId } as const;
    expect((await glossaries().find(scope)).entries).toEqual([KAITO]);
  });
});
