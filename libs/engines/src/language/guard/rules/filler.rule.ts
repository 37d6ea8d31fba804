import { SUBJECTS, setOf } from '../function-words.ts';
import { opensSentence, type Proposal, type ProofRule } from '../proof-rule.ts';

/** Sounds of hesitation, which mean nothing wherever they are. */
const HESITATIONS = setOf('um umm ummm uh uhh uhm er erm hm hmm hmmm mm');
/** Phrases that fill a pause. */
const PHRASES: ReadonlySet<string> = new Set(['you know', 'i mean']);
/** What a phrase may follow without a pause: it could not begin a clause there. */
const MAY_FOLLOW = setOf("like is was are were and but so it's that's really just be been");
/** After these, "you know" has an object: "you know him", "you know what I said". */
const OBJECTS = setOf(
  'him her them me us about of that what who where how why when which if whether nothing everything something the this these those my your a an',
);
/** Words that only open an utterance. Only in a row of several do they say nothing by themselves. */
const OPENERS = setOf('okay ok so yeah well oh alright anyway');
const OPENS_ALONE = setOf('so well anyway oh');
/** Subjects and determiners. Before a verb the opener is a word of the clause: "so is he". */
const STARTS_CLAUSE =
  /^(?:(?:i|you|he|she|it|we|they|there|that|here)(?:'[a-z]+)?|the|this|these|those|my|your|our|his|her|their|let's)$/u;

/** Whether a word is a sound of hesitation. */
export function isHesitation(key: string): boolean {
  return HESITATIONS.has(key);
}

/** Takes out "um", "you know", "like" between pauses, and openers such as "okay so yeah". */
export const fillerRule: ProofRule = {
  rule: 'filler',
  heardCounts: [1, 5],
  nowCounts: [0, 0],
  disfluency: true,
  proves: (proposal) => {
    const keys = proposal.heard.map(({ key }) => key);
    if (keys.every(isHesitation)) return true;
    const fluent = keys.filter((key) => !isHesitation(key));
    const phrase = fluent.join(' ');
    if (PHRASES.has(phrase)) return fillsPause(proposal, phrase);
    if (phrase === 'like') return fillsGap(proposal);
    return fluent.every((key) => OPENERS.has(key)) && opensUtterance(proposal, fluent);
  },
};

function fillsPause(proposal: Proposal, phrase: string): boolean {
  const [before, after] = around(proposal);
  if (isPaused(proposal)) return !OBJECTS.has(after) || before === '' || isHesitation(before);
  if (phrase === 'i mean') return opensAt(proposal) && !OBJECTS.has(after) && after !== '';
  if (OBJECTS.has(after)) return false;
  const mayStart = opensAt(proposal) && SUBJECTS.has(after);
  return mayStart || MAY_FOLLOW.has(before) || isHesitation(before) || isHesitation(after);
}

/** "like" between pauses or beside another filler. */
function fillsGap(proposal: Proposal): boolean {
  const { context, heardFrom } = proposal;
  const [before, after] = around(proposal);
  const [two, next] = [context.heard.key(heardFrom - 2), context.heard.key(heardFrom + 2)];
  const besidePhrase = PHRASES.has(`${two} ${before}`) || PHRASES.has(`${after} ${next}`);
  const hesitates = isHesitation(after) || (isHesitation(before) && proposal.heard.length > 1);
  return isPaused(proposal) || besidePhrase || hesitates;
}

function opensUtterance(proposal: Proposal, keys: readonly string[]): boolean {
  const [, after] = around(proposal);
  if (!opensAt(proposal) || after === '') return false;
  if (keys.length > 1) return true;
  return OPENS_ALONE.has(keys[0] ?? '') && STARTS_CLAUSE.test(after);
}

function opensAt({ context, heardFrom }: Proposal): boolean {
  return opensSentence(context.heard, heardFrom);
}

/** Whether there is a mark on both sides, or the text ends there. */
function isPaused({ context: { heard }, heardFrom, heard: { length } }: Proposal): boolean {
  const [before, after] = [heard.gap(heardFrom), heard.gap(heardFrom + length)];
  const ends = [heardFrom === 0 || /\p{P}/u.test(before), /\p{P}/u.test(after)];
  return ends.every(Boolean);
}

function around({ context: { heard }, heardFrom, heard: { length } }: Proposal) {
  return [heard.key(heardFrom - 1), heard.key(heardFrom + length)] as const;
}
