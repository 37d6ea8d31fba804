/** The rules by which speakers get names; they are those of the domain. */
export interface NameRules {
  nameOf(
    base: string,
    decisions: readonly { readonly bases: readonly string[]; readonly name: string }[],
  ): string;
  replaced(turns: readonly NamedTurn[]): ReadonlyMap<string, string>;
  isOnlyRenamed(turns: readonly NamedTurn[]): boolean;
  withNames(text: string, names: ReadonlyMap<string, string>): string;
}

/** The name of a turn before and after a decision. */
export interface NamedTurn {
  readonly before: string;
  readonly after: string;
}
