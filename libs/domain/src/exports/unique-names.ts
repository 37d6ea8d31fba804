/** Makes the names of one folder different, also for file systems that ignore their case. */
export class UniqueNames {
  private readonly taken = new Set<string>();
  /** How often a name was asked for, so that many equal names take linear time. */
  private readonly times = new Map<string, number>();

  /** @returns the name, with a number before its ending when it is taken */
  take(name: string): string {
    const dot = name.lastIndexOf('.');
    const stem = dot > 0 ? name.slice(0, dot) : name;
    const ending = name.slice(stem.length);
    let times = this.times.get(keyOf(name)) ?? 1;
    let unique = name;
    while (this.taken.has(keyOf(unique))) {
      times += 1;
      unique = `${stem} (${times})${ending}`;
    }
    this.times.set(keyOf(name), times);
    this.taken.add(keyOf(unique));
    return unique;
  }
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
