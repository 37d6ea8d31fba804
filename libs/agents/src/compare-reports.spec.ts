import type { Figure, ReportContent, ReportEntry } from '#contracts/model';
import { compareReports } from './compare-reports.ts';

const entry = (id: string, fields: Partial<ReportEntry> = {}): ReportEntry => ({
  ...{ id, factIds: [id], type: 'expense', label: id, value: null, on: null, who: null },
  ...{ status: null, category: null, state: 'counted', held: null, supersededBy: null },
  ...{ disputes: [], decided: null, saidOn: null, saidAt: null },
  ...fields,
});
const spent = (amount: string, fields: Partial<Figure> = {}): Figure => ({
  ...{ label: 'Spent', value: { kind: 'money', amount, currency: 'EUR' } },
  ...{ entries: [], how: 'Added up.' },
  ...fields,
});
const report = (entries: readonly ReportEntry[], figures: readonly Figure[]): ReportContent => ({
  ...{ entries, figures, blocks: [] },
});

describe('compareReports', () => {
  it('finds no difference between a report and itself as it is stored', () => {
    const content = report([entry('a'), entry('b')], [spent('300')]);
    const stored: ReportContent = JSON.parse(JSON.stringify(content));
    const nothing = { figures: [], added: [], removed: [], changed: [] };
    expect(compareReports(content, stored)).toEqual(nothing);
  });

  it('lists the header figures whose value or note differs', () => {
    const left = { ...spent('700'), label: 'Left' };
    const before = report([], [spent('300'), left, { ...spent('5'), label: 'Old' }]);
    const after = report(
      [],
      [spent('400'), { ...left, entries: ['a'] }, spent('1', { label: 'New' })],
    );
    expect(
      compareReports(before, after).figures.map((change) => [
        change.label,
        change.before?.value ?? null,
        change.after?.value ?? null,
      ]),
    ).toEqual([
      ['Spent', spent('300').value, spent('400').value],
      ['New', null, spent('1').value],
      ['Old', spent('5').value, null],
    ]);
  });

  it('lists entries that were added, removed and changed', () => {
    const before = report([entry('a'), entry('b'), entry('c')], []);
    const after = report([entry('a'), entry('c', { state: 'rejected' }), entry('d')], []);
    const changes = compareReports(before, after);
    expect(changes.added.map(({ id }) => id)).toEqual(['d']);
    expect(changes.removed.map(({ id }) => id)).toEqual(['b']);
    expect(changes.changed).toEqual([
      { before: entry('c'), after: entry('c', { state: 'rejected' }) },
    ]);
  });

  it('recognises an entry by its facts when another of them has become the first', () => {
    const before = report([entry('b')], []);
    const after = report([entry('a', { factIds: ['a', 'b'] })], []);
    expect(compareReports(before, after)).toMatchObject({
      added: [],
      removed: [],
      changed: [{ before: { id: 'b' }, after: { id: 'a' } }],
    });
  });
});
