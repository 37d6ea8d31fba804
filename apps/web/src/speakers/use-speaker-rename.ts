import type { ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { SpeakerRename } from '../api/types.ts';
import { usePreviewedChange } from '../shared/use-previewed-change.ts';
import type { PageRequest } from '../shared/use-request.ts';

/** Who is renamed, and in whose conversations. */
export interface WantedRename {
  readonly ownerId: string;
  readonly from: string;
  readonly to: string;
}

/** The renaming of somebody in all conversations of an owner. */
export interface SpeakerRenameAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null before it was looked for. */
  readonly rename: ComputedRef<SpeakerRename | null>;
  /** Whether a task is at work on it. */
  readonly working: ComputedRef<boolean>;
  readonly preview: (wanted: WantedRename) => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
}

/** It is read again while a task is at work on it. */
export function useSpeakerRename(): SpeakerRenameAccess {
  const find = (id: string) => bodyOf(api.GET('/speaker-renames/{id}', paramsOf(id)));
  const { change: rename, begin, ask, ...previewed } = usePreviewedChange<SpeakerRename>(find);
  return {
    ...previewed,
    rename,
    preview: (body) => begin(() => bodyOf(api.POST('/speaker-renames', { body }))),
    apply: () => ask((id) => bodyOf(api.POST('/speaker-renames/{id}/apply', paramsOf(id)))),
    undo: () => ask((id) => bodyOf(api.POST('/speaker-renames/{id}/undo', paramsOf(id)))),
  };
}

function paramsOf(id: string) {
  return { params: { path: { id } } };
}
