import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcceptedClip } from '#contracts/api';
import { ApiClient, textOf } from '../../support/api-client.ts';
import { formatFile } from '../../support/audio-files.ts';
import { eventually } from '../../support/eventually.ts';
import { NodeProgram } from '../../support/node-program.ts';
import { repeatablePost, persistentRequest } from '../../support/persistent-request.ts';
import { query } from '../../support/query.ts';
import { beginUpload } from '../../support/slow-upload.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const CLIENTS = 4;
/** Errors after which an ordinary client sends its request again. */
const RETRYABLE = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', '503'];
/** Pause between two exchanges of a client, as of a person who types. */
const TYPING_MS = 200;
const TIMEOUT_MS = 120_000;

let stack: Stack;
let api: ApiClient;
let gateway: NodeProgram;
let workers: NodeProgram[];

const start = (app: 'temporal-worker' | 'gateway') => NodeProgram.start(app, stack.settings);

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '300' }, [
    '--only',
    'postgres,temporal',
  ]);
  api = new ApiClient(stack.baseUrl);
  workers = [await start('temporal-worker'), await start('temporal-worker')];
  gateway = await start('gateway');
});

afterAll(async () => {
  await Promise.all([gateway, ...workers].map((program) => program.end('SIGTERM')));
  await stack.stop();
});

/** A client that sends one exchange after the other until `isDone` returns true. */
async function keepTalking(id: string, isDone: () => boolean) {
  const setbacks: string[] = [];
  let said = 0;
  while (!isDone()) {
    const text = `We come to point ${said} of our long list.`;
    const answer = await persistentRequest(`${api.baseUrl}/conversations/${id}/exchanges`, () =>
      repeatablePost({ turns: [{ speaker: 'Ada', text }] }, `point-${said}`),
    );
    setbacks.push(...answer.setbacks);
    said += 1;
    await sleep(TYPING_MS);
  }
  return { id, said, setbacks };
}

/** Stops and restarts each program in turn. */
async function restartAll(): Promise<void> {
  for (const at of workers.keys()) {
    await workers[at]?.end('SIGTERM');
    workers[at] = await start('temporal-worker');
  }
  await gateway.end('SIGTERM');
  gateway = await start('gateway');
}

describe('a restart of the gateway and of every worker, one after the other', () => {
  it('loses and duplicates no request, and completes all work', async () => {
    let restarted = false;
    const ids = await Promise.all(
      Array.from({ length: CLIENTS }, async () => (await api.createConversation()).id),
    );
    const talking = ids.map((id) => keepTalking(id, () => restarted));
    await restartAll().finally(() => (restarted = true));
    const talks = await Promise.all(talking);
    const setbacks = talks.flatMap((talk) => talk.setbacks);
    // No request failed with an error that an ordinary client does not retry.
    expect(setbacks.filter((setback) => !RETRYABLE.includes(setback))).toEqual([]);
    expect(setbacks.length).toBeGreaterThan(0);
    for (const { id, said } of talks) {
      const summary = await api.settled(id, TIMEOUT_MS);
      const { turns } = await api.transcript(id);
      const points = turns.map(({ segments }) => /point (\d+)/.exec(segments[0]?.text ?? '')?.[1]);
      expect(points).toEqual(Array.from({ length: said }, (_, point) => String(point)));
      expect(summary.turnCount).toBe(said);
    }
    const tasks = await query<{ state: string }>(stack.databaseUrl, 'SELECT state FROM tasks');
    expect(new Set(tasks.map(({ state }) => state))).toEqual(new Set(['completed']));
  });

  it('completes an upload that was in progress when the gateway was asked to stop', async () => {
    const { id } = await api.createConversation();
    const url = `${api.baseUrl}/conversations/${id}/clips`;
    const upload = await beginUpload(url, formatFile('sentence.wav'), 'slow');
    const incoming = path.join(stack.dataFolder, 'blobs', 'incoming');
    await eventually(async () => expect(await readdir(incoming)).toHaveLength(1));
    const ending = gateway.end('SIGTERM');
    await eventually(() => expect(gateway.output).toContain('stops'));
    const { status, body } = await upload.finish();
    expect(status).toBe(202);
    await ending;
    gateway = await start('gateway');
    const { task } = JSON.parse(body) as AcceptedClip;
    await api.until(task.id, 'completed', TIMEOUT_MS);
    expect(textOf(await api.transcript(id))).toContain('water the plants');
    expect(await readdir(incoming)).toEqual([]);
  });
});
