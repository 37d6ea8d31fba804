import { hasTimes, narrativesOf, type HeardTurn, type ImportedTranscriptFormat } from '#domain';
import type { ImportedConversation, ImportRecord } from '#store';

/** Turns that become one exchange, as many as applications may post together. */
const EXCHANGE_TURNS = 100;
const LONGEST_TITLE = 200;
const CLIP_ID = 'recording';
const ENDING = /\.[A-Za-z0-9]{1,5}$/;

type Exchange = readonly HeardTurn[];

/** A transcript that becomes a conversation. */
export type GivenTranscript = Pick<
  ImportRecord,
  'sha256' | 'ownerId' | 'title' | 'fileName' | 'createdAt'
>;

/** The recording of a transcript. Its bytes are kept already. */
export type GivenRecording = Omit<
  ImportedConversation['clips'][number],
  'id' | 'turnId' | 'createdAt'
>;

/**
 * The conversation that a transcript becomes. It is corrected, summarised and scored like any other. The
 * turns that are heard in a recording are one exchange.
 * @param recording `null` for words without one
 */
export function transcriptConversation(
  given: GivenTranscript,
  format: ImportedTranscriptFormat,
  turns: readonly HeardTurn[],
  recording: GivenRecording | null = null,
): ImportedConversation {
  const createdAt = given.createdAt.toISOString();
  const exchanges = recording === null ? exchangesOf(turns) : [turns];
  const isHeard = recording !== null && hasTimes(turns);
  return {
    conversation: {
      // The same transcript is the same conversation.
      id: `${format}:${given.sha256}`,
      ...{ ownerId: given.ownerId, projectId: null, title: titleOf(given) },
      ...{ tags: [], glossary: [], revision: exchanges.length },
      ...{ createdAt, updatedAt: createdAt },
    },
    isProcessed: false,
    exchanges: exchanges.map((_turns, index) => ({ id: idOf(index), createdAt })),
    turns: exchanges.flatMap((said, exchange) =>
      said.map(({ speaker }, turn) => ({
        ...{ id: idOf(exchange, turn), exchangeId: idOf(exchange), speaker, createdAt },
      })),
    ),
    segments: exchanges.flatMap((said, exchange) =>
      segmentsOf(said, exchange, isHeard ? CLIP_ID : null),
    ),
    memories: exchanges.flatMap((said, exchange) => memoriesOf(given, said, exchange, createdAt)),
    clips: recording === null ? [] : [{ ...recording, id: CLIP_ID, turnId: idOf(0, 0), createdAt }],
    ...{
      corrections: [],
      versions: [],
      summaries: [],
      summaryEdits: [],
      actionItemMarks: [],
      ...{ speakerChanges: [], voiceProfiles: [], rejectedNames: [] },
    },
  };
}

function exchangesOf(turns: readonly HeardTurn[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (let start = 0; start < turns.length; start += EXCHANGE_TURNS) {
    exchanges.push(turns.slice(start, start + EXCHANGE_TURNS));
  }
  return exchanges;
}

function segmentsOf(
  said: Exchange,
  exchange: number,
  clipId: string | null,
): ImportedConversation['segments'] {
  return said.flatMap(({ lines }, turn) =>
    lines.map(({ text: raw, startMs, endMs, confidence, words }, position) => ({
      ...{ id: idOf(exchange, turn, position), turnId: idOf(exchange, turn), clipId },
      ...{ position, startMs, endMs, raw, corrected: null, edited: null },
      ...{ confidence, words: [...words] },
    })),
  );
}

/** Passages, as speech is remembered. */
function memoriesOf(
  { ownerId }: GivenTranscript,
  said: Exchange,
  exchange: number,
  createdAt: string,
): ImportedConversation['memories'] {
  const pieces = said.flatMap(({ speaker, lines }) => lines.map(({ text }) => ({ speaker, text })));
  return narrativesOf(pieces).map((narrative, passage) => ({
    ...{ id: idOf(exchange, passage), ownerId, conversationId: null },
    ...{ exchangeId: idOf(exchange), narrative, priorDialogue: null },
    ...{ significance: null, significanceValue: null, reason: null },
    ...{ engine: null, rubricVersion: null, scoredAt: null },
    ...{ pinned: false, autoPinned: false, decidedByPerson: false },
    ...{ createdAt, editedAt: null, earlierNarratives: [] },
  }));
}

/** An id within the transcript, which sorts by its place. */
function idOf(...place: readonly number[]): string {
  return place.map((number) => String(number).padStart(6, '0')).join('.');
}

function titleOf({ title, fileName }: GivenTranscript): string {
  const named = title ?? fileName.replace(ENDING, '');
  const text = named.slice(0, LONGEST_TITLE).toWellFormed().trim();
  return text === '' ? 'Untitled conversation' : text;
}
