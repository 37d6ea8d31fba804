import type { Replacement, ReplacementPassage } from '../api/types.ts';
import { counted } from '../backups/backup-words.ts';

type Outcome = ReplacementPassage['outcome'];

const OUTCOMES: Readonly<Record<Outcome, string | null>> = {
  pending: null,
  replaced: 'replaced',
  changed: 'changed meanwhile, left alone',
  undone: 'taken back',
  kept: 'changed since, left alone',
};

/** What has become of a passage; null for one that is as in the preview. */
export function outcomeInWords(outcome: Outcome): string | null {
  return OUTCOMES[outcome];
}

/** How much there is to replace, as a button says it. */
export function offerInWords({ level, conversationCount, passageCount }: Replacement): string {
  if (level === 'conversation') return `Replace in ${counted(passageCount, 'passage')}`;
  return `Replace in ${counted(conversationCount, 'past conversation')}`;
}

/** What has become of a replacement so far, in a sentence. */
export function replacementInWords({ counts, passageCount, applied }: Replacement): string {
  if (passageCount === 0) return 'It is nowhere in what was said.';
  if (applied === null) return `${counted(passageCount, 'passage')}.`;
  const parts = [
    [counts.replaced, 'replaced'],
    [counts.pending, 'as before'],
    [counts.changed, 'changed meanwhile and left alone'],
    [counts.undone, 'taken back'],
    [counts.kept, 'changed since and left alone'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `Of ${counted(passageCount, 'passage')}: ${said.join(', ')}.`;
}
