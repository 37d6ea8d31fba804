import type { Figure, TableBlock } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import type { Commitment, CommitmentState } from './commitments.ts';
import { dateFigure, labelFigure, textFigure } from './figure.ts';

const STATE_TEXT: Readonly<Record<CommitmentState, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  kept: 'Kept',
  broken: 'Broken',
  renewed: 'Promised again',
  passedOn: 'Taken over',
};

const HOW: Readonly<Record<CommitmentState, string>> = {
  open: 'No later statement says that it is done, and it is not due yet.',
  overdue: 'Its day is over, and no later statement says that it is done.',
  kept: 'A later statement says that it is done.',
  broken: 'A statement says that it was not done or will not be done.',
  renewed: 'The same person has promised the same again later.',
  passedOn: 'Another person has taken it over.',
};

/** Open and overdue first; what is over comes last. */
const ORDER: readonly CommitmentState[] = [
  'overdue',
  'open',
  'broken',
  'kept',
  'renewed',
  'passedOn',
];

/** Commitments by person. */
export function commitmentsBlock(commitments: readonly Commitment[], today: string): TableBlock {
  const rows = commitments
    .toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
    .map((commitment) => ({
      group: nameOf(commitment.entry.who),
      entryId: commitment.entry.id,
      cells: cellsOf(commitment, today),
    }));
  return {
    kind: 'table',
    key: 'commitments',
    title: 'Commitments',
    columns: [
      { key: 'what', label: 'Commitment' },
      { key: 'by', label: 'By' },
      { key: 'status', label: 'Status' },
    ],
    rows: byGroup(rows),
    empty: 'Nobody has promised anything yet.',
  };
}

function cellsOf(
  { entry, state, closedBy }: Commitment,
  today: string,
): Readonly<Record<string, Figure>> {
  const origin = [closedBy ? [entry, closedBy] : [entry], HOW[state]] as const;
  return {
    what: labelFigure('Commitment', entry),
    by: dateFigure('By', entry.on, [
      [entry],
      'The date in the statement, seen from when it was said.',
    ]),
    status: textFigure('Status', STATE_TEXT[state], origin, moreOf(state, entry.on, today)),
  };
}

function moreOf(
  state: CommitmentState,
  on: Commitment['entry']['on'],
  today: string,
): Pick<Figure, 'note' | 'tone'> {
  if (state === 'kept') return { tone: 'good' };
  if (state === 'broken') return { tone: 'bad' };
  if (state !== 'overdue' || on === null) return {};
  const days = dayNumber(today) - lastDay(on);
  return { tone: 'bad', note: days === 1 ? 'for a day' : `for ${days} days` };
}

/** A name as it is written: transcripts may have it in lower case. */
function nameOf(who: string | null): string {
  if (who === null) return 'Nobody named';
  return who.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Rows of one group one after the other; groups in the order of their first rows. */
function byGroup(rows: TableBlock['rows']): TableBlock['rows'] {
  return [...Map.groupBy(rows, ({ group }) => group).values()].flat();
}
