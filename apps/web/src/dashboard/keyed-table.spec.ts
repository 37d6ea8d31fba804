import type { ReportBlock } from '../api/types.ts';
import { aFigure } from '../reports/figure.fixture.ts';
import { aFinancialReport } from '../reports/financial-report.fixture.ts';
import { aPerformanceReport } from '../reports/performance-report.fixture.ts';
import { agentOf, figuresByKey, tableOf } from './keyed-table.ts';

function blockOf(kind: ReportBlock['kind']): ReportBlock {
  const all = [aFinancialReport(), aPerformanceReport()].flatMap(({ content }) => content.blocks);
  const found = all.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`no block of the kind ${kind}`);
  return found;
}

describe('a block as a table', () => {
  it('has the bars as rows, and a column for each part that some bar has', () => {
    const { columns, rows } = tableOf(blockOf('bars'), 'financial/categories');
    expect(columns.map(({ label }) => label)).toEqual(['Name', 'Spent', 'Committed', 'Budget']);
    expect(rows[1]?.cells['value']).toEqual({
      key: 'financial/categories/Technology/value',
      figure: expect.objectContaining({ label: 'Spent', tone: 'bad' }),
    });
    expect(rows[1]?.cells['more']).toBeUndefined();
  });

  it('says which months are a forecast', () => {
    const { rows } = tableOf(blockOf('months'), 'financial/months');
    expect(rows.at(-1)?.cells['name']?.figure.value).toEqual({
      kind: 'text',
      text: '2027-01 (forecast)',
    });
  });

  it('has a column for each time that a date was moved', () => {
    const { columns } = tableOf(blockOf('timeline'), 'performance/milestones');
    expect(columns.map(({ label }) => label)).toEqual([
      'Name',
      'Date',
      'Was (1)',
      'Was (2)',
      'Status',
    ]);
  });
});

describe('the figures of a report by their addresses', () => {
  it('are all that the dashboard shows, each with an address that names the agent', () => {
    const figures = figuresByKey('financial', aFinancialReport().content);
    expect(figures.get('financial/header/Spent')?.entries).toEqual(['fct_1', 'fct_2']);
    expect(figures.get('financial/months/2026-12/cumulative')?.label).toBe('So far');
    expect(figures.get('financial/ledger/fct_5/amount')?.entries).toEqual(['fct_5']);
    expect([...figures.keys()].every((key) => agentOf(key) === 'financial')).toBe(true);
  });

  it('keep apart rows that show no single entry', () => {
    const cells = (words: string) => ({ a: aFigure(words, null) });
    const rows = ['first', 'second'].map((words) => ({
      group: null,
      entryId: null,
      cells: cells(words),
    }));
    const block: ReportBlock = { kind: 'table', key: 't', title: '', columns: [], rows, empty: '' };
    const figures = figuresByKey('x', { figures: [], blocks: [block], entries: [] });
    expect([...figures.values()].map(({ label }) => label)).toEqual(['first', 'second']);
  });
});
