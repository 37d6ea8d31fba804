import type { Clause } from '../clauses.ts';
import { TAKE_OVER } from './take-over.ts';
import { ADVERBS, atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';
import {
  isKnownWork,
  isNamed,
  isPrivate,
  isPresentWork,
  isPresentWorkOfName,
  isWork,
  isWorkOfName,
} from './work.ts';

const promise = (pattern: string, more: Partial<FactPattern>): FactPattern => ({
  ...{ type: 'commitment', status: 'open', pattern: atStart(pattern) },
  ...more,
});

const MINE = { of: 'speaker', accepts: isWork } as const;
const OF_NAME = { of: 'name', accepts: isWorkOfName } as const;
const NAME = '(?<who>(?:(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof)\\.? )?\\p{L}+(?: \\p{Lu}\\p{L}+)?)';
/** Who is named before another one: "Tom, Ben and Eva". */
const OTHERS = '\\p{Lu}\\p{L}+(?:, \\p{Lu}\\p{L}+){0,4},? and ';
/** "Leave it to me, I'll …": what follows says what is done, and by when. */
const TAKEN_ON = {
  of: 'speaker',
  accepts: (_: FoundParts, { sentence, quote }: Clause) => sentence.endsWith(quote),
} as const;
const WILL =
  "i(?:['’]?ll| will| shall| am going to|['’]?m going to|['’]?m gonna| promise to| promise(?: you)?(?: that)? i['’]ll| promise(?: you)?(?: that)? i will| commit to| volunteer to)";
const POLITE = '(?:make sure (?:to|that) |be happy to )?';

const UNCERTAIN = { certainty: 'possible', modal: 'allowed' } as const;
const MAYBE =
  '(?:(?:well|just|perhaps|maybe|possibly|probably|also|then|still|try to|be able to|manage to) ){0,3}';
/** "Get round to the seating plan" may do without a verb. */
const GET_ROUND = '(?:get a?round to |get to )?';

/** What somebody may do: work that is known, or anything that they may get round to. */
function isUncertainWork(parts: FoundParts, clause: Clause): boolean {
  if (!clause.standing.unsure && !/(?<![\p{L}])could(?![\p{L}])/iu.test(clause.text)) return false;
  if (/ get a?round to /iu.test(clause.text)) return !isPrivate(parts.what);
  return isKnownWork(parts, clause) && clause.dates.length > 0;
}

/** Whether a clause says that it is not as was said before. */
function isInstead({ quote, previous }: Clause): boolean {
  return (
    /^(?:no|nope|nah)(?:[,.!]? |$)/iu.test(quote) ||
    /^(?:(?:oh|ah|well),? )?(?:no|nope|nah)[,.!]?$/iu.test(previous) ||
    /(?<![\p{L}])instead(?: of (?!the|a)\p{L}+)?[.!]?$/iu.test(quote)
  );
}

/** "No, I'll do it": somebody else does not have to any more. */
const TAKEN_OVER: readonly FactPattern[] = [
  promise(`${WILL} ${POLITE}${ADVERBS}(?<what>.+)`, {
    ...{ status: 'taken over', of: 'speaker' },
    accepts: (parts, clause) => isWork(parts, clause) && isInstead(clause),
  }),
  ...TAKE_OVER,
];

/** What people take on. */
export const PROMISES: readonly FactPattern[] = [
  ...TAKEN_OVER,
  promise(
    `i(?:['’]?ll| will| shall|['’]?m going to) (?:try (?:to|and)|do my best to) (?<what>.+)`,
    {
      ...{ of: 'speaker', accepts: isWork, certainty: 'possible' },
    },
  ),
  promise(`(?:i (?:might|may|could)|i can) ${MAYBE}${GET_ROUND}(?<what>.+)`, {
    ...{ of: 'speaker', accepts: isUncertainWork, ...UNCERTAIN },
  }),
  promise(`${NAME} (?:might|may|could) ${MAYBE}${GET_ROUND}(?<what>.+)`, {
    ...{ of: 'name', accepts: isWorkOfName, needs: 'date', ...UNCERTAIN },
  }),
  promise(`${WILL} ${POLITE}${ADVERBS}(?<what>.+)`, MINE),
  promise(`let me (?<what>.+)`, { of: 'speaker', accepts: isKnownWork }),
  promise(`i can (?<what>(?:take|handle|do|take care of|look after) .+)`, { of: 'speaker' }),
  promise(`i can (?<what>.+)`, { of: 'speaker', accepts: isKnownWork, needs: 'date' }),
  promise("i(?:['’]ve got to| have to| need to| must) (?<what>.+)", {
    ...{ of: 'speaker', accepts: isKnownWork, needs: 'date' },
  }),
  promise(`i(?:['’]m| am) ${ADVERBS}(?<what>\\p{L}+ing .+)`, {
    ...{ of: 'speaker', accepts: isKnownWork, needs: 'date' },
  }),
  promise(`(?:the |our |my )?(?<what>${NOUNS}) (?:is|are) on me$`, { of: 'speaker' }),
  promise('my (?:job|task|part|action|todo|to-do)(?: is|:)(?: to)? (?<what>.+)', {
    ...{ of: 'speaker', accepts: isKnownWork },
  }),
  promise('(?:(?:please|just|you can) )?leave (?<what>.+?) (?:to|with) me(?![\\p{L}])', TAKEN_ON),
  promise('(?:you can )?count on me (?:for|to do) (?<what>.+)', TAKEN_ON),
  promise(
    "i(?:['’]m| am) (?:handling|in charge of|responsible for|taking care of|looking after) (?<what>.+)",
    TAKEN_ON,
  ),
  promise('(?:will do|on it|i take)[:,] (?<what>.+)', { of: 'speaker', needs: 'date' }),
  promise(`you(?:['’]ll| will) (?:have|get|receive) (?<what>.+)`, { of: 'speaker', needs: 'date' }),
  promise(
    `(?:the |our |my |your )?(?<what>${NOUNS}) (?:will be|['’]ll be) (?:done|ready|finished)`,
    {
      ...{ of: 'speaker', needs: 'date' },
      accepts: (_, { sentence }) => /(?<![\p{L}])i['’]?(?:m| am) on it(?![\p{L}])/iu.test(sentence),
    },
  ),
  promise(
    `${NAME}(?:['’]ll| will| is going to|['’]s going to|['’]s (?:promised|agreed|offered|volunteered) to| promised to| agreed to| offered to| volunteered to| has agreed to| has promised to) ${ADVERBS}(?<what>.+)`,
    OF_NAME,
  ),
  promise(
    `${NAME}(?: has)? (?:said|says|told (?:me|us)|thinks|(?:emailed|texted|wrote|called|rang|phoned|messaged)(?: me| us)? (?:to say|saying)) (?:that )?(?:he|she|they)(?:['’]d|['’]ll| would| will|['’]s going to| is going to) ${ADVERBS}(?<what>.+)`,
    { ...OF_NAME, modal: 'allowed', certainty: 'possible' },
  ),
  promise(
    `${NAME}(?: has|['’]s)? (?:confirmed|promised)(?: me| us)? (?:that )?(?:he|she|they)(?:['’]d|['’]ll| would| will|['’]s going to| is going to) ${ADVERBS}(?<what>.+)`,
    { ...OF_NAME, modal: 'allowed' },
  ),
  promise(`${NAME}(?: has|['’]s)? promised (?:me|us) (?<what>.+)`, {
    ...{ of: 'name', accepts: isNamed, needs: 'date' },
  }),
  promise(`${NAME} (?<what>\\p{L}+s .+)`, {
    ...{ of: 'name', needs: 'date', accepts: isPresentWorkOfName },
  }),
  promise(
    `${OTHERS}${NAME} (?:are going to|have promised to|have agreed to|promised to|agreed to) (?<what>.+)`,
    OF_NAME,
  ),
  promise(`${NAME} (?:needs to|has to|must|is supposed to) ${ADVERBS}(?<what>.+)`, {
    ...OF_NAME,
    needs: 'date',
  }),
  promise(`\\p{L}+ and i (?:will|are going to|['’]ll) ${ADVERBS}(?<what>.+)`, {
    ...{ of: 'speaker', accepts: isKnownWork },
  }),
  promise(
    `${NAME} (?:takes care of|is taking care of|is taking on|handles|is handling|is in charge of|is responsible for) (?<what>.+)`,
    { of: 'name', accepts: isNamed },
  ),
  promise(`we(?:['’]ll| will| shall| are going to|['’]re going to) ${ADVERBS}(?<what>.+)`, {
    accepts: isKnownWork,
  }),
  promise(`i (?<what>.+)`, { of: 'speaker', accepts: isPresentWork, needs: 'date' }),
  promise(
    `(?:[Aa]ction(?: item)?|[Tt]ask|[Tt]odo|[Tt]o do)(?: for)?:? ${NAME}(?: to|:) (?<what>.+)`,
    OF_NAME,
  ),
  promise(`${NAME} to (?<what>.+)`, OF_NAME),
];
