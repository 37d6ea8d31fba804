import { ALSO_NAMES, FUNCTION_WORDS, setOf } from '../function-words.ts';
import { looksLikeName, type GuardContext, type Proposal, type ProofRule } from '../proof-rule.ts';
import { isCutOff } from './cut-off.rule.ts';
import { isHesitation } from './filler.rule.ts';

/** Longest phrase that is a stutter when it is said twice. */
const LONGEST_PHRASE = 12;
/** How many words away the copy of a phrase may end, hesitations included. */
const FARTHEST = 3 * LONGEST_PHRASE;
/** Words that are said twice on purpose, with another meaning than once. */
const MEANT_TWICE = setOf('had so bye do night');
/** A clause with these may end with "is" and go on with "is": "what it is is a mess". */
const HEADS_OF_CLAUSES = setOf('what where who how that all thing');

/** Takes out what is said twice in a row: "we we", "I think, um, I think". One of them stays. */
export const stutterRule: ProofRule = {
  rule: 'stutter',
  heardCounts: [1, 2 * LONGEST_PHRASE],
  nowCounts: [0, 0],
  disfluency: true,
  proves: (proposal) => mayBeTwice(proposal) && isRepeated(proposal),
};

/** A phrase that goes round more often than anybody says it is an artefact of recognition. */
export const loopRule: ProofRule = {
  rule: 'loop',
  heardCounts: [3, 2 * LONGEST_PHRASE],
  nowCounts: [0, 0],
  anyLanguage: true,
  proves: (proposal) => {
    const { heard } = proposal;
    if (heard.some(({ kind }) => kind === 'number')) return false;
    return periods(heard.length).some(
      (period) => heard.length >= 3 * period && followsItself(proposal, period),
    );
  },
};

/** "Will will go": the first is somebody's name. */
function mayBeNamed(
  { context: { heard }, heard: [word], heardFrom }: Proposal,
  key: string,
): boolean {
  if (FUNCTION_WORDS.has(key) && !ALSO_NAMES.has(key)) return false;
  const sides = [heard.elements[heardFrom - 1], heard.elements[heardFrom + 1]];
  return key !== 'i' && sides.some((side) => side?.key === key && side.text !== word?.text);
}

function mayBeTwice(proposal: Proposal): boolean {
  const { heard, heardFrom, context } = proposal;
  if (heard.some(({ kind }) => kind !== 'word')) return false;
  if (heard.some((_, at) => looksLikeName(context.heard, heardFrom + at))) return false;
  const [only] = heard;
  if (heard.length > 1 || only === undefined) return true;
  if (MEANT_TWICE.has(only.key) || mayBeNamed(proposal, only.key)) return false;
  return !isCopula(only.key) || !followsClause(context, heardFrom);
}

function isCopula(key: string): boolean {
  return key === 'is' || key === 'was';
}

function followsClause({ heard }: GuardContext, at: number): boolean {
  return [2, 3, 4, 5, 6].some((back) => HEADS_OF_CLAUSES.has(heard.key(at - back)));
}

function isRepeated(proposal: Proposal): boolean {
  return periods(proposal.heard.length).some((period) => followsItself(proposal, period));
}

function periods(length: number): readonly number[] {
  return Array.from({ length: Math.min(length, LONGEST_PHRASE) }, (_, at) => at + 1);
}

/**
 * Whether each word is the same as the one a period later, and the last of these stay; or as the one
 * a period before, where these stay. Hesitations and words that were broken off do not count.
 */
function followsItself(proposal: Proposal, period: number): boolean {
  return repeats(proposal, period, 1) || repeats(proposal, period, -1);
}

function repeats(proposal: Proposal, period: number, direction: 1 | -1): boolean {
  const { context, heard, heardFrom, stretchTo } = proposal;
  const inside = heard.map((_, at) => heardFrom + at).filter((at) => !hesitates(context, at));
  const edge = direction === 1 ? heardFrom + heard.length : heardFrom - 1;
  const outside = fluentFrom(context, edge, direction, period);
  if (inside.length === 0 || outside.length < period) return false;
  // The copy before must be common to both texts, or the one after might rely on it in turn.
  const stays = (at: number) => context.isKept(at) || (direction === 1 && at < stretchTo);
  if (!outside.every(stays)) return false;
  const order = direction === 1 ? [...inside, ...outside] : [...inside.toReversed(), ...outside];
  const key = (at: number | undefined) => soundOf(context.heard.key(at ?? -1));
  return inside.every((_, at) => key(order[at]) === key(order[at + period]));
}

/** "dont" and "don't" sound the same. */
function soundOf(key: string): string {
  return key.replaceAll("'", '');
}

function fluentFrom(
  context: GuardContext,
  from: number,
  step: 1 | -1,
  count: number,
): readonly number[] {
  const found: number[] = [];
  for (let at = from; found.length < count && Math.abs(at - from) < FARTHEST; at += step) {
    const element = context.heard.elements[at];
    if (element === undefined || element.kind !== 'word') break;
    if (!hesitates(context, at)) found.push(at);
  }
  return found;
}

function hesitates({ heard }: GuardContext, at: number): boolean {
  return isHesitation(heard.key(at)) || isCutOff(heard, at);
}
