import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Significance } from '#contracts/model';
import { emptyReplay, replay } from '#domain';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { TestStore } from '../store.fixture.ts';
import { PinModel } from './pin-model.fixture.ts';
import { PinOwner } from './pins.fixture.ts';

const LEVELS: readonly Significance[] = [0, 1, 2, 3, 3, 3, 3];
const STEPS = 80;

/** An owner with the model of their pins. */
class Modelled {
  readonly model = new PinModel();

  constructor(readonly owner: PinOwner) {}

  async add(count: number): Promise<void> {
    for (const id of await this.owner.memories(count)) {
      this.model.add(id, (await this.owner.memory(id)).createdAt);
    }
  }
}

describe('pins, compared with a plain model of their rule', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** `auto` and `manual` pins of an owner by id, in the database. */
  async function stored(ownerId: string): Promise<Readonly<Record<string, string>>> {
    const rows = await store.rows(
      'SELECT id, auto_pinned FROM memories WHERE owner_id = $1 AND pinned',
      [ownerId],
    );
    return Object.fromEntries(
      rows.map((row) => [String(row['id']), row['auto_pinned'] === true ? 'auto' : 'manual']),
    );
  }

  /** The same, by the change log alone. */
  async function replayed(ownerId: string): Promise<Readonly<Record<string, string>>> {
    const state = emptyReplay();
    await store.repositories.projections.view(async (view) => {
      for await (const page of view.events(0)) for (const event of page) replay(state, event);
    });
    const pinned = [...state.rows.memories].filter(
      ([, memory]) => memory.ownerId === ownerId && memory.pinned,
    );
    return Object.fromEntries(
      pinned.map(([id, { autoPinned }]) => [id, autoPinned ? 'auto' : 'manual']),
    );
  }

  it.each([11, 12, 13])(
    'are the same in the database, in the model and in the log, after every step (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const upTo = (count: number) => Math.floor(random() * count);
      const owners = [1, 2, 3].map(() => new Modelled(new PinOwner(store)));
      for (const each of owners) await each.add(14);
      const evictedOrOver = new Set<string>();
      for (let step = 0; step < STEPS; step += 1) {
        const { owner, model } = owners[upTo(owners.length)] ?? owners[0] ?? fail();
        const ids = [...model.ids].sort(() => random() - 0.5).slice(0, 1 + upTo(4));
        const [id = ''] = ids;
        if (random() < 0.6) {
          const significance = LEVELS[upTo(LEVELS.length)] ?? 3;
          await owner.scoreTogether(ids, significance);
          for (const each of ids) model.score(each, significance);
        } else {
          const pinned = random() < 0.6;
          await store.repositories.memories.setPin(id, pinned);
          model.decide(id, pinned);
        }
        const pins = model.pins();
        expect(await stored(owner.ownerId)).toEqual(pins);
        expect(await replayed(owner.ownerId)).toEqual(pins);
        if (Object.keys(pins).length >= 8) evictedOrOver.add(owner.ownerId);
      }
      // Otherwise the cap was not tried.
      expect(evictedOrOver.size).toBeGreaterThan(0);
    },
    60_000,
  );

  it('are what the log says, and within the cap, when scores and people come at once', async () => {
    const owners = [1, 2].map(() => new PinOwner(store));
    const changes = owners.map(async (owner) => {
      const ids = await owner.memories(20);
      await Promise.all([
        ...ids.map((id) => owner.score([id])),
        ...ids.slice(0, 4).map((id) => store.repositories.memories.setPin(id, true)),
      ]);
      return ids.slice(0, 4);
    });
    const manual = await Promise.all(changes);
    for (const [index, { ownerId }] of owners.entries()) {
      const pins = await stored(ownerId);
      expect(await replayed(ownerId)).toEqual(pins);
      expect(Object.keys(pins)).toHaveLength(8);
      expect(manual[index]?.map((id) => pins[id])).toEqual(Array(4).fill('manual'));
    }
  });
});

function fail(): never {
  throw new Error('there is no owner');
}
