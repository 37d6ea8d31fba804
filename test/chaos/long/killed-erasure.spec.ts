import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { BackupPage, ErasureDetails, RequestedErasure, Task } from '#contracts/api';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';

const KEPT = 'kept-owner';
/**
 * How to hold an erasure at a step: a statement of a transaction that stays open. Only the first changes
 * something, for which the step `stop` waits.
 */
const HELD = {
  stop: 'SELECT pg_current_xact_id()',
  erase: 'LOCK TABLE bin_rows IN SHARE MODE',
  forget: `SELECT pg_advisory_xact_lock(hashtextextended('installation:snapshot', 0))`,
} as const;
type HeldStep = keyof typeof HELD;
const STEPS: readonly HeldStep[] = ['stop', 'erase', 'forget'];

jest.setTimeout(10 * 60_000);

let stack: Stack;
let api: ApiClient;
let backupId: string;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000' });
  api = new ApiClient(stack.baseUrl);
  for (const owner of [KEPT, ...STEPS.map(ownerOf)]) await converse(owner);
  const { id } = await api.send<Task>('POST', '/backups', { force: true });
  await api.until(id, 'completed', 180_000);
  backupId = (await api.json<BackupPage>('/backups')).items[0]?.id ?? '';
});

afterAll(() => stack.stop());

function ownerOf(step: HeldStep): string {
  return `gone-at-${step}`;
}

async function converse(ownerId: string): Promise<void> {
  const { id } = await api.createConversation(`A talk of ${ownerId}`, { ownerId });
  await api.say(id, { speaker: ownerId, text: `${ownerId} decided to rent the hall in May.` });
  await api.settled(id, 120_000);
}

/** Holds a lock until the returned function is called. */
async function hold(step: HeldStep): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  // The stack may end first, when a test fails.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(HELD[step]);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

/** Tables in which a text is. */
async function tablesNaming(text: string): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    stack.databaseUrl,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query(
      stack.databaseUrl,
      `SELECT 1 AS one FROM ${name} AS t WHERE strpos(t::text, $1) > 0 LIMIT 1`,
      [text],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const conversations = async (ownerId: string) =>
  (await api.json<{ readonly items: readonly unknown[] }>(`/conversations?ownerId=${ownerId}`))
    .items;

describe('kill -9 of the worker in the middle of an erasure', () => {
  it.each(STEPS)('at the step %s, leaves nothing in the end', async (step) => {
    const ownerId = ownerOf(step);
    const release = await hold(step);
    const body = { confirm: ownerId };
    const { erasure, task } = await api.send<RequestedErasure>(
      'POST',
      `/owners/${ownerId}/erasure`,
      body,
    );
    await eventually(async () => {
      expect((await api.json<Task>(`/tasks/${task.id}`)).progress.stage).toBe(step);
    }, 180_000);
    process.kill(pidOf('worker', stack), 'SIGKILL');
    await release();
    await api.until(task.id, 'completed', 300_000);
    expect(await tablesNaming(ownerId)).toEqual([]);
    const found = await api.json<ErasureDetails>(`/erasures/${erasure.id}`);
    expect(found).toMatchObject({
      state: 'completed',
      ownerId: null,
      counts: { conversations: 1 },
    });
    expect(found.backups?.map(({ id }) => id)).toContain(backupId);
    expect(await conversations(KEPT)).toHaveLength(1);
  });

  it('and a restore of a backup from before it brings back everybody else', async () => {
    await converse(`${KEPT}-later`);
    const confirm = `restore ${backupId}`;
    const { id } = await api.send<Task>('POST', `/backups/${backupId}/restore`, { confirm });
    await eventually(async () => {
      expect(await conversations(`${KEPT}-later`)).toEqual([]);
      expect((await api.json<Task>(`/tasks/${id}`)).state).toBe('completed');
    }, 300_000);
    expect(await conversations(KEPT)).toHaveLength(1);
    for (const step of STEPS) expect(await tablesNaming(ownerOf(step))).toEqual([]);
  });
});
