import type { TranscriptTurn } from '../api/types.ts';
import type { Deletable } from '../bin/use-deletion.ts';
import { turnsByClip } from './timeline.ts';

/** What a person may delete at a turn, and how the button is called. */
export interface DeletablePart extends Deletable {
  readonly label: string;
}

/** Length of the beginning of a text by which it is named, in characters. */
const TITLE_LENGTH = 60;

/**
 * What can be deleted, by the id of the turn that shows it: a clip with all turns that are heard in it,
 * at the first of them, and typed turns together, as they were posted, at the first of them.
 *
 * @param turns - The turns of a conversation, in order.
 * @param fileNameOf - The name of the file of a clip; undefined while it is not known.
 */
export function deletableParts(
  conversationId: string,
  turns: readonly TranscriptTurn[],
  fileNameOf: (clipId: string) => string | undefined,
): ReadonlyMap<string, DeletablePart> {
  const parts = new Map<string, DeletablePart>();
  const typed = typedExchanges(turns);
  for (const [id, { first, count }] of typed) {
    const label = count === 1 ? 'Delete' : `Delete these ${count} turns`;
    const exchange = { kind: 'exchange', id, title: titleOf(first) } as const;
    parts.set(first.turnId, { ...exchange, belongsTo: conversationId, label });
  }
  for (const [clipId, heard] of turnsByClip(turns)) {
    const [first] = heard;
    if (first === undefined) continue;
    const title = fileNameOf(clipId) ?? `Recording of ${first.speaker}`;
    const clip = { kind: 'clip', id: clipId, title } as const;
    const { length } = heard;
    const label = length === 1 ? 'Delete recording' : `Delete recording and its ${length} turns`;
    parts.set(first.turnId, { ...clip, belongsTo: conversationId, label });
  }
  return parts;
}

/** The first typed turn of each exchange, and how many it has, by the id of the exchange. */
function typedExchanges(turns: readonly TranscriptTurn[]) {
  const found = new Map<string, { readonly first: TranscriptTurn; readonly count: number }>();
  for (const turn of turns) {
    if (turn.clipId !== null) continue;
    const known = found.get(turn.exchangeId);
    const first = known?.first ?? turn;
    found.set(turn.exchangeId, { first, count: (known?.count ?? 0) + 1 });
  }
  return found;
}

function titleOf({ speaker, segments }: TranscriptTurn): string {
  const said = `${speaker}: ${segments.map(({ text }) => text).join(' ')}`;
  const characters = Array.from(said);
  if (characters.length <= TITLE_LENGTH) return said;
  return `${characters.slice(0, TITLE_LENGTH).join('')}…`;
}
