import { changesInWords, entryInWords } from './difference-words.ts';
import { anEntry } from './figure.fixture.ts';

describe('an entry in a comparison', () => {
  it('is told in a line', () => {
    expect(entryInWords(anEntry({ who: null }))).toBe(
      'Venue deposit · €4,000 · 14 Sept 2026 · paid · Venue',
    );
  });

  it('is told with what has changed only', () => {
    const value = { kind: 'money', amount: '4400', currency: 'EUR' } as const;
    const after = anEntry({ value, status: null });
    expect(changesInWords({ before: anEntry(), after })).toBe(
      'Venue deposit (14 Sept 2026, Ada): €4,000 → €4,400, paid → none',
    );
  });

  it('is told with its earlier name', () => {
    const after = anEntry({ label: 'Deposit', state: 'rejected' });
    expect(changesInWords({ before: anEntry(), after })).toBe(
      'Deposit (€4,000, 14 Sept 2026, Ada): was “Venue deposit”, counted → rejected',
    );
  });

  it('of a name that others have too is told with when it was said', () => {
    const plain = anEntry({ label: 'posters', value: null, on: null, who: null });
    expect(changesInWords({ before: plain, after: { ...plain, state: 'rejected' } })).toBe(
      'posters (said on 14 Sept 2026): counted → rejected',
    );
  });
});
