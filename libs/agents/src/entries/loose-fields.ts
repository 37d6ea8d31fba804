const ANY = '*';
const NONE = '-';

/**
 * Fields of an item; they agree with others that are equal, or where one is not known. An item is
 * stored in many indexes with the same fields, so the slots that they stand for are named once only.
 */
export class LooseFields {
  private stored: readonly string[] | null = null;
  private sought: readonly string[] | null = null;

  /** @param values `null` where one is not known */
  constructor(private readonly values: readonly (string | null)[]) {}

  agree({ values }: LooseFields): boolean {
    return this.values.every(
      (one, at) => one === null || values[at] === null || values[at] === one,
    );
  }

  /** The slots in which an item with these fields is stored. */
  get storedIn(): readonly string[] {
    this.stored ??= combinations(this.values.map((value) => [nameOf(value), ANY]));
    return this.stored;
  }

  /** The slots that together hold all items whose fields agree. */
  get soughtIn(): readonly string[] {
    this.sought ??= combinations(
      this.values.map((value) => (value === null ? [ANY] : [nameOf(value), NONE])),
    );
    return this.sought;
  }
}

function nameOf(value: string | null): string {
  return value === null ? NONE : `=${value}`;
}

function combinations(choices: readonly (readonly string[])[]): readonly string[] {
  return choices.reduce<readonly string[]>(
    (starts, names) => starts.flatMap((start) => names.map((name) => `${start}\n${name}`)),
    [''],
  );
}
