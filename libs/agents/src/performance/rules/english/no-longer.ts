import type { Clause } from '../clauses.ts';
import { withoutFillers } from '../fillers.ts';
import { type FactPattern, NOUNS } from '../pattern.ts';
import { milestone, named, SUBJECT } from './milestone-pattern.ts';

const NOT =
  "(?:isn['’]?t|is not|is no longer|are no longer|aren['’]?t|are not|won['’]?t|will not|will no longer|can['’]?t be|doesn['’]?t)";
/** "The workshop isn't happening on the eighth any more", before the clause that says when it is. */
const NO_LONGER = new RegExp(
  `^(?:(?:yeah|so|and|okay|ok|well|um|uh),? )?(?:the |our )?(?<what>${NOUNS}) ${NOT}(?![\\p{L}])`,
  'iu',
);

/** The event that was said to be no longer at its time; `null` for none. */
export function noLonger(previous: string): string | null {
  const what = NO_LONGER.exec(withoutFillers(previous).text)?.groups?.['what'] ?? '';
  return named({ what, who: '' }) ? what : null;
}

const isInstead = (_: unknown, { previous }: Clause) => noLonger(previous) !== null;

/** "… it's now the 15th", "the demo is not on Friday but on Monday". */
export const NO_LONGER_THEN: readonly FactPattern[] = [
  milestone(
    'moved',
    "(?<what>it|that)(?:['’]?s| is| will be|['’]ll be)(?: happening| going to be| moving)? ?(?:now |to |on |in |the )*.+",
    { needs: 'date', accepts: isInstead },
  ),
  milestone('moved', `${SUBJECT} ${NOT} .{1,40},? but (?:on |in |at |the |now ).+`, {
    needs: 'date',
    negation: 'allowed',
    accepts: named,
  }),
];
