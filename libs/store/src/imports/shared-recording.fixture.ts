import type { ImportedConversation, ImportedPlace } from './imported.records.ts';
import { newOwner, type TestStore } from '../store.fixture.ts';

const AT = '2026-03-01T09:00:00.000Z';
const SPOKEN = [
  ['Ada', 'We launch in March.', 0],
  ['Bob', 'Good to hear.', 2_000],
  ['Ada', 'It is settled.', 4_000],
] as const;

/** A conversation of three turns that are heard in one recording. */
export function aSharedRecording(origin: string, isTranscribed = true): ImportedConversation {
  const id = (index: number) => `${origin}.${index}`;
  return {
    conversation: {
      ...{ id: origin, ownerId: 'elsewhere', projectId: null, title: 'Launch', tags: [] },
      ...{ glossary: [], revision: 1, createdAt: AT, updatedAt: AT },
    },
    isProcessed: false,
    exchanges: [{ id: origin, createdAt: AT }],
    turns: SPOKEN.map(([speaker], index) => ({
      ...{ id: id(index), exchangeId: origin, speaker, createdAt: AT },
    })),
    clips: [
      {
        ...{
          id: origin,
          turnId: id(0),
          fileName: 'talk.wav',
          sizeBytes: 4,
          sha256: 'a'.repeat(64),
        },
        ...{ durationMs: 6_000, container: 'wav', codec: 'pcm_s16le', channels: 1 },
        ...{ sampleRateHz: 16_000, createdAt: AT, isTranscribed },
      },
    ],
    segments: SPOKEN.map(([, raw, startMs], index) => ({
      ...{ id: id(index), turnId: id(index), clipId: origin, position: 0, startMs },
      ...{ endMs: startMs + 1_500, raw, corrected: null, edited: null, confidence: 1, words: [] },
    })),
    ...{ corrections: [], versions: [], summaries: [], summaryEdits: [] },
    ...{
      memories: [],
      actionItemMarks: [],
      ...{ speakerChanges: [], voiceProfiles: [], rejectedNames: [] },
    },
  };
}

/** Imports {@link aSharedRecording} for an owner, by default a new one. */
export async function importShared(
  store: TestStore,
  imported: ImportedConversation,
  ownerId = newOwner(),
): Promise<ImportedPlace & { readonly ownerId: string }> {
  const importing = { ownerId, taskId: 'tsk_import', attempt: 1 };
  const { importedConversations } = store.repositories;
  const keep = () => Promise.resolve();
  return { ...(await importedConversations.store(importing, imported, null, keep)), ownerId };
}
