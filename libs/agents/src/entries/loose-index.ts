import type { LooseFields } from './loose-fields.ts';

/** So many items that agree in the same way are tried, the latest first. */
const TRIED = 20;

interface Stored<T> {
  readonly fields: LooseFields;
  readonly item: T;
}

/**
 * Items that are found by fields of which each may be unknown. A few items are simply searched; many
 * are stored under every combination of fields that finds them, so that a search takes the same time
 * however many there are.
 */
export class LooseIndex<T> {
  private readonly few: Stored<T>[] = [];
  private slots: Map<string, T[]> | null = null;

  add(fields: LooseFields, item: T): void {
    if (this.slots !== null) return addTo(this.slots, { fields, item });
    if (this.few.at(-1)?.item === item) this.few.pop();
    this.few.push({ fields, item });
    if (this.few.length <= TRIED) return;
    this.slots = new Map();
    for (const stored of this.few.splice(0)) addTo(this.slots, stored);
  }

  /** Items that agree and are accepted; the latest of each way to agree is among them. */
  find(fields: LooseFields, accepts: (item: T) => boolean): readonly T[] {
    const { slots } = this;
    if (slots === null) {
      const isFound = (stored: Stored<T>) => stored.fields.agree(fields) && accepts(stored.item);
      return this.few.filter(isFound).map(({ item }) => item);
    }
    return fields.soughtIn.flatMap((slot) => {
      const items = slots.get(slot)?.slice(-TRIED) ?? [];
      return items.findLast(accepts) ?? [];
    });
  }
}

function addTo<T>(slots: Map<string, T[]>, { fields, item }: Stored<T>): void {
  for (const slot of fields.storedIn) {
    const items = slots.get(slot);
    if (items === undefined) slots.set(slot, [item]);
    else if (items.at(-1) !== item) items.push(item);
  }
}
