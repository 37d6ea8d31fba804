import { anEntry } from '../reports/figure.fixture.ts';
import { stateInWords } from './entry-words.ts';

const later = anEntry({ id: 'fct_2', label: 'Deposit', saidOn: '2026-11-10' });
const find = (id: string) => (id === later.id ? later : undefined);

describe('what has become of an entry', () => {
  it('is that it counts, with nothing to add', () => {
    expect(stateInWords(anEntry(), find)).toEqual({ label: 'Counted', tone: 'good', reason: null });
  });

  it('names what contradicts it', () => {
    const { label, reason } = stateInWords(anEntry({ disputes: ['fct_2', 'fct_9'] }), find);
    expect(label).toBe('Disputed');
    expect(reason).toBe(
      'Contradicted by “Deposit”, €4,000, said on 10 Nov 2026, and by another statement.',
    );
  });

  it('names what supersedes it', () => {
    const entry = anEntry({ state: 'superseded', supersededBy: 'fct_2' });
    expect(stateInWords(entry, find).reason).toMatch(/^Superseded by “Deposit”/);
  });

  it.each([
    ['unclear', /heard unclearly/],
    ['possible', /only said to be possible/],
  ] as const)('says why it is held: %s', (held, words) => {
    expect(stateInWords(anEntry({ state: 'held', held }), find).reason).toMatch(words);
  });
});
