import type { ProofRule } from '../proof-rule.ts';

const FORMS = new Set(['a', 'an']);

/** "a" and "an", which depend on the sound of the next word only. */
export const articleRule: ProofRule = {
  rule: 'spelling',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  proves: ({ heard, now }) => FORMS.has(heard[0]?.key ?? '') && FORMS.has(now[0]?.key ?? ''),
};
