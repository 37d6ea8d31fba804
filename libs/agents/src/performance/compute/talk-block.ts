import Big from 'big.js';
import type { Figure, TableBlock } from '#contracts/model';
import type { SpeakerTalk } from '#contracts/model';
import { figure, quantityFigure, textFigure } from './figure.ts';

const MINUTE_MS = 60_000;

/** From no entry: the page shows such a figure as plain text. */
const COUNTED = [[], ''] as const;

/**
 * How much each speaker has said, and how much of it were questions. The figures are counted from
 * every turn and rest on no statement, so they have no evidence to open.
 */
export function talkBlock(talk: readonly SpeakerTalk[]): TableBlock {
  const words = talk.reduce((sum, each) => sum + each.words, 0);
  return {
    kind: 'table',
    key: 'talk',
    title: 'Talk time',
    note: 'Counted from every turn of the conversations. Time is that of recordings.',
    columns: [
      { key: 'speaker', label: 'Speaker' },
      { key: 'share', label: 'Share of the words' },
      { key: 'words', label: 'Words' },
      { key: 'time', label: 'Time' },
      { key: 'turns', label: 'Turns' },
      { key: 'questions', label: 'Share of questions' },
    ],
    rows: talk.map((each) => ({ group: null, entryId: null, cells: cellsOf(each, words) })),
    empty: 'Nobody has said anything yet.',
  };
}

function cellsOf(talk: SpeakerTalk, allWords: number): Readonly<Record<string, Figure>> {
  const { speaker, words, turns, spokenMs, sentences, questions } = talk;
  const minutes = new Big(spokenMs).div(MINUTE_MS).round(1).toNumber();
  return {
    speaker: textFigure('Speaker', speaker, COUNTED),
    share: share('Share of the words', words, allWords),
    words: quantityFigure('Words', words, 'word', COUNTED),
    ...(spokenMs > 0 && { time: quantityFigure('Time', minutes, 'minute', COUNTED) }),
    turns: quantityFigure('Turns', turns, 'turn', COUNTED),
    questions: share('Share of questions', questions, sentences),
  };
}

function share(label: string, part: number, whole: number): Figure {
  const value =
    whole === 0
      ? null
      : {
          kind: 'percent' as const,
          percent: new Big(part).times(100).div(whole).round(0).toFixed(),
        };
  return figure(label, value, COUNTED);
}
