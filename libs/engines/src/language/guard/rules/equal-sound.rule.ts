import { opensSentence, type Proposal, type ProofRule } from '../proof-rule.ts';
import { EQUAL_SOUNDS, type SoundContext } from './equal-sounds.table.ts';
import { isHesitation } from './filler.rule.ts';

/** The same sound in the spelling that the grammar asks for: "over their" as "over there". */
export const equalSoundRule: ProofRule = {
  rule: 'spelling',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  proves: (proposal) => {
    // A number that is no number here is read as one all the same: "wait four me".
    const [heard, now] = [wordOf(proposal.heard[0]), wordOf(proposal.now[0])];
    const contexts = CONTEXTS.get(`${heard} ${now}`) ?? [];
    return contexts.some(({ after, before }) => {
      return isAfter(proposal, after) && isBefore(proposal, before);
    });
  },
};

const CONTEXTS = Map.groupBy(
  EQUAL_SOUNDS.map(({ heard, now, ...context }) => ({
    pair: `${heard} ${now}`,
    after: words(context.after),
    before: words(context.before),
  })),
  ({ pair }) => pair,
);

function words(list: SoundContext['after']): ReadonlySet<string> | null {
  return list === undefined ? null : new Set(list.split(' '));
}

function wordOf(element: Proposal['heard'][number] | undefined): string {
  return element?.text.toLowerCase().replaceAll('’', "'") ?? '';
}

function isAfter(
  { context: { heard }, heardFrom }: Proposal,
  expected: ReadonlySet<string> | null,
) {
  if (expected === null) return true;
  let at = heardFrom - 1;
  for (let steps = 0; isHesitation(heard.key(at)) && steps < 3; steps += 1) at -= 1;
  if (expected.has('^') && (at < 0 || opensSentence(heard, heardFrom))) return true;
  if (expected.has(',') && /\p{P}/u.test(heard.gap(heardFrom))) return true;
  return expected.has(wordOf(heard.elements[at]));
}

function isBefore(
  { context: { heard }, heardFrom }: Proposal,
  expected: ReadonlySet<string> | null,
) {
  if (expected === null) return true;
  const next = heard.elements[heardFrom + 1];
  const gap = heard.gap(heardFrom + 1);
  if (expected.has('$') && (next === undefined || /[.,!?;]/u.test(gap))) return true;
  if (expected.has(',') && gap.includes(',')) return true;
  const word = wordOf(next);
  return expected.has(word) || (expected.has('-ing') && word.length > 5 && word.endsWith('ing'));
}
