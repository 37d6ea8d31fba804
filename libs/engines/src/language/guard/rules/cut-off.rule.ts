import type { GuardText } from '../elements.ts';
import type { ProofRule } from '../proof-rule.ts';

/** Takes out a word that was broken off and said again: "meet- meeting", "w-we". */
export const cutOffRule: ProofRule = {
  rule: 'stutter',
  heardCounts: [1, 1],
  nowCounts: [0, 0],
  disfluency: true,
  proves: ({ context: { heard }, heardFrom }) => isCutOff(heard, heardFrom),
};

/** Whether a word was broken off, and the next one is all of it. */
export function isCutOff(heard: GuardText, at: number): boolean {
  const [part, whole] = [heard.elements[at], heard.elements[at + 1]];
  if (part?.kind !== 'word' || whole?.kind !== 'word') return false;
  if (part.key === whole.key || !whole.key.startsWith(part.key)) return false;
  return /^-\s*$/u.test(heard.gap(at + 1));
}
