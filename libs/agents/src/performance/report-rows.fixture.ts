import type { FigureValue, ReportContent } from '#contracts/model';
import { type Meeting, reportOn } from './meeting.fixture.ts';

const textOf = (value: FigureValue | null | undefined) => {
  if (!value) return '';
  if (value.kind === 'text') return value.text;
  if (value.kind === 'quantity') return value.quantity;
  return value.kind === 'date' ? value.on.date : '';
};

/**
 * The rows of a table on 20 November, with some of their cells; meetings were on 10, 17 and 19
 * November.
 */
export function rowsOf(key: string, columns: readonly string[], ...said: readonly string[]) {
  return reportAbout(said).blocks.flatMap((block) =>
    block.kind === 'table' && block.key === key
      ? block.rows.map((row) =>
          [row.group ?? '', ...columns.map((column) => textOf(row.cells[column]?.value))].join(
            ' | ',
          ),
        )
      : [],
  );
}

/** The milestones of the timeline: their date, the earlier ones, and their status. */
export function milestonesIn(...said: readonly string[]): readonly string[] {
  return reportAbout(said).blocks.flatMap((block) =>
    block.kind === 'timeline'
      ? block.items.map(({ label, on, moved, status }) =>
          [label, ...[on, ...moved].map(({ value }) => textOf(value)), status ?? ''].join(' | '),
        )
      : [],
  );
}

function reportAbout(said: readonly string[]): ReportContent {
  const meetings = said.map((lines, at): Meeting => ({
    ...{ date: ['2026-11-10', '2026-11-17'][at] ?? '2026-11-19', said: lines },
  }));
  return reportOn('2026-11-20', meetings);
}
