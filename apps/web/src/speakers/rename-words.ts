import { counted } from '../backups/backup-words.ts';
import type { SpeakerRename } from '../api/types.ts';

/** What a renaming would do or has done in other conversations, in a sentence. */
export function renameInWords({ from, to, counts, applied }: SpeakerRename): string {
  const left = takenInWords(to, counts.taken);
  if (applied === null) {
    if (counts.pending === 0) return `Nobody else is called “${from}” in another one.${left}`;
    return `“${from}” speaks in ${counted(counts.pending, 'more conversation')}.${left}`;
  }
  const parts = [
    [counts.renamed, 'renamed'],
    [counts.pending, 'to be renamed'],
    [counts.gone, 'changed meanwhile'],
    [counts.undone, 'as before'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `Other conversations: ${said.length > 0 ? said.join(', ') : 'none'}.${left}`;
}

function takenInWords(to: string, taken: number): string {
  if (taken === 0) return '';
  const has = taken === 1 ? 'has' : 'have';
  return ` ${counted(taken, 'conversation')} ${has} somebody else called “${to}” and ${taken === 1 ? 'stays' : 'stay'} as before.`;
}

/** How much there is to rename, as a button says it. */
export function renameOffer({ counts }: SpeakerRename): string {
  return `Rename in ${counted(counts.pending, 'more conversation')}`;
}

/** Whether a name is one that a voice got, and may be another person in each conversation. */
export function isLabel(name: string): boolean {
  return /^Speaker( \d+)?$/u.test(name);
}
