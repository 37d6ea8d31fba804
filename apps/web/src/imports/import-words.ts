import type { Import } from '../api/types.ts';
import { contentsOf } from '../exports/export-words.ts';

/** What an import has added, such as `3 conversations, 1 recording`; `''` before it is finished. */
export function addedBy({ counts }: Pick<Import, 'counts'>): string {
  if (counts === null) return '';
  const added = contentsOf({ counts: { ...counts, events: 0, problems: 0 } });
  return added === '' ? 'nothing new' : added;
}
