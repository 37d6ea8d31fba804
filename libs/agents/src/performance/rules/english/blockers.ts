import type { Clause } from '../clauses.ts';
import { isOutOfOrder } from '../out-of-order.ts';
import { ADVERBS, atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';

const blocker = (
  status: 'open' | 'resolved',
  pattern: string,
  more: Partial<FactPattern> = {},
): FactPattern => ({
  type: 'blocker',
  status,
  pattern: atStart(pattern),
  ...more,
});

/** A negation is a part of it. */
const NOT = { negation: 'allowed' } as const;

const BE = "(?:['’]?m|['’]?re|['’]s| am| are| is| have been| has been)";
const NAME = '(?!(?:he|she|it|you|who|that|this|there|what)(?![\\p{L}]))\\p{L}+';
const WHO = `(?:i|we|they|the ${NOUNS}|our ${NOUNS}|${NAME})${BE}`;
const RESOLVED =
  '(?:resolved|unblocked|solved|cleared|cleared up|gone|out of the way|no longer blocking|no longer a blocker|sorted out)';

/** "Nothing is blocking us" names no blocker. */
const NOTHING = /^(?:nothing|nobody|none|no one|no|neither|not)(?![\p{L}])/iu;

const BACK =
  '(?:back(?: up| online| again)?|up again|(?:up and )?running again|working(?: again| now)|available(?: again| now)|online again|fixed|repaired|restored)';
const ARRIVED =
  '(?:arrived|came(?! (?:to|from|with|up|out|down|back|by|as|for|after|before|too|at)(?![\\p{L}]))|come in|came in|come through|came through|been delivered|been granted|been approved|been signed|got approved|was granted|were granted|landed)';
/** A known thing, of which the arrival matters; "the guests" have arrived for something else. */
const THING = `(?:the |our |all the |those )(?!(?:guests?|kids|children|others|team|train|bus|taxi)(?![\\p{L}]))(?<what>${NOUNS})`;

/** "55 of the 70 tickets are gone" counts. */
const PART = /^(?:\d|\p{L}+ of )/iu;
/** Where people are stuck for a while. */
const ON_THE_WAY =
  /^(?:(?:in|at|on) )?(?:\p{L}+ ){0,2}(?:meetings?|call|traffic|lift|elevator|train|queue|jam|station|airport|work|home|office|school|doctor|dentist|platform|motorway|highway)$/iu;

/** "Until it's fixed", after a clause that names what is broken, adds nothing. */
const isNewReason = ({ what }: FoundParts, { previous, language }: Clause) =>
  !/^(?:it|they|that|this)(?:['’]|\s|$)/iu.test(what) && !isOutOfOrder(previous, language);

const CANNOT_GO_ON =
  "(?:can['’]?t|cannot|can not) (?:really )?(?:move on|go on|continue|proceed|carry on|get on|start|make progress|do anything)(?: yet| now| here)?";

/** "We are blocked by …", "waiting for …", "we can't start until …", and that it is over. */
export const BLOCKERS: readonly FactPattern[] = [
  blocker(
    'resolved',
    `${WHO} ${ADVERBS}(?:no longer (?:blocked|stuck|held up|stalled|waiting)|not (?:blocked|stuck|held up|waiting)(?= .{0,30}any ?more))(?: any ?more)?(?:(?: by| on| with| for|,|:) (?!(?:it|that|this|them|him|her)(?![\\p{L}]))(?<what>.+?)(?: any ?more)?$)?`,
    { ...NOT, about: 'clause beside' },
  ),
  blocker('resolved', `${WHO} ${ADVERBS}unblocked`, { about: 'clause before' }),
  blocker(
    'resolved',
    `(?:the |our |that )?(?<what>${NOUNS}) (?:is|are|has been|have been|was|were|got) ${ADVERBS}${RESOLVED}`,
    { ...NOT, accepts: ({ what }) => !PART.test(what) },
  ),
  blocker(
    'resolved',
    `(?:the |our |that )?(?<what>${NOUNS} (?:issue|problem|bug|blocker)|(?:issue|problem|bug|blocker) ${NOUNS}) (?:is|are|has been|have been|was|were|got) ${ADVERBS}(?:fixed|done|behind us)`,
  ),
  blocker('resolved', `${THING} (?:has |have |just )?${ADVERBS}${ARRIVED}(?![\\p{L}])`),
  blocker(
    'resolved',
    `${THING} (?:is |are |['’]s )${ADVERBS}${BACK}(?![\\p{L}])(?! (?:in|to|on|from|at)(?![\\p{L}]))`,
  ),
  blocker(
    'resolved',
    `${THING} (?:works|work|responds|respond|runs|run) ${ADVERBS}(?:again|now)(?![\\p{L}])`,
  ),
  blocker('resolved', `${THING} (?:is|are) ${ADVERBS}(?:here|there|in)(?: now| at last)?$`),
  blocker(
    'resolved',
    `(?:(?:we|i)(?:['’]ve| have)? )?${ADVERBS}(?:got|received|obtained|have|been given|been granted) (?:the|our) (?<what>(?:[\\p{L}-]+ ){0,3}?(?:permits?|licen[cs]es?|approvals?|permissions?|confirmations?|access|keys?|visas?|clearances?|go-ahead|green light|sign-off|signatures?|logins?|passwords?|credentials|accounts?))(?: (?:to|for|from) [^,.]{1,40})?(?: (?:now|today|yesterday|at last|this morning|back)| on \\p{L}+)?$`,
  ),
  blocker(
    'resolved',
    `(?:(?:we|i)(?:['’]ve| have)? )?(?:now|finally|at last) (?:got|have|received|been given) (?<what>(?:access|permission|approval|clearance)(?: (?:to|for|from) [^,.]{1,40})?)$`,
  ),
  blocker(
    'resolved',
    '(?:so |now |then )*we can (?:finally |now )?(?:go on|continue|proceed|carry on|move on|start|get going|work)(?: again| now)?$',
    { about: 'clause before' },
  ),
  blocker(
    'resolved',
    `(?:we|i|\\p{L}+)(?:['’]ve| have| has)? ${ADVERBS}(?:resolved|solved|unblocked|cleared) (?<what>.+)`,
  ),
  blocker(
    'open',
    "what(?:['’]s| is)? (?:really |currently |still )?(?:holding (?:us|everything|things) (?:up|back)|blocking us|stopping us|in our way|keeping us from [^,.]{1,30}|holds us up|blocks us)(?: right now| at the moment| now)? (?:is|are) (?:that )?(?<what>.+)",
    NOT,
  ),
  blocker(
    'open',
    `${WHO} ${ADVERBS}(?:blocked|stuck|held up|stalled|at a standstill)(?: now| here| again| at the moment)?$`,
    { about: 'clause beside' },
  ),
  blocker(
    'open',
    `${WHO} ${ADVERBS}(?:blocked|stuck|held up|stalled|at a standstill)(?: now| here| again| at the moment)?[,:;–-]+ (?:because |since |as )?(?<what>.+)`,
    NOT,
  ),
  blocker('open', `(?:i|we) ${CANNOT_GO_ON}$`, { ...NOT, about: 'clause beside' }),
  blocker(
    'open',
    `(?:i|we) ${CANNOT_GO_ON}(?:,|:| –| -) (?:because )?(?!(?:i|you|so|but|and|sorry)(?![\\p{L}]))(?<what>.+)`,
    NOT,
  ),
  blocker(
    'open',
    `(?:nobody|no one|none of us|nothing) (?:can|is able to|moves|gets|works|happens|goes)(?: [^,.]{0,60}?)? (?:until|without|before|because|as long as) (?<what>.+)`,
    { ...NOT, accepts: isNewReason },
  ),
  blocker(
    'open',
    `${WHO} ${ADVERBS}(?:blocked|stuck|held up|stalled)(?: by| on| with| at| because of| because|,? waiting (?:for|on))? (?<what>.+)`,
    { ...NOT, accepts: ({ what }) => !ON_THE_WAY.test(what) },
  ),
  blocker(
    'open',
    `(?:we|i|the ${NOUNS}|our ${NOUNS}|${NAME})${BE} ${ADVERBS}waiting (?:for|on) (?<what>.+)`,
    NOT,
  ),
  blocker(
    'open',
    `(?:the |our |that |a )?(?<what>${NOUNS}) (?:is|are|keeps|keep) ${ADVERBS}(?:blocking|holding (?:us|me|everything|things|it) (?:up|back)|holding up|stopping us|(?:keeping|preventing|stopping) (?:us|me|everybody|the team) from \\p{L}+|in our way|a blocker|a showstopper|the blocker)`,
    { ...NOT, accepts: ({ what }) => !NOTHING.test(what) },
  ),
  blocker(
    'open',
    "(?:(?:the|our|my|a|one|another|the main|the biggest|the only|there['’]?s a|there is a|there is still a|we have a) )?(?:big |biggest |major |main |new |only )?(?:blocker|showstopper|roadblock)(?: (?:is|for [^,.]{1,40} is|with|here is|right now is|at the moment is))?:? (?<what>.+)",
  ),
  blocker(
    'open',
    `(?:i|we|they|${NOUNS}) (?:can['’]?t|cannot|can not|(?:are|am|is) unable to|(?:are|am|is)n['’]t able to) [^,.]{1,60}(?:until|till|without|before|because|as long as) (?<what>.+)`,
    { ...NOT, accepts: isNewReason },
  ),
];
