import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  factEvidenceSchema,
  factPageSchema,
  factSchema,
  problemSchema,
  startedAgentJobSchema,
  type FactView,
} from '#contracts/api';
import { DocumentReadingRepository, DocumentsRepository } from '#store';
import { ApiClient } from '../../../../../test/support/api-client.ts';
import { sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { query } from '../../../../../test/support/query.ts';
import { makeReport, newProject, spokenFact, talk, type ReadFact } from '../project.fixture.ts';

const TURNS = ['Hello.', 'How are we?', 'We paid 1,200 euros for the venue.', 'Good.', 'And now?'];
const QUOTE = 'paid 1,200 euros for the venue';

describe('facts', () => {
  const gateway = useGateway();
  let project: string;
  let conversationId: string;
  let facts: readonly ReadFact[];

  const route = (path: string) => `${gateway.url}/projects/${project}/facts${path}`;
  const get = (path: string) => fetch(route(path));
  const listed = async (filter = '') => factPageSchema.parse(await (await get(filter)).json());
  const evidence = async (id: string) =>
    factEvidenceSchema.parse(await (await get(`/${id}`)).json());
  const decide = (id: string, body: unknown) => sendJson('PUT', route(`/${id}/decision`), body);
  const undo = (id: string) => fetch(route(`/${id}/decision`), { method: 'DELETE' });
  const factOf = async (response: Response) => factSchema.parse(await response.json());
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const start = async (agent = 'financial') => {
    const response = await fetch(`${gateway.url}/${agent}_agent/status/${project}`);
    return startedAgentJobSchema.parse(await response.json()).job_id;
  };
  const isSignalled = async () =>
    (await query(gateway.databaseUrl, 'SELECT FROM work_signals WHERE entity_id = $1', [project]))
      .length > 0;

  beforeAll(async () => {
    project = (await newProject(gateway.url)).id;
    conversationId = await talk(gateway.url, project, ...TURNS);
    const found = { conversationId, amount: '1,200 euros' };
    facts = [
      await spokenFact(gateway.app, { ...found, quote: QUOTE }),
      {
        ...(await spokenFact(gateway.app, { conversationId, quote: 'Good' })),
        type: 'note',
        position: 1,
      },
    ];
    await makeReport(gateway.app, await start(), { [conversationId]: facts });
  });

  it('are listed as they were said, by their filters and page by page', async () => {
    const ids = facts.map(({ id }) => id);
    expect((await listed()).items.map(({ id }) => id)).toEqual(ids);
    expect((await listed('?agent=performance')).items).toEqual([]);
    expect((await listed('?type=note')).items.map(({ id }) => id)).toEqual([ids[1]]);
    expect((await listed(`?ids=${ids[1]}`)).items.map(({ id }) => id)).toEqual([ids[1]]);
    const { items, nextCursor } = await listed('?limit=1');
    const after = await listed(`?limit=1&cursor=${nextCursor}`);
    expect([...items, ...after.items].map(({ id }) => id)).toEqual(ids);
    expect(after.nextCursor).toBeNull();
  });

  it.each([
    '?ids=fct_1',
    '?ids=',
    '?limit=0',
    '?cursor=1',
    '?cursor=1~x~1~y',
    '?cursor=2026-02-31T99:00:00.000Z~x~1~y',
  ])('are not listed by a wrong filter: %s', async (filter) => {
    const code = filter.startsWith('?cursor') ? 'cursor_invalid' : 'invalid_request';
    expect((await problemOf(await get(filter))).code).toBe(code);
  });

  describe('show their source', () => {
    it('where they were said, with two turns before and after', async () => {
      const { fact, agent, lines, source, audio } = await evidence(facts[0]?.id ?? '');
      expect([fact.quote, agent]).toEqual([QUOTE, 'financial']);
      expect(lines.map(({ text }) => text)).toEqual(TURNS);
      const marked = lines.filter(({ quote }) => quote !== null);
      expect(marked).toHaveLength(1);
      const { text = '', quote, value, speaker } = marked[0] ?? {};
      expect(speaker).toBe('Ada');
      expect(text.slice(quote?.start, quote?.end)).toBe(QUOTE);
      expect(text.slice(value?.start, value?.end)).toBe('1,200 euros');
      expect(source).toEqual({ conversationId, documentId: null, title: 'A talk' });
      expect(audio).toBeNull();
      const near = await evidence(facts[1]?.id ?? '');
      expect(near.lines.map(({ text: line }) => line)).toEqual(TURNS.slice(1));
    });

    it('with the part of the recording in which it can be heard', async () => {
      const [fact] = facts;
      const heard = { clipId: 'clp_01jd3k4m5n6p7q8r9s0t1v2w3x', startMs: 1_000, endMs: 2_500 };
      const citation = JSON.stringify({ ...fact?.citation, ...heard });
      await query(gateway.databaseUrl, 'UPDATE facts SET citation = $1 WHERE id = $2', [
        ...[citation, fact?.id],
      ]);
      expect((await evidence(fact?.id ?? '')).audio).toEqual(heard);
    });

    it('without marks once a person has changed the words', async () => {
      const id = await talk(gateway.url, project, 'We owe 1,200 euros to Kaito.');
      const quote = 'owe 1,200 euros';
      const fact = await spokenFact(gateway.app, { conversationId: id, quote });
      await makeReport(gateway.app, await start(), { [id]: [fact] });
      const transcript = await new ApiClient(gateway.url).transcript(id);
      const segment = transcript.turns[0]?.segments[0]?.id;
      const url = `${gateway.url}/conversations/${id}/segments/${segment}`;
      await sendJson('PATCH', url, { text: 'We owe 1,300 euros to Kaito, I think.' });
      expect((await evidence(fact.id)).lines).toMatchObject([
        { text: 'We owe 1,300 euros to Kaito, I think.', quote: null, value: null },
      ]);
    });

    it('where they are written, with two rows before and after', async () => {
      const documents = gateway.app.get(DocumentsRepository);
      const file = { fileName: 'costs.csv', sizeBytes: 1, sha256: 'd'.repeat(64), writtenOn: null };
      const keep = () => Promise.resolve();
      const document = await documents.add({ ...file, projectId: project }, null, keep);
      const rows = [0, 1, 2, 3, 4].map((row) => ({
        ...{ place: { row: row + 2 }, text: `Item: No ${row} · Amount: ${row}00 €`, cells: null },
      }));
      const run = { taskId: document.taskId, attempt: 1 };
      const reading = gateway.app.get(DocumentReadingRepository);
      await reading.start(run, 'run-1');
      await reading.complete(run, document, { format: 'csv', parts: rows, warnings: [] });
      const place = { part: 1, column: 'Amount', start: 6, end: 26, value: { start: 21, end: 26 } };
      const citation = { kind: 'written', documentId: document.id, ...place } as const;
      const [spoken] = facts;
      if (spoken === undefined) throw new Error('there are no facts');
      const fact = { ...spoken, id: 'fct_01jd3k4m5n6p7q8r9s0t1v2w3x', speaker: null, citation };
      await makeReport(gateway.app, await start(), { [document.id]: [fact] });
      const { lines, source } = await evidence(fact.id);
      expect(lines.map(({ part, place: at }) => [part, at?.row])).toEqual([
        ...[
          [0, 2],
          [1, 3],
          [2, 4],
          [3, 5],
        ],
      ]);
      expect(lines.map(({ quote }) => quote)).toEqual([null, { start: 6, end: 26 }, null, null]);
      expect(source).toMatchObject({ documentId: document.id, title: 'costs.csv' });
    });
  });

  describe('are decided by people', () => {
    const one = (): FactView['id'] => facts[0]?.id ?? '';
    const other = (): FactView['id'] => facts[1]?.id ?? '';

    it.each([
      ['confirmed', () => ({ kind: 'confirmed' })],
      ['rejected', () => ({ kind: 'rejected' })],
      ['corrected', () => ({ kind: 'corrected', correction: { label: 'hall', category: null } })],
      ['the same as another', () => ({ kind: 'sameAs', factId: other() })],
    ])('as %s', async (_what, decision) => {
      const response = await decide(one(), decision());
      expect(response.status).toBe(200);
      expect((await factOf(response)).decision).toEqual(decision());
      expect((await evidence(one())).fact.decision).toEqual(decision());
      expect((await factOf(await undo(one()))).decision).toBeNull();
      expect((await factOf(await undo(one()))).decision).toBeNull();
    });

    it('which asks for a new report at once, and outlasts it', async () => {
      await query(gateway.databaseUrl, 'DELETE FROM work_signals');
      await decide(one(), { kind: 'confirmed' });
      expect(await isSignalled()).toBe(true);
      await makeReport(gateway.app, await start(), { [conversationId]: facts });
      expect((await evidence(one())).fact.decision).toEqual({ kind: 'confirmed' });
    });

    it.each([
      ['kind', () => ({ kind: 'maybe' })],
      ['correction', () => ({ kind: 'corrected', correction: {} })],
      ['correction.type', () => ({ kind: 'corrected', correction: { type: 'no such type' } })],
      ['correction.value.amount', () => correctionTo({ amount: '1,200', currency: 'EUR' })],
      ['correction.value.currency', () => correctionTo({ amount: '1200', currency: 'QQQ' })],
      ['factId', () => ({ kind: 'sameAs', factId: one() })],
    ])('but not with an invalid %s', async (path, decision) => {
      const problem = await problemOf(await decide(one(), decision()));
      expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
      expect(problem.errors?.[0]?.path).toBe(path);
    });

    const correctionTo = (money: object) => ({
      ...{ kind: 'corrected', correction: { value: { kind: 'money', ...money } } },
    });

    it('only in their own project', async () => {
      const mine = project;
      project = (await newProject(gateway.url)).id;
      const responses = [
        await get(`/${one()}`),
        await decide(one(), { kind: 'confirmed' }),
        await undo(one()),
      ];
      project = mine;
      for (const response of responses) expect((await problemOf(response)).code).toBe('not_found');
    });
  });
});
