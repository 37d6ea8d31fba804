import type { TestStore } from '../../../store/src/store.fixture.ts';
import { unlessRefused } from './random-requests.fixture.ts';
import { oneOf } from './random-runs.fixture.ts';

const OWNERS = ['ada', 'ben', 'eve'] as const;

/** Random changes of memories by applications and people. */
export class RandomMemories {
  /** @param someId a random id of a table */
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    private readonly someId: (table: string) => Promise<string | null>,
  ) {}

  /** Writes one, after another was written over. */
  async write(): Promise<void> {
    await this.edit();
    const given = { ownerId: oneOf(this.random, OWNERS), narrative: 'It mattered.' };
    const { memories } = this.store.repositories;
    await memories.write({ ...given, priorDialogue: [] }, null, this.random() < 0.8);
  }

  async pin(): Promise<void> {
    const id = await this.someId('memories');
    if (id === null) return;
    const pinned = this.random() < 0.7;
    await unlessRefused(() => this.store.repositories.memories.setPin(id, pinned));
  }

  async rescore(): Promise<void> {
    const id = await this.someId('memories');
    if (id === null) return;
    await unlessRefused(() => this.store.repositories.memories.rescore(id));
  }

  private async edit(): Promise<void> {
    const id = await this.someId('memories');
    if (id === null) return;
    const narrative = oneOf(this.random, ['It did matter.', 'It mattered.']);
    await unlessRefused(() => this.store.repositories.memoryEdits.edit(id, narrative));
  }
}
