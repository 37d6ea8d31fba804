import type { SpokenText } from '#contracts/model';
import { ApiClient } from '../../test/support/api-client.ts';
import { EventStream } from '../../test/support/event-stream.ts';
import { pidOf, startStack, type Stack } from '../../test/support/stack.ts';
import { STRANGE_TEXTS, strangeText } from '../../test/support/strange-texts.ts';
import { LoopDelays } from '../lib/loop-delays.ts';
import { median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;
const HOSTILE_TURNS = 50;
/** Strange characters take up to four bytes, and a request may have a mebibyte. */
const TURNS_OF_REQUEST = 10;
/** As long as a turn may be. */
const CHARACTERS = 20_000;
const AIM = 2;
const SLOW_MS = 10 * 60_000;
const ORDINARY: SpokenText = {
  speaker: 'Ada',
  text: 'i think we we should launch on Monday, and Tom prepares it.',
};

/**
 * One exchange of an ordinary owner from its request to its summary, alone and while exchanges of
 * another owner are processed whose texts are as strange and as long as they may be.
 */
export async function hostileBench(): Promise<BenchRow> {
  const delays = await LoopDelays.create();
  const stack = await startStack({
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0',
    ...delays.environment,
  });
  try {
    return await measure(stack, delays);
  } finally {
    await stack.stop();
    await delays.remove();
  }
}

async function measure(stack: Stack, delays: LoopDelays): Promise<BenchRow> {
  const api = new ApiClient(stack.baseUrl);
  const alone = (await exchanges(api, WARM_UP_ROUNDS + ROUNDS)).slice(WARM_UP_ROUNDS);
  const since = Date.now();
  const hostile = new HostileOwner(api);
  const during: number[] = [];
  while (during.length < ROUNDS) {
    // One burst after the other, so that the work never ends before the measurement does.
    await hostile.keepBusy();
    during.push(...(await exchanges(api, 1)));
  }
  const ratio = median(during) / median(alone);
  return {
    name: 'one exchange to its summary beside a hostile burst',
    baseline: 'the same exchange alone',
    unit: 'ms',
    ours: median(during),
    raw: median(alone),
    rounds: ROUNDS,
    ratio,
    aim: `≤ ${AIM}`,
    met: ratio <= AIM,
    remarks: [
      `the burst: ${HOSTILE_TURNS} turns of ${CHARACTERS} strange characters each, again when they are done; ${hostile.count} times`,
      `slowest exchange alone ${Math.max(...alone).toFixed(0)} ms, during ${Math.max(...during).toFixed(0)} ms`,
      await shownDelays('gateway', stack, delays, since),
      await shownDelays('worker', stack, delays, since),
    ],
  };
}

async function shownDelays(
  part: 'gateway' | 'worker',
  stack: Stack,
  delays: LoopDelays,
  since: number,
): Promise<string> {
  const pid = pidOf(part, stack);
  const [p99, longest] = [
    await delays.percentileMs(pid, since, 0.99),
    await delays.longestMs(pid, since),
  ];
  return `loop of the ${part} during the burst: p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
}

/** The times from requests to the events of their summaries, one exchange after the other. */
async function exchanges(api: ApiClient, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const { id } = await api.createConversation('Ordinary', { ownerId: 'ordinary' });
    const stream = await EventStream.open(`${api.baseUrl}/events?conversationId=${id}`);
    await stream.next(({ type }) => type === 'ready');
    const ms = await timeOf(async () => {
      await api.say(id, ORDINARY);
      await stream.next(({ type }) => type === 'summary_written', SLOW_MS);
    });
    times.push(ms);
    stream.close();
  }
  return times;
}

/** Posts bursts of strange turns. */
class HostileOwner {
  /** Bursts so far. */
  count = 0;
  private conversationId: string | null = null;

  constructor(private readonly api: ApiClient) {}

  /** Posts another burst unless the last one is still processed. */
  async keepBusy(): Promise<void> {
    if (this.conversationId !== null && (await this.isBusy(this.conversationId))) return;
    const { id } = await this.api.createConversation('Hostile', { ownerId: 'hostile' });
    const turns = strangeTurns(this.count * HOSTILE_TURNS);
    for (let from = 0; from < turns.length; from += TURNS_OF_REQUEST) {
      await this.api.say(id, ...turns.slice(from, from + TURNS_OF_REQUEST));
    }
    this.conversationId = id;
    this.count += 1;
  }

  private async isBusy(conversationId: string): Promise<boolean> {
    const { items } = await this.api.tasks(`?conversationId=${conversationId}`);
    return items.length === 0 || items.some(({ state }) => OPEN_STATES.has(state));
  }
}

const OPEN_STATES: ReadonlySet<string> = new Set(['pending', 'running', 'cancelling']);

/** @param first which of the strange texts is the first */
function strangeTurns(first: number): readonly SpokenText[] {
  return Array.from({ length: HOSTILE_TURNS }, (_, n) => {
    const strange = STRANGE_TEXTS[(first + n) % STRANGE_TEXTS.length];
    const run = strange === undefined ? '' : strangeText(strange, CHARACTERS - 20);
    return { speaker: 'Mallory', text: `so we ${run}(end`.toWellFormed().replaceAll('\0', ' ') };
  });
}
