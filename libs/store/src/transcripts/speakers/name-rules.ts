import type { VoiceWindow } from '#contracts/model';

/** The rules by which speakers get names, texts follow, and voices are known; they are those of the domain. */
export interface NameRules {
  nameOf(
    base: string,
    decisions: readonly { readonly bases: readonly string[]; readonly name: string }[],
  ): string;
  replaced(turns: readonly NamedTurn[]): ReadonlyMap<string, string>;
  isOnlyRenamed(turns: readonly NamedTurn[]): boolean;
  withNames(text: string, names: ReadonlyMap<string, string>): string;
  /** Tells a memory again, with who says what from now on; `null` when it is not made of these pieces. */
  retold(
    narrative: string,
    pieces: readonly (NamedTurn & { readonly text: string })[],
    from: number,
  ): { readonly narrative: string; readonly next: number } | null;
  /** Whether a name is a label that tells nobody. */
  isLabel(name: string): boolean;
  /** The middle of a voice; `null` where too little of it was heard. */
  voiceOf(windows: readonly VoiceWindow[]): Float32Array | null;
}

/** The name of a turn before and after a decision. */
export interface NamedTurn {
  readonly before: string;
  readonly after: string;
}

/** Replaces names in a text. */
export type Rename = (text: string) => string;
