import type { Certainty } from '#contracts/model';
import type { Clause } from './clauses.ts';

/** Parts of a clause that a pattern has found. */
export interface FoundParts {
  /** What it is about. */
  readonly what: string;
  /** The name of whom it concerns; `''` for none. */
  readonly who: string;
}

/**
 * How facts of one kind are stated. The pattern is matched with a clause of a few hundred characters
 * at most; its group `what` is what the fact is about, its group `who` a name.
 */
export interface FactPattern {
  readonly type: string;
  readonly status: string | null;
  readonly pattern: RegExp;
  /** Whose it is: the speaker's, that of the name in group `who`, or nobody's in particular. */
  readonly of?: 'speaker' | 'name';
  /** What the clause must hold in addition. */
  readonly needs?: 'date' | 'span';
  /** Which of several dates is meant, if any; the first one by default. */
  readonly date?: 'last' | 'none';
  /** Whether a negation in the clause is part of what is stated. */
  readonly negation?: 'allowed';
  /** Whether "might" and "would" are part of what is stated. */
  readonly modal?: 'allowed';
  readonly certainty?: Certainty;
  readonly corrects?: boolean;
  /** What the fact is about when the pattern has no group `what`. */
  readonly about?: 'clause before';
  readonly accepts?: (parts: FoundParts, clause: Clause) => boolean;
}

/** Matches at the start of a clause; in any case, unless it asks for a capital letter. */
export function atStart(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})`, pattern.includes('\\p{Lu}') ? 'u' : 'iu');
}

/** Words between an auxiliary and its verb. */
export const ADVERBS =
  '(?:(?:also|then|just|already|finally|now|definitely|personally|quickly|gladly|happily|still|currently|all|successfully|really|even|probably|soon|only|completely|totally|again|today) ){0,3}';

/** A noun phrase of up to six words. */
export const NOUNS = "(?:[\\p{L}\\p{N}'’&/.-]+ ){0,5}[\\p{L}\\p{N}'’&/-]+(?:\\.\\p{N}+)?";

/** The patterns of a language by type of fact. */
export type LanguagePatterns = Readonly<
  Record<'decisions' | 'risks' | 'blockers' | 'milestones' | 'commitments', readonly FactPattern[]>
> & {
  /** Risks in clauses that state nothing else: "I'm afraid the supplier is late". */
  readonly fears?: readonly FactPattern[];
};
