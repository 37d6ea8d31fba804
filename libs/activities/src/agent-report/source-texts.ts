import { isClear, spokenCitation, spokenLines, type TalkTurn } from '#agents';
import type { SourceLine, SpokenTurn } from '#contracts/model';
import { cellAt } from '#documents';
import type { DocumentPartRecord, DocumentRecord, SpokenSource } from '#store';
import type { CitedLine } from './source-facts.ts';

/** A source as it is read: its lines, how they are cited, and what people have said in it. */
export interface SourceText {
  readonly lines: readonly SourceLine[];
  readonly cited: readonly CitedLine[];
  readonly said: readonly TalkTurn[];
  /** Revision of a conversation; 0 for a document. */
  readonly revision: number;
}

/** A conversation as a source. @param timeZone of the project */
export function spokenText(
  conversationId: string,
  { turns, revision }: SpokenSource,
  timeZone: string,
): SourceText {
  const lines = spokenLines(turns, timeZone);
  const cited = turns.map((turn, index) => citedTurn(conversationId, turn, lines[index]?.date));
  const said = turns.map(({ speaker, segments, clipId }, index) => ({
    speaker,
    text: lines[index]?.text ?? '',
    spokenMs:
      clipId === null ? 0 : segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
  }));
  return { lines, cited, said, revision };
}

/** A document as a source: each of its parts is a line. */
export function writtenText(
  { id, writtenOn }: DocumentRecord,
  parts: readonly DocumentPartRecord[],
): SourceText {
  const saidAt = new Date(`${writtenOn}T00:00:00Z`);
  const lines = parts.map(({ text }) => ({ speaker: null, text, date: writtenOn }));
  const cited = parts.map((row): CitedLine => ({
    speaker: null,
    saidAt,
    saidOn: writtenOn,
    place: { kind: 'written', documentId: id, place: row.place },
    cite: ({ start, end, valueAt }) => ({
      ...{ kind: 'written', documentId: id, part: row.part, start, end },
      column: cellAt(row, valueAt?.start ?? start),
      value: valueAt,
    }),
    isClear: () => true,
  }));
  return { lines, cited, said: [], revision: 0 };
}

function citedTurn(conversationId: string, turn: SpokenTurn, saidOn = ''): CitedLine {
  const { speaker, saidAt } = turn;
  return {
    speaker,
    saidAt,
    saidOn,
    place: { kind: 'spoken', conversationId, turnId: turn.turnId },
    cite: (draft) => spokenCitation(conversationId, turn, draft, draft.valueAt),
    isClear: (range) => isClear(turn, range),
  };
}
