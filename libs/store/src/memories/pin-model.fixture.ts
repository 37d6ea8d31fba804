import type { Significance } from '#contracts/model';

/** A memory as the rule of pins sees it. */
interface ModelMemory {
  readonly id: string;
  readonly createdMs: number;
  pin: 'none' | 'auto' | 'manual';
  decidedByPerson: boolean;
}

const CAP = 8;

/**
 * The rule of pins of one owner, written down as plainly as it is said: an owner has at most eight
 * pins, unless the manual ones alone exceed that. Over the cap the oldest auto-pin goes, never the
 * one just set. A person's decision outlasts any score.
 */
export class PinModel {
  private readonly memories: ModelMemory[] = [];

  add(id: string, createdAt: Date): void {
    const createdMs = createdAt.getTime();
    this.memories.push({ id, createdMs, pin: 'none', decidedByPerson: false });
  }

  /** All memories, in the order of their creation. */
  get ids(): readonly string[] {
    return this.memories.map(({ id }) => id);
  }

  score(id: string, significance: Significance): void {
    const memory = this.find(id);
    if (significance < 3 || memory.decidedByPerson || memory.pin !== 'none') return;
    memory.pin = 'auto';
    this.evict(memory);
  }

  decide(id: string, pinned: boolean): void {
    const memory = this.find(id);
    const isNew = pinned && memory.pin === 'none';
    memory.decidedByPerson = true;
    memory.pin = pinned ? 'manual' : 'none';
    if (isNew) this.evict(memory);
  }

  /** `auto` and `manual` pins by id. */
  pins(): Readonly<Record<string, string>> {
    const pinned = this.memories.filter(({ pin }) => pin !== 'none');
    return Object.fromEntries(pinned.map(({ id, pin }) => [id, pin]));
  }

  private evict(justSet: ModelMemory): void {
    for (;;) {
      const pinned = this.memories.filter(({ pin }) => pin !== 'none');
      if (pinned.length <= CAP) return;
      let oldest: ModelMemory | null = null;
      for (const each of pinned) {
        if (each.pin !== 'auto' || each === justSet) continue;
        if (oldest === null || isOlder(each, oldest)) oldest = each;
      }
      if (oldest === null) return;
      oldest.pin = 'none';
    }
  }

  private find(id: string): ModelMemory {
    const memory = this.memories.find((each) => each.id === id);
    if (memory) return memory;
    throw new Error(`there is no memory ${id}`);
  }
}

function isOlder(one: ModelMemory, other: ModelMemory): boolean {
  if (one.createdMs !== other.createdMs) return one.createdMs < other.createdMs;
  return one.id < other.id;
}
