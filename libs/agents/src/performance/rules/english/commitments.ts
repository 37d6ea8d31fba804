import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { ADVERBS, atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';
import { isPastWork, workVerb } from '../verbs.ts';

/** Verbs that promise nothing: "I'll be late", "I'll see". */
const IDLE =
  /^(?:be|see|have|say|admit|bet|miss|need|want|like|love|guess|think|know|remember|die|never|wait|go|come|leave|stay|feel|get (?:there|back|home|used)|grab|eat|sleep|live|stop|assume|pass|spare|skip|tell you|give you an? (?:example|idea|hint|minute|second|moment|hand)|put it|let you|win|try|hope|believe|agree|end up|keep|always|not|no|only|look like|suggest|happen|cost|become|seem|imagine|enjoy|regret|understand|find out)(?![\p{L}])/iu;
/** "Ask her" says nothing without what was said before. */
const OF_PRONOUN = /^\p{L}+ (?:it|him|her|them|that|this|you|so)$/iu;
const READY = /^have .{1,60} (?:ready|done|finished|fixed|for you)(?![\p{L}])/iu;
const BE_DOING = /^be (\p{L}+ing)(?![\p{L}])/iu;

const firstWord = (text: string) => /^[\p{L}-]+/u.exec(text)?.[0] ?? '';

/** What the speaker promises may be any work. */
function isWork({ what }: FoundParts, { dates }: Clause): boolean {
  if (dates.length === 0 && OF_PRONOUN.test(what)) return false;
  const doing = BE_DOING.exec(what);
  if (doing) return workVerb(doing[1] ?? '') !== null;
  return READY.test(what) || !IDLE.test(what);
}

/** Of others, verbs of work only, because "sales will grow" promises nothing. */
function isWorkOfName(parts: FoundParts, clause: Clause): boolean {
  return isName(parts.who, clause.text) && isKnownWork(parts);
}

function isKnownWork({ what }: FoundParts): boolean {
  if (IDLE.test(what)) return READY.test(what);
  return READY.test(what) || workVerb(firstWord(what)) !== null;
}

/** "I call the bank tomorrow", but not "I called the bank". */
function isPresentWork({ what }: FoundParts): boolean {
  const verb = firstWord(what);
  return workVerb(verb) === verb && !isPastWork(verb);
}

function isNamed({ who }: FoundParts, { text }: Clause): boolean {
  return /^(?:i|we)$/iu.test(who) || isName(who, text);
}

function isDone(parts: FoundParts, clause: Clause): boolean {
  const leisure = /(?<![\p{L}])(?:lunch|dinner|breakfast|coffee|drinks?|holidays?)(?![\p{L}])/iu;
  return isPastWork(firstWord(parts.what)) && isNamed(parts, clause) && !leisure.test(parts.what);
}

const commitment = (
  status: 'open' | 'kept' | 'broken',
  pattern: string,
  more: Partial<FactPattern>,
): FactPattern => ({ type: 'commitment', status, pattern: atStart(pattern), ...more });

const MINE = { of: 'speaker', accepts: isWork } as const;
const NAME = '(?<who>\\p{L}+(?: \\p{Lu}\\p{L}+)?)';
const WHO = '(?<who>[Ii]|[Ww]e|\\p{L}+(?: \\p{Lu}\\p{L}+)?)';
const HAVE = "(?:['’]ve| have|['’]s| has)?";
const DONE =
  '(?:done|finished|ready|out|gone out|went out|set up|in the mail|sent|delivered|complete|completed|booked|signed|ordered|confirmed|published|in place|sorted|fixed|approved|on its way|on their way|submitted|shipped|merged|installed|printed|paid|sent out|uploaded|written|updated|deployed|live)';
const FAILED =
  "(?:(?:didn['’]?t|did not|couldn['’]?t|could not|haven['’]?t|never) (?:manage(?:d)? to|get around to|got around to|get to|make it to|find the time to|find time to)|failed to|forgot to|forgot about|(?:wasn['’]?t|weren['’]?t|was not|won['’]?t be|will not be|am not|['’]m not) able to|missed the deadline (?:for|on)|won['’]?t make the deadline (?:for|on)|dropped the ball on|couldn['’]?t|broke my promise to)";

/** What people take on, and whether it was done. */
export const COMMITMENTS: readonly FactPattern[] = [
  commitment('broken', `${WHO} ${ADVERBS}${FAILED} (?<what>.+)`, {
    of: 'name',
    negation: 'allowed',
    modal: 'allowed',
    accepts: isNamed,
  }),
  commitment('kept', `${WHO}${HAVE} ${ADVERBS}(?<what>\\p{L}+ .+)`, {
    of: 'name',
    accepts: isDone,
  }),
  commitment(
    'kept',
    `(?:the |our |my |your |all )?(?<what>${NOUNS}) (?:(?:is|are|was|were|has been|have been|['’]s) ${ADVERBS}${DONE}|went out|(?:has|have) gone out)(?! of)(?![\\p{L}])`,
    {
      accepts: ({ what }) =>
        !/^(?:i|we|you|he|she|they|it|this|that|dinner|lunch|there|who|what)$/iu.test(what),
    },
  ),
  commitment('open', `i(?:['’]?ll| will| shall) (?:try to|do my best to) (?<what>.+)`, {
    ...MINE,
    certainty: 'possible',
  }),
  commitment(
    'open',
    `i(?:['’]?ll| will| shall| am going to|['’]m going to|['’]m gonna| promise to| promise(?: you)?(?: that)? i['’]ll| promise(?: you)?(?: that)? i will| commit to| volunteer to) (?:make sure (?:to|that) |be happy to )?${ADVERBS}(?<what>.+)`,
    MINE,
  ),
  commitment('open', `let me (?<what>.+)`, { of: 'speaker', accepts: isKnownWork }),
  commitment('open', `i can (?<what>(?:take|handle|do|take care of|look after) .+)`, {
    of: 'speaker',
  }),
  commitment('open', `i can (?<what>.+)`, { of: 'speaker', accepts: isKnownWork, needs: 'date' }),
  commitment('open', `i(?:['’]m| am) ${ADVERBS}(?<what>\\p{L}+ing .+)`, {
    of: 'speaker',
    accepts: isKnownWork,
    needs: 'date',
  }),
  commitment('open', `you(?:['’]ll| will) (?:have|get|receive) (?<what>.+)`, {
    of: 'speaker',
    needs: 'date',
  }),
  commitment(
    'open',
    `${NAME}(?:['’]ll| will| is going to|['’]s going to| promised to| agreed to| offered to| volunteered to| has agreed to| has promised to) ${ADVERBS}(?<what>.+)`,
    { of: 'name', accepts: isWorkOfName },
  ),
  commitment(
    'open',
    `${NAME} (?:takes care of|is taking care of|is taking on|handles|is handling|is in charge of|is responsible for) (?<what>.+)`,
    { of: 'name', accepts: isNamed },
  ),
  commitment(
    'open',
    `we(?:['’]ll| will| shall| are going to|['’]re going to) ${ADVERBS}(?<what>.+)`,
    { accepts: isKnownWork },
  ),
  commitment('open', `i (?<what>.+)`, { of: 'speaker', accepts: isPresentWork, needs: 'date' }),
  commitment(
    'open',
    `(?:action(?: item)?|task|todo|to do)(?: for)?:? ${NAME}(?: to|:) (?<what>.+)`,
    { of: 'name', accepts: isWorkOfName },
  ),
  commitment('open', `${NAME} to (?<what>.+)`, { of: 'name', accepts: isWorkOfName }),
];
