import { seededRandom } from '../seeded-random.ts';

declare global {
  /** Values of `AFTERWORD_CHAOS_SEED` and `AFTERWORD_CHAOS_SIZE`; set in jest.config.js. */
  var chaos: { readonly seed: string; readonly size: string };
}

/** The processes that are killed. */
export const VICTIMS = ['worker', 'gateway', 'temporal', 'postgres', 'speech'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Size of a run. */
export interface ChaosSize {
  readonly conversations: number;
  /** Per conversation. */
  readonly exchanges: number;
  readonly kills: number;
  /** Short recordings; each kill of the speech process adds one of a minute. */
  readonly shortClips: number;
}

/** `bounded` for every test run, `full` for `npm run test:chaos`. */
const SIZES = {
  bounded: { conversations: 6, exchanges: 5, kills: 8, shortClips: 3 },
  full: { conversations: 20, exchanges: 10, kills: 30, shortClips: 10 },
} as const satisfies Record<string, ChaosSize>;

/** A kill and its time. */
export interface Kill {
  readonly victim: Victim;
  /** `working`: once tasks are running. `accepting`: while requests are being accepted. */
  readonly moment: 'accepting' | 'working';
  /** After that moment, in milliseconds. */
  readonly delayMs: number;
}

/** The plan of a chaos run: all random choices follow from the seed. */
export interface ChaosPlan extends ChaosSize {
  readonly seed: number;
  readonly order: readonly Kill[];
}

const LONGEST_DELAY_MS = 1_000;
const HIGHEST_SEED = 1_000_000;

/** The plan of this run, from the configured seed or a random one. */
export function chaosPlan(): ChaosPlan {
  const { seed: given, size: name } = globalThis.chaos;
  const seed = given === '' ? Math.floor(Math.random() * HIGHEST_SEED) : Number(given);
  const size = SIZES[name === 'full' ? 'full' : 'bounded'];
  return { ...size, seed, order: killOrder(size.kills, seededRandom(seed)) };
}

/** Every victim once per round, in a random order, so that none is left out. */
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
