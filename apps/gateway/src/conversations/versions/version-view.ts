import type { TextVersion } from '#contracts/api';
import type { TextVersionRecord } from '#store';
import { highestLayer } from '../transcripts/transcript-view.ts';

/** An earlier version of a turn's text as the API shows it. */
export function toTextVersion(version: TextVersionRecord): TextVersion {
  const { id, conversationId, turnId, clipId, revision, replacedByTaskId, createdAt } = version;
  return {
    ...{ id, conversationId, turnId, clipId, revision, replacedByTaskId },
    createdAt: createdAt.toISOString(),
    segments: version.segments.map(({ raw, corrected, edited, words: _words, ...segment }) => {
      const layers = { raw, corrected, edited };
      return { ...segment, layers, ...highestLayer(layers) };
    }),
  };
}
