import { describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  effectiveGlossarySchema,
  glossarySchema,
  outdatedConversationPageSchema,
  problemSchema,
  projectSchema,
  type Glossary,
} from '#contracts/api';
import { addExchange, sendJson } from '../../../../test/support/api.ts';
import { jsonRequest } from '../../../../test/support/json-request.ts';
import { useGateway } from '../../../../test/support/gateway.ts';
import {
  CorrectionsRepository,
  PendingWorkRepository,
  SegmentsRepository,
  TranscriptsRepository,
} from '#store';

const KAITO = { term: 'Kaito', soundsLike: ['Kyto'], language: null };
const NO_ENTRY = `gle_${'0'.repeat(24)}`;

describe('glossaries', () => {
  const gateway = useGateway();
  let owners = 0;
  const newOwner = () => `glossary-owner-${(owners += 1)}`;

  const pathOf = (level: string, id: string) => `${gateway.url}/glossaries/${level}/${id}`;
  const read = async (path: string) => {
    const response = await fetch(path);
    const glossary = glossarySchema.parse(await response.json());
    return { glossary, tag: response.headers.get('etag') ?? '' };
  };
  const add = (path: string, entries: readonly unknown[], headers: Record<string, string> = {}) =>
    sendJson('POST', `${path}/entries`, { entries }, headers);
  const added = async (path: string, ...entries: readonly unknown[]): Promise<Glossary> =>
    glossarySchema.parse(await (await add(path, entries)).json());
  const problemOf = async (response: Response) => {
    const { status, code, detail } = problemSchema.parse(await response.json());
    return [status, code, detail] as const;
  };
  const newConversation = async (ownerId: string, more: object = {}) => {
    const body = { ownerId, title: 'A talk', ...more };
    const response = await sendJson('POST', `${gateway.url}/conversations`, body);
    return conversationSchema.parse(await response.json());
  };
  const newProject = async (ownerId: string) => {
    const response = await sendJson('POST', `${gateway.url}/projects`, { ownerId, name: 'Heron' });
    return projectSchema.parse(await response.json());
  };

  it.each(['owner', 'project', 'conversation'] as const)(
    'of a level are listed, added to, changed and emptied: %s',
    async (level) => {
      const ownerId = newOwner();
      const id = {
        owner: ownerId,
        project: (await newProject(ownerId)).id,
        conversation: (await newConversation(ownerId)).id,
      }[level];
      const path = pathOf(level, id);
      expect((await read(path)).glossary).toEqual({
        ...{ level, id, ownerId, entries: [], changedAt: null },
      });
      const glossary = await added(
        path,
        { term: ' Kaito ', soundsLike: ['Kyto'] },
        { term: 'Ada' },
      );
      expect(glossary.entries).toMatchObject([KAITO, { term: 'Ada', soundsLike: [] }]);
      expect(
        await added(path, { term: 'KAITO', soundsLike: ['kyto'] }, { term: 'Ada' }),
      ).toMatchObject({ entries: [{ ...KAITO, term: 'KAITO' }, { term: 'Ada' }] });
      const [kaito, ada] = glossary.entries;
      const changed = await sendJson('PUT', `${path}/entries/${ada?.id}`, { term: 'Ada Lovelace' });
      const after = glossarySchema.parse(await changed.json());
      expect(after.entries.map(({ term }) => term)).toEqual(['KAITO', 'Ada Lovelace']);
      expect(after.entries[1]?.id).not.toBe(ada?.id);
      for (const _again of [1, 2]) {
        const removed = await fetch(`${path}/entries/${kaito?.id}`, { method: 'DELETE' });
        expect(removed.status).toBe(204);
      }
      expect((await read(path)).glossary.entries).toEqual([after.entries[1]]);
    },
  );

  it('can be changed twice in the same way, and lose nothing of two who change them', async () => {
    const path = pathOf('owner', newOwner());
    const { entries } = await added(path, KAITO);
    const put = () =>
      sendJson('PUT', `${path}/entries/${entries[0]?.id}`, { term: 'Tanaka', language: 'ja' });
    expect(glossarySchema.parse(await (await put()).json())).toMatchObject({
      entries: [{ term: 'Tanaka', soundsLike: [], language: 'ja' }],
    });
    expect((await put()).status).toBe(200);
    await Promise.all(['One', 'Two', 'Three'].map((term) => add(path, [{ term }])));
    expect((await read(path)).glossary.entries).toHaveLength(4);
  });

  it('are not changed by those who have seen another one', async () => {
    const path = pathOf('owner', newOwner());
    const { tag: first } = await read(path);
    const stored = await add(path, [KAITO], { 'if-match': first });
    const tag = stored.headers.get('etag') ?? '';
    expect([stored.status, tag]).toEqual([200, (await read(path)).tag]);
    const [entry] = glossarySchema.parse(await stored.json()).entries;
    const late = { 'if-match': first };
    const url = `${path}/entries/${entry?.id}`;
    for (const request of [
      add(path, [{ term: 'Ada' }], late),
      sendJson('PUT', url, { term: 'Ada' }, late),
      fetch(url, { method: 'DELETE', headers: late }),
    ]) {
      expect((await problemOf(await request)).slice(0, 2)).toEqual([412, 'glossary_changed']);
    }
    expect((await read(path)).tag).toBe(tag);
    expect((await fetch(url, { method: 'DELETE', headers: { 'if-match': tag } })).status).toBe(204);
  });

  it('refuse what contradicts them, with the words that do', async () => {
    const path = pathOf('owner', newOwner());
    await added(path, KAITO, { term: 'Heron' });
    const conflict = await problemOf(await add(path, [{ term: 'Kyoto', soundsLike: ['kyto'] }]));
    expect(conflict).toEqual([
      409,
      'glossary_conflict',
      '"kyto" cannot stand for both "Kaito" and "Kyoto".',
    ]);
    const { glossary } = await read(path);
    const heron = `${path}/entries/${glossary.entries[1]?.id}`;
    const taken = await sendJson('PUT', heron, { term: 'Kaito' });
    expect((await problemOf(taken)).slice(0, 2)).toEqual([409, 'glossary_conflict']);
    expect((await read(path)).glossary).toEqual(glossary);
  });

  it('have room for 500 entries', async () => {
    const path = pathOf('owner', newOwner());
    const many = Array.from({ length: 500 }, (_, n) => ({ term: `Term ${n}` }));
    expect((await added(path, ...many)).entries).toHaveLength(500);
    expect(await problemOf(await add(path, [KAITO]))).toEqual([
      ...[409, 'glossary_full', 'A glossary has at most 500 entries.'],
    ]);
  });

  it.each([
    ['no entries', { entries: [] }],
    ['an empty term', { entries: [{ term: ' ' }] }],
    ['a long term', { entries: [{ term: 'x'.repeat(101) }] }],
    ['an empty form', { entries: [{ term: 'Kaito', soundsLike: [''] }] }],
    [
      'many forms',
      { entries: [{ term: 'Kaito', soundsLike: Array.from({ length: 21 }, String) }] },
    ],
    ['a language that is none', { entries: [{ term: 'Kaito', language: 'xx' }] }],
    ['an unknown field', { entries: [{ term: 'Kaito', spelling: 'x' }] }],
    ['a null character', { entries: [{ term: 'Kai\0to' }] }],
    ['no body', null],
  ])('are added to with valid entries only: %s', async (_case, body) => {
    const path = pathOf('owner', newOwner());
    const response = await sendJson('POST', `${path}/entries`, body);
    expect((await problemOf(response)).slice(0, 2)).toEqual([400, 'invalid_request']);
    expect((await read(path)).glossary.entries).toEqual([]);
  });

  it('are of things and entries that exist', async () => {
    const [none, owner] = ['cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', newOwner()];
    for (const path of [pathOf('conversation', none), pathOf('project', 'prj_none')]) {
      expect((await fetch(path)).status).toBe(404);
      expect((await add(path, [KAITO])).status).toBe(404);
      expect((await fetch(`${path}/outdated`)).status).toBe(404);
    }
    expect((await fetch(`${gateway.url}/conversations/${none}/effective-glossary`)).status).toBe(
      404,
    );
    const entry = `${pathOf('owner', owner)}/entries/${NO_ENTRY}`;
    expect((await sendJson('PUT', entry, KAITO)).status).toBe(404);
    expect((await fetch(pathOf('galaxy', owner))).status).toBe(400);
    expect((await fetch(pathOf('owner', 'a%20b'))).status).toBe(400);
    expect((await fetch(`${pathOf('owner', owner)}/entries/x`, { method: 'DELETE' })).status).toBe(
      400,
    );
  });

  it('count for a conversation the nearest first', async () => {
    const ownerId = newOwner();
    const project = await newProject(ownerId);
    const { id } = await newConversation(ownerId, { projectId: project.id, glossary: ['Ada'] });
    await added(pathOf('owner', ownerId), { term: 'ADA' }, { term: 'Kyoto', soundsLike: ['Kyto'] });
    await added(pathOf('project', project.id), KAITO);
    const response = await fetch(`${gateway.url}/conversations/${id}/effective-glossary`);
    const { entries } = effectiveGlossarySchema.parse(await response.json());
    expect(entries.map(({ level, term, soundsLike }) => [level, term, soundsLike])).toEqual([
      ['conversation', 'Ada', []],
      ['project', 'Kaito', ['Kyto']],
      ['owner', 'Kyoto', []],
    ]);
  });

  it('of conversations are their terms where only these are known', async () => {
    const { id } = await newConversation(newOwner(), { glossary: ['Ada'] });
    await added(pathOf('conversation', id), KAITO);
    const url = `${gateway.url}/conversations/${id}`;
    expect(conversationSchema.parse(await (await fetch(url)).json()).glossary).toEqual([
      ...['Ada', 'Kaito'],
    ]);
    await fetch(url, jsonRequest('PATCH', { glossary: ['Kaito'] }));
    expect((await read(pathOf('conversation', id))).glossary.entries).toMatchObject([KAITO]);
  });

  describe('that were changed', () => {
    /** A conversation whose correction has ended. */
    async function corrected(ownerId: string, ...texts: readonly string[]): Promise<string> {
      const { id } = await newConversation(ownerId);
      await addExchange(gateway.url, id, ...texts);
      const pendingWork = gateway.app.get(PendingWorkRepository);
      const corrections = gateway.app.get(CorrectionsRepository);
      const { tasks } = await pendingWork.take({ kind: 'conversation', id });
      const task = tasks.find(({ type }) => type === 'correction');
      const run = { taskId: task?.taskId ?? '', attempt: 1 };
      await corrections.start(run, 'run-1');
      await corrections.complete(run, { engine: 'none', corrections: [], warnings: [] });
      return id;
    }
    const outdated = async (ownerId: string, query = '') => {
      const response = await fetch(`${pathOf('owner', ownerId)}/outdated${query}`);
      return outdatedConversationPageSchema.parse(await response.json());
    };

    it('leave conversations out of date in which a form is, until they are corrected', async () => {
      const ownerId = newOwner();
      const one = await corrected(ownerId, 'We asked Kyto.', 'Kyto said yes.', 'Good.');
      await corrected(ownerId, 'We asked Kaito about kytoto.');
      await corrected(newOwner(), 'We asked Kyto.');
      expect((await outdated(ownerId)).items).toEqual([]);
      await added(pathOf('owner', ownerId), KAITO);
      expect(await outdated(ownerId)).toEqual({
        items: [{ conversationId: one, title: 'A talk', passages: 2 }],
        nextCursor: null,
      });
      const later = await corrected(ownerId, 'We asked Kyto.');
      expect((await outdated(ownerId)).items.map(({ conversationId }) => conversationId)).toEqual([
        one,
      ]);
      expect(later).not.toBe(one);
    });

    it('do not count what a person has edited', async () => {
      const ownerId = newOwner();
      const id = await corrected(ownerId, 'We asked Kyto.');
      const turns = (await gateway.app.get(TranscriptsRepository).find(id))?.turns;
      await gateway.app
        .get(SegmentsRepository)
        .edit(id, turns?.[0]?.segments[0]?.id ?? '', 'We asked Kyto!');
      await added(pathOf('owner', ownerId), KAITO);
      expect((await outdated(ownerId)).items).toEqual([]);
    });

    it('tell all conversations, page by page', async () => {
      const ownerId = newOwner();
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await corrected(ownerId, 'We asked Kyto.'));
      await added(pathOf('owner', ownerId), KAITO);
      const found: string[] = [];
      for (let query = '?limit=2'; ;) {
        const { items, nextCursor } = await outdated(ownerId, query);
        found.push(...items.map(({ conversationId }) => conversationId));
        if (nextCursor === null) break;
        query = `?limit=2&cursor=${nextCursor}`;
      }
      expect(found).toEqual(ids.reverse());
    });
  });
});
