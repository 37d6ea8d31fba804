import { seededRandom } from '../seeded-random.ts';

declare global {
  /** What `AFTERWORD_CHAOS_SEED` and `AFTERWORD_CHAOS_SIZE` say; set in jest.config.js. */
  var chaos: { readonly seed: string; readonly size: string };
}

/** What is killed. */
export const VICTIMS = ['worker', 'gateway', 'temporal', 'postgres', 'speech'] as const;
export type Victim = (typeof VICTIMS)[number];

/** How much happens in a run. */
export interface ChaosSize {
  readonly conversations: number;
  /** In each conversation. */
  readonly exchanges: number;
  readonly kills: number;
  /** Short recordings; a kill of the speech process finds one of a minute beside. */
  readonly shortClips: number;
}

/** In every run of the tests, and when somebody takes the time. */
const SIZES = {
  bounded: { conversations: 6, exchanges: 5, kills: 8, shortClips: 3 },
  full: { conversations: 20, exchanges: 10, kills: 30, shortClips: 10 },
} as const satisfies Record<string, ChaosSize>;

/** A kill, and when it comes. */
export interface Kill {
  readonly victim: Victim;
  /** Once work is running, or at once, while what was just sent is being accepted. */
  readonly moment: 'accepting' | 'working';
  /** After that moment, in milliseconds. */
  readonly delayMs: number;
}

/** A run of the chaos: all that is chosen at random follows from the seed. */
export interface ChaosPlan extends ChaosSize {
  readonly seed: number;
  readonly order: readonly Kill[];
}

const LONGEST_DELAY_MS = 1_000;
const HIGHEST_SEED = 1_000_000;

/** The plan of this run: that of the seed that was asked for, or of one of its own. */
export function chaosPlan(): ChaosPlan {
  const { seed: given, size: name } = globalThis.chaos;
  const seed = given === '' ? Math.floor(Math.random() * HIGHEST_SEED) : Number(given);
  const size = SIZES[name === 'full' ? 'full' : 'bounded'];
  return { ...size, seed, order: killOrder(size.kills, seededRandom(seed)) };
}

/** Every victim in turn, each round in an order of its own, so that none is left out. */
function killOrder(kills: number, random: () => number): readonly Kill[] {
  const order: Kill[] = [];
  let left: Victim[] = [];
  while (order.length < kills) {
    if (left.length === 0) left = [...VICTIMS];
    const [victim] = left.splice(Math.floor(random() * left.length), 1);
    if (victim === undefined) throw new Error('there is always a victim');
    const moment = random() < 0.4 ? 'accepting' : 'working';
    order.push({ victim, moment, delayMs: Math.floor(random() * LONGEST_DELAY_MS) });
  }
  return order;
}
