import type { BulkChange } from '../api/types.ts';
import { isEnded } from '../tasks/task-words.ts';

const DOING: Readonly<Record<BulkChange['action'], string>> = {
  delete: 'Deleting',
  restore: 'Restoring',
  archive: 'Archiving',
  unarchive: 'Putting back into the list',
  replace: 'Replacing',
  undo_replacement: 'Taking back',
  rename_speaker: 'Renaming',
  undo_speaker_rename: 'Taking names back',
};

/** What has become of a number of things, as the end of a sentence. */
const DONE: Readonly<Record<BulkChange['action'], readonly [one: string, many: string]>> = {
  delete: ['is in the bin', 'are in the bin'],
  restore: ['is back', 'are back'],
  archive: ['is archived', 'are archived'],
  unarchive: ['is in the list again', 'are in the list again'],
  replace: ['is replaced', 'are replaced'],
  undo_replacement: ['is as before', 'are as before'],
  rename_speaker: ['is renamed', 'are renamed'],
  undo_speaker_rename: ['is as before', 'are as before'],
};

/** What a bulk change does or has done, in a sentence. */
export function bulkInWords(change: BulkChange): string {
  const { state, action, progress, changed, permanently } = change;
  if (!isEnded(state)) {
    const total = progress.total === null ? '' : ` of ${progress.total}`;
    return `${DOING[action]}: ${progress.done}${total}.`;
  }
  const [one, many] = permanently ? GONE : DONE[action];
  const done = `${changed} ${changed === 1 ? one : many}.`;
  if (state === 'completed') return changed === 0 ? 'Nothing had to be changed.' : done;
  return `It was stopped. ${done}`;
}

const GONE = ['is removed for good', 'are removed for good'] as const;
