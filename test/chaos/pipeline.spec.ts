import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnded, type Exchange } from '#contracts';
import type { PartName } from '../../apps/cli/src/supervisor/part.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { startStack, type Stack } from '../support/stack.ts';

const CONVERSATIONS = 6;
/** What is killed after each round of exchanges. */
const KILLED: readonly (readonly PartName[])[] = [
  ['worker'],
  ['gateway'],
  ['temporal', 'postgres'],
  ['gateway', 'worker'],
  [],
];
const PATIENCE_MS = 120_000;

let stack: Stack;
let api: ApiClient;
let ids: readonly string[];

beforeAll(async () => {
  stack = await startStack({
    AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '3000',
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '300',
  });
  api = new ApiClient(stack.baseUrl);
  ids = await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, number) => {
      const owned = { ownerId: `owner-${number}`, glossary: ['Kaito'] };
      return (await api.createConversation(`Talk ${number}`, owned)).id;
    }),
  );
});

afterAll(() => stack.stop());

/** Posts as an ordinary client does: what got no answer is sent again, with the same key. */
function say(id: string, round: number): Promise<Exchange> {
  const text = `well we we meet kayto in round ${round}, and my child number ${round} was born`;
  return eventually(
    () =>
      api.json<Exchange>(`/conversations/${id}/exchanges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `round-${round}` },
        body: JSON.stringify({ turns: [{ speaker: 'Ada', text }] }),
      }),
    PATIENCE_MS,
  );
}

describe('conversations that go on while everything is killed in turn', () => {
  beforeAll(async () => {
    for (const [round, parts] of KILLED.entries()) {
      const saying = ids.map((id) => say(id, round));
      for (const part of parts) process.kill(stack.pidOf(part), 'SIGKILL');
      await Promise.all(saying);
    }
    await eventually(async () => {
      const { items } = await api.tasks('?limit=200');
      expect(items.filter(({ state }) => !isEnded(state))).toEqual([]);
      for (const id of ids) expect((await api.summary(id)).current).toBe(true);
    }, PATIENCE_MS);
  }, 3 * PATIENCE_MS);

  it('lose no exchange, double none and keep their order', async () => {
    for (const id of ids) {
      const { turns } = await api.transcript(id);
      const rounds = turns.map(({ segments }) => /round (\d)/.exec(segments[0]?.text ?? '')?.[1]);
      expect(rounds).toEqual(KILLED.map((_parts, round) => String(round)));
      const added = (await api.eventLog(`conversationId=${id}`)).filter(
        ({ type }) => type === 'exchange_added',
      );
      expect(added).toHaveLength(KILLED.length);
    }
  });

  it('are corrected and summed up to the last word', async () => {
    for (const id of ids) {
      const { turns, revision } = await api.transcript(id);
      for (const { segments } of turns) {
        expect(segments[0]?.text).toMatch(/^[Ww]ell we meet Kaito in round \d/);
      }
      expect(await api.summary(id)).toMatchObject({ revision, turnCount: KILLED.length });
    }
  });

  it('are remembered once for each exchange, scored once, and pinned', async () => {
    for (const id of ids) {
      const { items } = await api.memories(`?conversationId=${id}`);
      expect(items).toHaveLength(KILLED.length);
      expect(items.every(({ significance, pin }) => significance === 3 && pin === 'auto')).toBe(
        true,
      );
      const events = await api.eventLog(`conversationId=${id}`);
      for (const type of ['memory_written', 'memory_significance_set', 'memory_pin_changed']) {
        expect(events.filter((event) => event.type === type)).toHaveLength(KILLED.length);
      }
    }
  });

  it('end every task in one way, once', async () => {
    const { items } = await api.tasks('?limit=200');
    expect(items.map(({ state }) => state)).toEqual(items.map(() => 'completed'));
    for (const id of ids) {
      const ended = (await api.eventLog(`conversationId=${id}`)).flatMap(({ type, taskId }) =>
        type === 'task_completed' ? [taskId] : [],
      );
      expect(new Set(ended).size).toBe(ended.length);
    }
  });
});
