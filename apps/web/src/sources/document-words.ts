import type { ProjectDocument } from '../api/types.ts';
import { formatBytes } from '../shared/sizes.ts';
import type { Tone } from '../tasks/task-words.ts';

const STATES: Readonly<
  Record<ProjectDocument['state'], { readonly label: string; readonly tone: Tone }>
> = {
  pending: { label: 'Being read', tone: 'active' },
  read: { label: 'Read', tone: 'good' },
  failed: { label: 'Not readable', tone: 'bad' },
};

/** The state of a document as a word and a colour. */
export function documentState(document: Pick<ProjectDocument, 'state'>) {
  return STATES[document.state];
}

/** What a document is, such as `CSV · 12 parts · 3.4 KiB`. */
export function documentInWords(
  document: Pick<ProjectDocument, 'format' | 'partCount' | 'sizeBytes' | 'state'>,
): string {
  const { format, partCount, sizeBytes, state } = document;
  return [
    format === null ? null : format.toUpperCase(),
    state !== 'read' ? null : partCount === 1 ? '1 part' : `${partCount} parts`,
    formatBytes(sizeBytes),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
