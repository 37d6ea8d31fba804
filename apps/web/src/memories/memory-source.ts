import type { Memory, TranscriptTurn } from '../api/types.ts';
import type { Cited } from '../transcripts/citations.ts';
import { hasTimes } from '../transcripts/timeline.ts';

/** Between the segments of a turn. */
const SEPARATOR = ' ';

/** A memory, as far as its source is concerned. */
export type SourcedMemory = Pick<Memory, 'narrative' | 'exchangeId'>;

/**
 * Where a memory was said: the segments and turns of its exchange that have its words, as they were
 * heard or as they are shown. A memory whose words are nowhere, because a person has rewritten it,
 * leads to the first turn of its exchange.
 *
 * @param turns - All turns of the conversation.
 * @returns Null when its exchange is not there.
 */
export function sourceOfMemory(
  { narrative, exchangeId }: SourcedMemory,
  turns: readonly TranscriptTurn[],
): Cited | null {
  const own = turns.filter((turn) => turn.exchangeId === exchangeId);
  const [first] = own;
  if (first === undefined) return null;
  const lines = narrative.split('\n');
  const found = own.map((turn) => ({ turn, segments: segmentsWith(lines, turn) }));
  const sources = found.filter(({ segments }) => segments.length > 0);
  if (sources.length === 0) return { turnIds: [first.turnId], segments: [] };
  return {
    turnIds: sources.map(({ turn }) => turn.turnId),
    segments: sources.flatMap(({ turn, segments }) =>
      isTimed(turn)
        ? segments.map(({ id: segmentId, startMs }) => ({
            turnId: turn.turnId,
            segmentId,
            startMs,
          }))
        : [],
    ),
  };
}

/** The segments of a turn that have the words of a line, in order. */
function segmentsWith(lines: readonly string[], turn: TranscriptTurn): TranscriptTurn['segments'] {
  const texts = [
    turn.segments.map(({ layers }) => layers.raw),
    turn.segments.map(({ text }) => text),
  ];
  const hits = lines
    .map((line) => withoutSpeaker(line, turn.speaker))
    .flatMap((words) => texts.flatMap((each) => indexesOf(words, each)));
  return turn.segments.filter((_, index) => hits.includes(index));
}

function withoutSpeaker(line: string, speaker: string): string {
  const prefix = `${speaker}: `;
  return line.startsWith(prefix) ? line.slice(prefix.length) : line;
}

/** The indexes of the texts that have some words, which may begin in one and end in another. */
function indexesOf(words: string, texts: readonly string[]): readonly number[] {
  if (words === '') return [];
  const whole = texts.join(SEPARATOR);
  const at = whole.indexOf(words);
  // Several short turns of one speaker are one line.
  const [start, end] =
    at >= 0 ? [at, at + words.length] : [0, words.includes(whole) ? whole.length : 0];
  let from = 0;
  return texts.flatMap((text, index) => {
    const isWithin = from < end && from + text.length > start;
    from += text.length + SEPARATOR.length;
    return isWithin ? [index] : [];
  });
}

function isTimed(turn: TranscriptTurn): boolean {
  return hasTimes(turn);
}
