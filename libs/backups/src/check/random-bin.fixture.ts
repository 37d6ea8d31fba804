import { BIN_KINDS, type BinKind } from '#contracts/model';
import type { BinRef } from '#store';
import type { TestStore } from '../../../store/src/store.fixture.ts';
import { unlessRefused } from './random-requests.fixture.ts';
import { oneOf } from './random-runs.fixture.ts';

/** Tables of what can be deleted. */
const TABLES: Readonly<Record<BinKind, string>> = {
  conversation: 'conversations',
  exchange: 'exchanges',
  clip: 'clips',
  memory: 'memories',
  document: 'documents',
  project: 'projects',
};

/** Random deletions, restores and purges. */
export class RandomBin {
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    private readonly someId: (table: string, where?: string) => Promise<string | null>,
  ) {}

  /** Of each kind with the same chance. More is restored than stays in the bin. */
  async change(): Promise<void> {
    const kind = oneOf(this.random, BIN_KINDS);
    const binned = await this.someId('bin_items', `kind = '${kind}'`);
    if (binned === null) return this.delete(kind);
    await oneOf(this.random, [
      () => this.delete(kind),
      () => this.purge(binned),
      ...Array.from({ length: 4 }, () => () => this.restore({ kind, id: binned })),
    ])();
  }

  private async delete(kind: BinKind): Promise<void> {
    const id = await this.someId(TABLES[kind]);
    if (id !== null) await unlessRefused(() => this.store.repositories.bin.delete({ kind, id }));
  }

  private async purge(id: string): Promise<void> {
    await this.store.repositories.binPurge.purge(id, new Date());
  }

  private async restore(ref: BinRef): Promise<void> {
    await unlessRefused(() => this.store.repositories.bin.restore(ref));
  }
}
