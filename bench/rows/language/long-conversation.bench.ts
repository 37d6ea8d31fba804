import type { SpokenText } from '#contracts/model';
import { ApiClient } from '../../../test/support/api-client.ts';
import { EventStream } from '../../../test/support/event-stream.ts';
import { startStack } from '../../../test/support/stack.ts';
import { median, timeOf } from '../../lib/measure.ts';
import type { BenchRow } from '../../lib/row.ts';
import { StackDatabase } from '../../lib/stack-database.ts';
import { hourOfTalk } from './hour-of-talk.ts';

const ROUNDS = 3;
const LONG_TURNS = 10_000;
const SHORT_TURNS = 100;
/** The exchange that is measured is the tenth after those turns. */
const TENTH = 10;
const TURNS_OF_REQUEST = 100;
const AIM = 1.5;
const SLOW_MS = 10 * 60_000;

/**
 * The tenth exchange after ten thousand turns from its request to its summary, compared with the tenth after a
 * hundred. Both conversations are on the same stack, and their exchanges take turns.
 */
export async function longConversationBench(): Promise<BenchRow> {
  const stack = await startStack({ AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0' });
  const database = await StackDatabase.open(stack);
  const api = new ApiClient(stack.baseUrl);
  try {
    const [long, short]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const conversations = [await begun(api, LONG_TURNS), await begun(api, SHORT_TURNS)];
      await database.settled();
      for (const [at, id] of conversations.entries()) {
        for (let number = 1; number < TENTH; number += 1) await summarised(api, id, number);
        const tenthMs = await summarised(api, id, TENTH);
        (at === 0 ? long : short).push(tenthMs);
      }
    }
    return rowOf(long, short);
  } finally {
    await database.close();
    await stack.stop();
  }
}

/** A conversation with turns, posted many at once. */
async function begun(api: ApiClient, count: number): Promise<string> {
  const { id } = await api.createConversation('A long one');
  const talk = hourOfTalk();
  for (let from = 0; from < count; from += TURNS_OF_REQUEST) {
    const turns = Array.from({ length: TURNS_OF_REQUEST }, (_, at) => turnAt(talk, from + at));
    await api.say(id, ...turns);
  }
  return id;
}

/** Each turn is of its own: it says its number. */
function turnAt(talk: readonly SpokenText[], number: number): SpokenText {
  const { speaker = '', text = '' } = talk[number % talk.length] ?? {};
  return { speaker, text: `${text} That was point ${number}.` };
}

/** Adds an exchange. @returns the time to its summary */
async function summarised(api: ApiClient, id: string, number: number): Promise<number> {
  const stream = await EventStream.open(`${api.baseUrl}/events?conversationId=${id}`);
  await stream.next(({ type }) => type === 'ready');
  const text = `I will send plan ${number} to the harbour office by Friday.`;
  const tookMs = await timeOf(async () => {
    await api.say(id, { speaker: 'Ada', text });
    await stream.next(({ type }) => type === 'summary_written', SLOW_MS);
  });
  stream.close();
  return tookMs;
}

function rowOf(long: readonly number[], short: readonly number[]): BenchRow {
  const ratio = median(long) / median(short);
  return {
    name: `the tenth exchange after ${LONG_TURNS} turns to its summary`,
    baseline: `the tenth exchange after ${SHORT_TURNS} turns`,
    unit: 'ms',
    ours: median(long),
    raw: median(short),
    rounds: ROUNDS,
    ratio,
    aim: `≤ ${AIM}`,
    met: ratio <= AIM,
    remarks: ['with the builtin engine, from the request to the event on the stream'],
  };
}
