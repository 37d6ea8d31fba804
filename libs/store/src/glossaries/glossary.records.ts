import type { GlossaryEntry, GlossaryLevel } from '#contracts/model';

/** What a glossary belongs to: an owner, or the project or conversation with an id. */
export interface GlossaryScope {
  readonly level: GlossaryLevel;
  readonly id: string;
}

/** A glossary as it is stored. */
export interface GlossaryRecord extends GlossaryScope {
  readonly ownerId: string;
  readonly entries: readonly GlossaryEntry[];
  /** `null` for one that was never set. */
  readonly changedAt: Date | null;
}
