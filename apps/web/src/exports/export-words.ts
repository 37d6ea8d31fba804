import type { Export } from '../api/types.ts';
import { counted } from '../backups/backup-words.ts';

/** What an export is of, for people. */
export function subjectOf({ scope, ownerId }: Pick<Export, 'scope' | 'ownerId'>): string {
  if (scope.kind === 'owner') return `Everything of ${ownerId}`;
  return scope.kind === 'project' ? 'A project' : 'A conversation';
}

/** What is in a finished export, such as `3 conversations, 1 recording`; `''` before. */
export function contentsOf({ counts }: Pick<Export, 'counts'>): string {
  if (counts === null) return '';
  const { conversations, projects, clips, documents, memories } = counts;
  const parts: readonly (readonly [number, string])[] = [
    [projects, 'project'],
    [conversations, 'conversation'],
    [clips, 'recording'],
    [documents, 'document'],
    [memories, 'memory'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one]) => counted(count, one))
    .join(', ');
}
