import { describe, expect, it } from '@jest/globals';
import { problemSchema } from '#contracts/api';
import { useGateway } from '../../../test/support/gateway.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a gateway without PostgreSQL and Temporal', () => {
  const gateway = useGateway({ database: false });

  const ask = (path: string, init?: RequestInit) => fetch(gateway.url + path, init);
  const problemOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return problemSchema.parse(await response.json());
  };

  it('is alive, and reports what is unavailable', async () => {
    expect((await ask('/health/live')).status).toBe(200);
    const ready = await ask('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: 'degraded',
      checks: {
        database: { status: 'failed', message: 'PostgreSQL does not answer.' },
        temporal: { status: 'failed', message: 'Temporal does not answer.' },
        storage: { status: 'ok' },
        backups: { status: 'failed', message: 'The backups cannot be read.' },
      },
    });
  });

  it('answers 503 with a next action where it needs the database', async () => {
    const problem = await problemOf(await ask('/conversations'));
    expect(problem).toMatchObject({ status: 503, code: 'database_unavailable', retryable: true });
  });

  it('serves its documentation', async () => {
    expect((await ask('/docs')).headers.get('content-type')).toMatch(/text\/html/);
    expect(await (await ask('/openapi.json')).json()).toHaveProperty('openapi');
  });

  it('uses the request id of the caller, or generates one', async () => {
    const named = await ask('/health/live', { headers: { 'X-Request-Id': 'from-my-app-7' } });
    expect(named.headers.get('x-request-id')).toBe('from-my-app-7');
    const unsafe = await ask('/nowhere', { headers: { 'X-Request-Id': 'two words {}' } });
    const problem = await problemOf(unsafe);
    expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(unsafe.headers.get('x-request-id')).toBe(problem.requestId);
  });

  it.each(['/conversations', '/tasks', '/memories', '/projects', '/exports', '/bin'])(
    'knows the cursors of a list: %s',
    async (path) => {
      for (const cursor of ['junk', 'cnv_1', '..', 'zzz_01jd3k4m5n6p7q8r9s0t1v2w3x']) {
        const problem = await problemOf(await ask(`${path}?cursor=${cursor}`));
        expect(problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
      }
      // The first page needs the database, which is away.
      expect((await ask(`${path}?cursor=`)).status).toBe(503);
    },
  );

  it('names every invalid field', async () => {
    const body = JSON.stringify({ title: '', tags: ['good', 3], ownerId: 'a b' });
    const response = await ask('/conversations', { method: 'POST', headers: JSON_TYPE, body });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.map(({ path }) => path)).toEqual(['title', 'tags.1', 'ownerId']);
    const query = await problemOf(await ask('/tasks?limit=0&state=asleep'));
    expect(query.errors?.map(({ path }) => path)).toEqual(['limit', 'state']);
    const unstorable = JSON.stringify({ title: 'a\u0000b', tags: ['\ud83c'] });
    const text = await ask('/conversations', {
      method: 'POST',
      headers: JSON_TYPE,
      body: unstorable,
    });
    expect((await problemOf(text)).errors?.map(({ path }) => path)).toEqual(['title', 'tags.0']);
    const cursor = await problemOf(await ask('/tasks?cursor=%00'));
    expect(cursor.code).toBe('cursor_invalid');
    const id = await problemOf(await ask('/tasks/tsk_1'));
    expect(id.errors).toEqual([{ path: 'id', message: 'must look like tsk_…' }]);
  });

  it.each([
    ['malformed JSON', 400, 'invalid_request', { headers: JSON_TYPE, body: '{"title":' }],
    [
      'text',
      415,
      'unsupported_media_type',
      { headers: { 'content-type': 'text/plain' }, body: 'x' },
    ],
    [
      'a body that is too large',
      413,
      'request_too_large',
      { headers: JSON_TYPE, body: ' '.repeat(1_100_000) },
    ],
    [
      'a key that is too long',
      400,
      'invalid_request',
      { headers: { ...JSON_TYPE, 'Idempotency-Key': 'k'.repeat(256) }, body: '{}' },
    ],
  ])('rejects %s', async (_what, status, code, init) => {
    const problem = await problemOf(await ask('/conversations', { method: 'POST', ...init }));
    expect(problem).toMatchObject({ status, code, retryable: false });
    if (code === 'invalid_request') expect(problem.errors).not.toHaveLength(0);
  });

  it('answers a malformed URL with a problem document', async () => {
    const problem = await problemOf(await ask('/%zz'));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});
