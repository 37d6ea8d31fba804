/** Numbers from 0 that are joined into sets; each set is known by the smallest of its numbers. */
export class DisjointSets {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, at) => at);
  }

  /** The smallest number of the set that contains a number. */
  rootOf(member: number): number {
    let root = member;
    while (this.parentOf(root) !== root) {
      const grandparent = this.parentOf(this.parentOf(root));
      this.parents[root] = grandparent;
      root = grandparent;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [first, second] = [this.rootOf(one), this.rootOf(other)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }

  private parentOf(member: number): number {
    return this.parents[member] ?? member;
  }
}
