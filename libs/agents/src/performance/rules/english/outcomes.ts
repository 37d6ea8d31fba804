import { ADVERBS, atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';
import { isDone } from './reported-work.ts';
import { isPastWork, workVerb } from '../verbs.ts';
import type { Clause } from '../clauses.ts';
import { isOfOthers } from '../owner.ts';
import { isNamed, isPrivate } from './work.ts';

const outcome = (
  status: 'kept' | 'broken',
  pattern: string,
  more: Partial<FactPattern>,
): FactPattern => ({ type: 'commitment', status, pattern: atStart(pattern), ...more });

const WHO = '(?<who>[Ii]|[Ww]e|\\p{L}+(?: \\p{Lu}\\p{L}+)?)';
const HAVE = "(?:['’]ve| have|['’]s| has)?";
const DONE =
  '(?:done|finished|ready|out|gone out|went out|set up|in the mail|sent|delivered|complete|completed|booked|signed|ordered|confirmed|published|in place|sorted|fixed|approved|on its way|on their way|submitted|shipped|merged|installed|printed|paid|sent out|uploaded|written|updated|deployed|tuned|cleaned|painted|mended|tested|live)';
const FAILED =
  "(?:(?:didn['’]?t|did not|couldn['’]?t|could not|haven['’]?t|hasn['’]?t|never) (?:manage(?:d)? to|manage(?:d)?(?= (?:the|my|our|all|that)(?![\\p{L}]))|get a?round to|got a?round to|gotten a?round to|get to|make it to|find the time to|find time to)|failed to|forgot to|forgot about|(?:wasn['’]?t|weren['’]?t|was not|won['’]?t be|wont be|will not be|am not|['’]m not) able to|won['’]?t (?:manage to|get to|get around to)|missed the deadline (?:for|on)|won['’]?t make the deadline (?:for|on)|dropped the ball on|couldn['’]?t|broke my promise to)";
const NOT_DONE =
  "(?:(?:still )?(?:hasn['’]?t|haven['’]?t|has not|have not|has still not|have still not)(?: even)?|never|still never)";
const NOBODY_IN_PARTICULAR =
  /^(?:(?:their|his|her|its|another|somebody['’]s|someone['’]s) .*|(?:i|we|you|he|she|they|it|this|that|dinner|lunch|there|who|what))$/iu;

/** What was done long ago, or in so many months, is a story. */
const IS_STORY =
  /(?<![\p{L}])(?:in (?:(?:about|only|just|under|less than|over) )?(?:\p{L}+|\d+) (?:days|weeks|months|years)|in (?:1[89]|20)\d\d|(?:years?|months|ages|decades) ago|last (?:year|century))(?![\p{L}])/iu;

/** Something of the project that was done lately: neither a neighbour's house nor an old story. */
function isOwnThing({ what }: FoundParts, clause: Clause): boolean {
  if (NOBODY_IN_PARTICULAR.test(what) || isPrivate(what) || IS_STORY.test(clause.text))
    return false;
  return isOfOthers(clause) !== true;
}

const isOfSomebody = { of: 'name', negation: 'allowed', accepts: isNamed } as const;

/** "… and I didn't". */
const ADMITS =
  /^(?:and |but |then )?(?:i )?(?:(?:didn|haven)['’]t|did not|have not|never did|forgot|clean forgot)(?: yet)?\W*(?:$|sorry|my fault|my bad)/iu;

const OWN_FAULT =
  /^(?:(?:and|because|but|so|sorry),? )*(?:i (?:ran out of time|forgot|didn['’]t|couldn['’]t|had no time|messed)|(?:it['’]s |that['’]s )?my (?:fault|bad)|that['’]s on me)(?![\p{L}])/iu;

/** What has not been done by now. */
function isLeftUndone({ what, ...parts }: FoundParts, clause: Clause): boolean {
  const verb = /^\p{L}+/u.exec(what)?.[0] ?? '';
  return isPastWork(verb) && isNamed({ what, ...parts }, clause);
}

/** "I didn't finish the slides": a verb in its base form. What "we" did not do was nobody's promise. */
function isWorkLeft({ what, who }: FoundParts, clause: Clause): boolean {
  const isKnown = workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') !== null;
  return isKnown && !/^we$/iu.test(who) && isNamed({ what, who }, clause);
}

/** What became of what people took on. */
export const OUTCOMES: readonly FactPattern[] = [
  outcome('broken', `${WHO} ${ADVERBS}${FAILED} (?<what>.+)`, {
    ...isOfSomebody,
    modal: 'allowed',
  }),
  outcome('broken', `${WHO} ${ADVERBS}${NOT_DONE} ${ADVERBS}(?<what>.+)`, {
    ...isOfSomebody,
    accepts: isLeftUndone,
  }),
  outcome('broken', `${WHO} ${ADVERBS}(?:didn['’]?t|did not) ${ADVERBS}(?<what>.+)`, {
    ...isOfSomebody,
    accepts: isWorkLeft,
  }),
  outcome('broken', `(?:[Dd]idn['’]?t|[Hh]aven['’]?t|[Cc]ouldn['’]?t) ${ADVERBS}(?<what>.+)`, {
    of: 'speaker',
    negation: 'allowed',
    accepts: ({ what }) =>
      /^manage (?:to|the|my|our|all) /iu.test(what) ||
      workVerb(/^\p{L}+/u.exec(what)?.[0] ?? '') !== null,
  }),
  outcome(
    'broken',
    "i (?:said|promised|told (?:you|them)) (?:that )?i(?:['’]d| would) (?<what>.+)",
    {
      ...{ of: 'speaker', modal: 'allowed', negation: 'allowed' },
      accepts: (_, { next }: Clause) => ADMITS.test(next),
    },
  ),
  outcome(
    'broken',
    `(?:the |my |our )(?<what>${NOUNS}) (?:is|are|was|were)(?: still)?(?: not|n['’]t) (?:done|finished|ready|written|sent|ordered|booked)(?: yet)?$`,
    { of: 'speaker', negation: 'allowed', accepts: (_, { next }: Clause) => OWN_FAULT.test(next) },
  ),
  outcome('kept', `${WHO}${HAVE} ${ADVERBS}(?<what>\\p{L}+ .+)`, { of: 'name', accepts: isDone }),
  outcome(
    'kept',
    "(?:i['’]?m |i am |we['’]re |we are )?(?:all )?(?:done|finished|through) with (?<what>.+)",
    { of: 'speaker' },
  ),
  outcome('kept', `i(?:['’]ve| have)? ${ADVERBS}(?<what>(?:did|done|finished) (?:it|that|this))$`, {
    of: 'speaker',
    accepts: ({ what }) => !/^(?:did|done|finished) (?:it|that|this)$/iu.test(what),
  }),
  outcome(
    'kept',
    `(?:the |our |my |your |all )?(?<what>${NOUNS}) (?:(?:is|are|was|were|has been|have been) ${ADVERBS}${DONE}|went out|(?:has|have) gone out)(?! of)(?![\p{L}])`,
    { accepts: isOwnThing },
  ),
  outcome(
    'kept',
    `(?:the |our |my |your |all )(?<what>${NOUNS})['’]s (?:all )?${ADVERBS}(?:sorted|booked|ordered|printed|paid|signed|sent|confirmed|fixed|installed|submitted|taken care of|all set)(?![\\p{L}])`,
    { accepts: isOwnThing },
  ),
  outcome(
    'kept',
    `(?<what>${NOUNS})['’]s (?:all )?${ADVERBS}(?:sorted|booked|ordered|printed|paid|signed|sent|confirmed|fixed|installed|submitted|taken care of|all set)(?![\\p{L}])`,
    // "Tom's sorted" is not the same as "parking's sorted".
    { certainty: 'possible', accepts: isOwnThing },
  ),
];
