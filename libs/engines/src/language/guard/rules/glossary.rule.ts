import { looksLikeName, type ProofRule } from '../proof-rule.ts';
import { mayBeTerm } from '../terms/term-proof.ts';

const POSSESSIVE = /['’]s$/u;

/** A term of the glossary in its spelling, where what was heard sounds like it and is nothing else. */
export const glossaryRule: ProofRule = {
  rule: 'glossary',
  heardCounts: [1, 5],
  nowCounts: [1, 4],
  anyLanguage: true,
  proves: (proposal) => {
    const { context, heard, now, heardFrom, nowFrom } = proposal;
    const term = context.termAt(nowFrom, nowFrom + now.length);
    if (term === null) return false;
    if (heard.some(({ kind }) => kind !== 'word')) return false;
    const isPossessive = POSSESSIVE.test(now.at(-1)?.text ?? '');
    if (isPossessive !== (heard.at(-1)?.key.endsWith("'s") ?? false)) return false;
    const words = heard.map(({ key }, at) => ({
      key: at === heard.length - 1 ? key.replace(POSSESSIVE, '') : key,
      looksLikeName: looksLikeName(context.heard, heardFrom + at),
    }));
    return mayBeTerm(words, term);
  },
};
