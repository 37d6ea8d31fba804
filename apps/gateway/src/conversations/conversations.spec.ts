import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  conversationDetailSchema,
  conversationPageSchema,
  conversationSchema,
  problemSchema,
} from '#contracts';
import { acceptClip, createConversation } from '../../../../test/support/api.ts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import { startPostgres, type TestServer } from '../../../../test/support/servers.ts';

describe('conversations', () => {
  let postgres: TestServer;
  let gateway: TestGateway;
  beforeAll(async () => {
    postgres = await startPostgres();
    gateway = await startGateway({ databaseUrl: postgres.address });
  });
  afterAll(async () => {
    await gateway.stop();
    await postgres.stop();
  });

  const get = (path: string) => fetch(`${gateway.url}/conversations${path}`);
  const post = (body: unknown, headers = {}) =>
    fetch(`${gateway.url}/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('are created from nothing but defaults', async () => {
    const response = await post({});
    expect(response.status).toBe(201);
    const created = conversationSchema.parse(await response.json());
    expect(created).toMatchObject({ title: 'Untitled conversation', tags: [], ownerId: 'local' });
    expect(response.headers.get('location')).toBe(`/conversations/${created.id}`);
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

  it('are created once for one key, and the key serves no other request', async () => {
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
  });
});
