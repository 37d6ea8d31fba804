import { describe, expect, it } from '@jest/globals';
import {
  conversationDetailSchema,
  conversationPageSchema,
  conversationSchema,
  problemSchema,
} from '#contracts/api';
import {
  acceptClip,
  addExchange,
  createConversation,
  sendJson,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('conversations', () => {
  const gateway = useGateway();

  const get = (path: string) => fetch(`${gateway.url}/conversations${path}`);
  const post = (body: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/conversations`, body, headers);
  const patch = (id: string, body: unknown) =>
    sendJson('PATCH', `${gateway.url}/conversations/${id}`, body);

  it('are created from defaults alone', async () => {
    const response = await post({});
    expect(response.status).toBe(201);
    const created = conversationSchema.parse(await response.json());
    expect(created).toMatchObject({
      title: 'Untitled conversation',
      tags: [],
      glossary: [],
      ownerId: 'local',
      revision: 0,
      summaryRevision: null,
    });
    expect(response.headers.get('location')).toBe(`/conversations/${created.id}`);
  });

  it('are created with a glossary', async () => {
    const glossary = ['Kaito', 'Project Heron'];
    const created = conversationSchema.parse(await (await post({ glossary })).json());
    expect(created.glossary).toEqual(glossary);
    expect(conversationSchema.parse(await (await get(`/${created.id}`)).json())).toEqual(created);
  });

  it('change only in the fields that are given', async () => {
    const body = { title: 'Before', tags: ['a'], glossary: ['Kaito'], ownerId: 'ada' };
    const created = conversationSchema.parse(await (await post(body)).json());
    await addExchange(gateway.url, created.id, 'Good morning.');
    const response = await patch(created.id, { title: 'After', tags: [] });
    expect(response.status).toBe(200);
    const changed = conversationSchema.parse(await response.json());
    expect(changed).toMatchObject({
      title: 'After',
      tags: [],
      glossary: ['Kaito'],
      ownerId: 'ada',
      revision: 1,
      exchangeCount: 1,
    });
    expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(created.updatedAt));
    expect(conversationSchema.parse(await (await patch(created.id, {})).json())).toEqual(changed);
  });

  it.each([
    ['title', { title: '' }],
    ['glossary.0', { glossary: [' '] }],
    ['tags', { tags: 'one' }],
    ['body', { ownerId: 'bob' }],
  ])('are not changed by a wrong %s', async (path, body) => {
    const id = await createConversation(gateway.url, 'As it was');
    const problem = problemSchema.parse(await (await patch(id, body)).json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe(path);
    expect(conversationSchema.parse(await (await get(`/${id}`)).json()).title).toBe('As it was');
  });

  it('come with their clips in the order of arrival', async () => {
    const id = await createConversation(gateway.url, 'Two clips');
    const clips = [await acceptClip(gateway.url, id), await acceptClip(gateway.url, id)];
    const detail = conversationDetailSchema.parse(await (await get(`/${id}`)).json());
    expect(detail).toMatchObject({ title: 'Two clips', clipCount: 2, revision: 0 });
    expect(detail.clips.map((clip) => clip.id)).toEqual(clips.map(({ clip }) => clip.id));
  });

  it('are listed page by page, the newest first, each once', async () => {
    const made: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      const response = await post({ ownerId: 'lister', title: `No ${number}` });
      made.unshift(conversationSchema.parse(await response.json()).id);
    }
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = conversationPageSchema.parse(
        await (await get(`?ownerId=lister&limit=2${after}`)).json(),
      );
      listed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(listed).toEqual(made);
  });

  it('that are put away leave the list, and are found by search and by asking for them', async () => {
    const ownerId = 'archivist';
    const made = async (title: string) =>
      conversationSchema.parse(await (await post({ ownerId, title })).json());
    const [kept, away] = [await made('Kept plan'), await made('Old plan')];
    const put = await patch(away.id, { archived: true });
    expect(conversationSchema.parse(await put.json()).archivedAt).not.toBeNull();
    const listed = async (query: string) => {
      const page = await get(`?ownerId=${ownerId}${query}`);
      return conversationPageSchema.parse(await page.json()).items.map(({ title }) => title);
    };
    expect(await listed('')).toEqual(['Kept plan']);
    expect(await listed('&archived=true')).toEqual(['Old plan']);
    expect(await listed('&search=plan')).toEqual(['Old plan', 'Kept plan']);
    expect(await listed('&search=plan&archived=false')).toEqual(['Kept plan']);
    await patch(away.id, { archived: false });
    expect(await listed('')).toEqual(['Old plan', 'Kept plan']);
    expect((await get(`/${kept.id}`)).status).toBe(200);
  });

  it('are found by words of the title, the tags and what was said', async () => {
    const ownerId = 'searcher';
    const made = async (body: object) =>
      conversationSchema.parse(await (await post({ ownerId, ...body })).json()).id;
    const said = await made({ title: 'Monday' });
    await sendJson('POST', `${gateway.url}/conversations/${said}/exchanges`, {
      turns: [{ speaker: 'Ada', text: 'The marmalade is 100% sweet, and cheap.' }],
    });
    const tagged = await made({ title: 'Tuesday', tags: ['Marmalade'] });
    await made({ title: 'Wednesday' });
    const found = async (words: string) => {
      const query = new URLSearchParams({ ownerId, search: words }).toString();
      const page = conversationPageSchema.parse(await (await get(`?${query}`)).json());
      return page.items.map(({ id }) => id);
    };
    expect(await found('marmalade')).toEqual([tagged, said]);
    expect(await found('SWEET monday')).toEqual([said]);
    expect(await found('100%')).toEqual([said]);
    expect(await found('10%0')).toEqual([]);
    expect(await found("'; DROP TABLE x; --")).toEqual([]);
  });

  it('say where the words of a search were said, and what state the work on them is in', async () => {
    const ownerId = 'finder';
    const { id } = conversationSchema.parse(
      await (await post({ ownerId, title: 'Harbour', tags: ['lantern'] })).json(),
    );
    const long = 'It was late. '.repeat(40);
    for (const text of [`${long}A lantern burned.`, `${long}A green Lantern burned. ${long}`]) {
      await sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, {
        turns: [{ speaker: 'Grace', text }],
      });
    }
    const found = async (search: string) => {
      const query = new URLSearchParams({ ownerId, ...(search === '' ? {} : { search }) });
      const page = await get(`?${query.toString()}`);
      return conversationPageSchema.parse(await page.json()).items[0];
    };
    expect(await found('')).toMatchObject({ id, workState: null, found: null });
    await acceptClip(gateway.url, id);
    expect(await found('')).toMatchObject({ id, workState: 'pending', found: null });
    const passage = (await found('lantern GREEN'))?.found;
    expect(passage).toMatchObject({ speaker: 'Grace', startMs: null });
    expect(passage?.turnId).toMatch(/^trn_/);
    expect(passage?.segmentId).toMatch(/^seg_/);
    expect(passage?.excerpt).toMatch(/^….*A green Lantern burned\..*…$/);
    expect(passage?.excerpt.length).toBeLessThan(170);
    expect((await found('harbour'))?.found).toBeNull();
  });

  it('are created once per key, and the key is rejected for another request', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const answers = await Promise.all([post({ title: 'Once' }, key), post({ title: 'Once' }, key)]);
    const [first, second] = await Promise.all(answers.map((each) => each.json()));
    expect(first).toEqual(second);
    const other = await post({ title: 'Another' }, key);
    expect(problemSchema.parse(await other.json()).code).toBe('idempotency_key_reused');
    const otherOwner = await post({ title: 'Another', ownerId: 'bob' }, key);
    expect(otherOwner.status).toBe(201);
  });

  it('that do not exist are not found', async () => {
    const problem = problemSchema.parse(
      await (await get('/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x')).json(),
    );
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    const change = await patch('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', { title: 'x' });
    expect(problemSchema.parse(await change.json()).code).toBe('not_found');
  });
});
