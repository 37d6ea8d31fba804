import { setOf } from '../function-words.ts';
import type { GuardText } from '../elements.ts';
import type { ProofRule } from '../proof-rule.ts';
import { CONTRACTIONS } from './contractions.table.ts';

/** After "'s", these show that it stands for "has"; after "'d", which of its two verbs it is. */
const AFTER_HAS = setOf('been got had done gone become taken made seen');
const AFTER_HAD = setOf('better been');
const AFTER_WOULD = setOf('like love rather be prefer have');

/** A contraction in another spelling or written out: "dont", "don't", "do not". */
export const contractionRule: ProofRule = {
  rule: 'contraction',
  heardCounts: [1, 3],
  nowCounts: [1, 3],
  proves: ({ context, heard, now, heardFrom, nowFrom }) => {
    if (heard.length > 1 && now.length > 1) return false;
    if ([...heard, ...now].some(({ kind }) => kind !== 'word')) return false;
    const [before, after] = [heard, now].map((words) => words.map(({ key }) => key).join(' '));
    if (before === undefined || after === undefined) return false;
    if (bare(before) === bare(after)) return CONTRACTIONS.has(bare(before));
    const one = meanings(before, context.heard, heardFrom + heard.length);
    const other = meanings(after, context.now, nowFrom + now.length);
    // A contraction stands for what was said, whichever of its verbs that was.
    const fits = now.length === 1 ? (CONTRACTIONS.get(after) ?? []) : other;
    return fits.some((meaning) => one.includes(meaning));
  },
};

/** Without apostrophes. "Im" is no other word, so it is a contraction; "its" is one. */
function bare(words: string): string {
  return words.replaceAll("'", '');
}

/** What words stand for in front of the word that follows them. */
function meanings(words: string, text: GuardText, next: number): readonly string[] {
  const all = CONTRACTIONS.get(words);
  if (all === undefined) return [words];
  const following = text.key(next);
  const certain = all.filter((meaning) => mayPrecede(meaning, following));
  return all.length === 1 ? all : certain;
}

function mayPrecede(meaning: string, next: string): boolean {
  const verb = meaning.slice(meaning.lastIndexOf(' ') + 1);
  if (verb === 'has') return AFTER_HAS.has(next);
  if (verb === 'is') return !AFTER_HAS.has(next);
  if (verb === 'had') return AFTER_HAD.has(next);
  return verb === 'would' && AFTER_WOULD.has(next);
}
