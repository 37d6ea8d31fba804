/** So many items that agree in the same way are tried, the latest first. */
const TRIED = 20;

const ANY = '*';
const NONE = '-';

/** Fields of an item; they agree with others that are equal, or where one is not known. */
export type LooseFields = readonly (string | null)[];

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
      const isFound = (stored: Stored<T>) => agree(stored.fields, fields) && accepts(stored.item);
      return this.few.filter(isFound).map(({ item }) => item);
    }
    const names = fields.map((field) => (field === null ? [ANY] : [nameOf(field), NONE]));
    return combinations(names).flatMap((combination) => {
      const items = slots.get(combination)?.slice(-TRIED) ?? [];
      return items.findLast(accepts) ?? [];
    });
  }
}

function addTo<T>(slots: Map<string, T[]>, { fields, item }: Stored<T>): void {
  for (const combination of combinations(fields.map((field) => [nameOf(field), ANY]))) {
    const items = slots.get(combination);
    if (items === undefined) slots.set(combination, [item]);
    else if (items.at(-1) !== item) items.push(item);
  }
}

function agree(ones: LooseFields, others: LooseFields): boolean {
  return ones.every((one, at) => one === null || others[at] === null || others[at] === one);
}

function nameOf(field: string | null): string {
  return field === null ? NONE : `=${field}`;
}

function combinations(choices: readonly (readonly string[])[]): readonly string[] {
  return choices.reduce<readonly string[]>(
    (starts, names) => starts.flatMap((start) => names.map((name) => `${start}\n${name}`)),
    [''],
  );
}
