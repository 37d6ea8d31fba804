import { api, doneBy } from '../api/client.ts';
import type { BinItem } from '../api/types.ts';

/** What names something that can be deleted. */
export type BinRef = Pick<BinItem, 'kind' | 'id' | 'belongsTo'>;

/** The calls for one kind of thing. */
interface BinCalls {
  /** What it is called in a list of all kinds. */
  readonly noun: string;
  /** What is said before it is deleted for good. */
  readonly warning: string;
  /** `kept` are memories of a conversation that stay. */
  readonly remove: (ref: BinRef, permanently?: boolean, kept?: readonly string[]) => Promise<void>;
  readonly restore: (ref: BinRef) => Promise<void>;
}

const BACKUPS =
  'Nobody can bring it back then, but backups and exports that were made before still hold it';

/** How each kind of thing is deleted and restored. */
export const BIN_CALLS: Readonly<Record<BinItem['kind'], BinCalls>> = {
  conversation: {
    noun: 'Conversation',
    warning: `${BACKUPS}, and the change log its title and the names of speakers and files.`,
    remove: ({ id }, permanently, kept = []) => {
      const keepMemories = kept.length === 0 ? {} : { keepMemories: kept.join(',') };
      const query = { ...asked(permanently).query, ...keepMemories };
      return doneBy(api.DELETE('/conversations/{id}', { params: { path: { id }, query } }));
    },
    restore: ({ id }) =>
      doneBy(api.POST('/conversations/{id}/restore', { params: { path: { id } } })),
  },
  exchange: {
    noun: 'Part of a conversation',
    warning: `${BACKUPS}, and the change log the names of its speakers.`,
    remove: (ref, permanently) =>
      doneBy(
        api.DELETE('/conversations/{id}/exchanges/{exchangeId}', {
          params: { path: exchangePath(ref), ...asked(permanently) },
        }),
      ),
    restore: (ref) =>
      doneBy(
        api.POST('/conversations/{id}/exchanges/{exchangeId}/restore', {
          params: { path: exchangePath(ref) },
        }),
      ),
  },
  clip: {
    noun: 'Recording',
    warning: `${BACKUPS}, and the change log the names of its speaker and its file.`,
    remove: (ref, permanently) =>
      doneBy(
        api.DELETE('/conversations/{id}/clips/{clipId}', {
          params: { path: clipPath(ref), ...asked(permanently) },
        }),
      ),
    restore: (ref) =>
      doneBy(
        api.POST('/conversations/{id}/clips/{clipId}/restore', {
          params: { path: clipPath(ref) },
        }),
      ),
  },
  memory: {
    noun: 'Memory',
    warning: `${BACKUPS}.`,
    remove: ({ id }, permanently) =>
      doneBy(api.DELETE('/memories/{id}', { params: { path: { id }, ...asked(permanently) } })),
    restore: ({ id }) => doneBy(api.POST('/memories/{id}/restore', { params: { path: { id } } })),
  },
  document: {
    noun: 'Document',
    warning: `${BACKUPS}.`,
    remove: (ref, permanently) =>
      doneBy(
        api.DELETE('/projects/{id}/documents/{documentId}', {
          params: { path: documentPath(ref), ...asked(permanently) },
        }),
      ),
    restore: (ref) =>
      doneBy(
        api.POST('/projects/{id}/documents/{documentId}/restore', {
          params: { path: documentPath(ref) },
        }),
      ),
  },
  project: {
    noun: 'Project',
    warning: `${BACKUPS}. Its conversations stay.`,
    remove: ({ id }, permanently) =>
      doneBy(api.DELETE('/projects/{id}', { params: { path: { id }, ...asked(permanently) } })),
    restore: ({ id }) => doneBy(api.POST('/projects/{id}/restore', { params: { path: { id } } })),
  },
};

function exchangePath({ id, belongsTo }: BinRef) {
  return { id: belongsTo ?? '', exchangeId: id };
}

function clipPath({ id, belongsTo }: BinRef) {
  return { id: belongsTo ?? '', clipId: id };
}

function documentPath({ id, belongsTo }: BinRef) {
  return { id: belongsTo ?? '', documentId: id };
}

function asked(permanently = false): { readonly query?: { readonly permanently: 'true' } } {
  return permanently ? { query: { permanently: 'true' } } : {};
}
