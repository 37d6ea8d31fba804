/** So many items with the same key are tried, the latest first. */
const TRIED = 20;

const ANY = '*';
const NONE = '-';

/**
 * Finds items by a key and by further fields that agree when they are equal or when one of them is
 * not known. Each item is stored under every combination that finds it, so that a search takes the
 * same time however many items there are.
 */
export class LooseIndex<T> {
  private readonly slots = new Map<string, T[]>();

  add(key: string, fields: readonly (string | null)[], item: T): void {
    for (const combination of combinations(fields.map((field) => [nameOf(field), ANY]))) {
      const slot = `${key}\n${combination}`;
      const items = this.slots.get(slot);
      if (items === undefined) this.slots.set(slot, [item]);
      else if (items.at(-1) !== item) items.push(item);
    }
  }

  /** The latest of the items that agree and are accepted, for each way in which they agree. */
  find(
    key: string,
    fields: readonly (string | null)[],
    accepts: (item: T) => boolean,
  ): readonly T[] {
    const names = fields.map((field) => (field === null ? [ANY] : [nameOf(field), NONE]));
    return combinations(names).flatMap((combination) => {
      const items = this.slots.get(`${key}\n${combination}`)?.slice(-TRIED) ?? [];
      return items.findLast(accepts) ?? [];
    });
  }
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
