import { BIN_KINDS, type BinKind } from '#contracts/model';
import type { TestStore } from '../../../store/src/store.fixture.ts';
import { unlessRefused } from './random-requests.fixture.ts';
import { oneOf } from './random-runs.fixture.ts';

/** Tables of what can be deleted. */
const TABLES: Readonly<Record<BinKind, string>> = {
  conversation: 'conversations',
  memory: 'memories',
  document: 'documents',
  project: 'projects',
};

/** Random deletions, restores and purges. */
export class RandomBin {
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    private readonly someId: (table: string) => Promise<string | null>,
  ) {}

  /** More is restored than stays in the bin. */
  async change(): Promise<void> {
    const binned = await this.someId('bin_items');
    if (binned === null || this.random() < 0.2) return this.delete();
    if (this.random() < 0.1) {
      await this.store.repositories.binPurge.purge(binned, new Date());
    } else await this.restore(binned);
  }

  private async delete(): Promise<void> {
    const kind = oneOf(this.random, BIN_KINDS);
    const id = await this.someId(TABLES[kind]);
    if (id !== null) await unlessRefused(() => this.store.repositories.bin.delete({ kind, id }));
  }

  private async restore(id: string): Promise<void> {
    const [item] = await this.store.rows('SELECT kind FROM bin_items WHERE id = $1', [id]);
    const kind = BIN_KINDS.find((each) => each === item?.['kind']);
    if (kind) await unlessRefused(() => this.store.repositories.bin.restore({ kind, id }));
  }
}
