import { createHash } from 'node:crypto';
import { spokenForm, type GlossaryEntry } from '#contracts/model';

const LENGTH = 24;

/** Identifies an entry within its glossary: the same term has the same id, whatever its case. */
export function glossaryEntryId({ term }: Pick<GlossaryEntry, 'term'>): string {
  return `gle_${createHash('sha256').update(spokenForm(term)).digest('hex').slice(0, LENGTH)}`;
}
