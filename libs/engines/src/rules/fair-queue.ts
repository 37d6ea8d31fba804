/** What waits, in turns between owners: each gets its next item before another gets a second one. */
export class FairQueue<Item> {
  /** The items of each owner; the owner whose turn is next comes first. */
  private readonly lines = new Map<string, Item[]>();

  add(owner: string, item: Item): void {
    const line = this.lines.get(owner);
    if (line === undefined) this.lines.set(owner, [item]);
    else line.push(item);
  }

  /** Takes the next item of an owner that may have one; `undefined` when there is none. */
  take(mayTake: (owner: string) => boolean): Item | undefined {
    const owner = this.nextOwner(mayTake);
    const line = owner === undefined ? undefined : this.lines.get(owner);
    if (owner === undefined || line === undefined) return undefined;
    const item = line.shift();
    this.lines.delete(owner);
    if (line.length > 0) this.lines.set(owner, line);
    return item;
  }

  /** Whether {@link take} would find an item. */
  hasFor(mayTake: (owner: string) => boolean): boolean {
    return this.nextOwner(mayTake) !== undefined;
  }

  remove(owner: string, item: Item): void {
    const rest = (this.lines.get(owner) ?? []).filter((other) => other !== item);
    if (rest.length > 0) this.lines.set(owner, rest);
    else this.lines.delete(owner);
  }

  /** Takes all items. */
  takeAll(): readonly Item[] {
    const items = [...this.lines.values()].flat();
    this.lines.clear();
    return items;
  }

  private nextOwner(mayTake: (owner: string) => boolean): string | undefined {
    return [...this.lines.keys()].find(mayTake);
  }
}
