import { atStart, type FactPattern } from './pattern.ts';
import type { Clause } from './clauses.ts';

const SAYS_SO =
  "(?:that['’]?s|it['’]?s|this is|that is|so that['’]s|and that['’]s) (?:settled|decided|final|agreed|a done deal|the decision|our decision|official)|final (?:answer|decision|call)|that['’]?s what (?:we|i)(?:['’]ve| have)? (?:decided|agreed|settled on)|full stop|end of (?:story|discussion)|no more discussion|das (?:steht|ist) (?:fest|entschieden|beschlossen|fix|beschlossene sache)|c['’]est (?:décidé|réglé|acté|définitif)|(?:ya )?(?:está|queda) decidido|es definitivo";

/** A clause that says that the one before it is decided. */
const FOLLOWS = new RegExp(`^(?:(?:and|und|et|y),? )?(?:${SAYS_SO})\\W*$`, 'iu');

const decided = (pattern: string): FactPattern => ({
  ...{ type: 'decision', status: null, pattern: atStart(pattern), negation: 'allowed' },
});

/** "We're not hiring a band, that's settled": in the clause itself. */
export const SETTLED: FactPattern = decided(
  `(?:(?:we|i)(?:['’]re| are|['’]ll| will| am|['’]m)? |wir |on |nous )?(?<what>[^\\s,]{1,40} [^,]{3,120}?)(?:,| –| -) (?:${SAYS_SO})\\W*$`,
);

/** The same, when the words that say so are a clause of their own. */
export const SETTLED_BEFORE: FactPattern = {
  ...decided("(?:(?:we|i)(?:['’]re| are|['’]ll| will| am|['’]m)? )?(?<what>\\S{1,40} .{3,160})"),
  accepts: (_, { next }: Clause) => FOLLOWS.test(next),
};
