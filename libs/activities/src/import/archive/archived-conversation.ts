import type { ExportedClip } from '#contracts/export';
import type { ImportedConversation } from '#store';

/** A conversation of an export, with the paths of its recordings from the top of the archive. */
export interface ArchivedConversation extends Omit<ImportedConversation, 'clips'> {
  readonly clips: readonly ExportedClip[];
}
