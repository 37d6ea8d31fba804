import { EMPTY_PLAN, type Fact } from '#contracts/model';
import { atOnce } from '../steps.ts';
import { entriesOf } from './entries-of.ts';
import { AGENT, day, euros, FactMaker, spoken } from './facts.fixture.ts';

const entries = (facts: readonly Fact[]) => atOnce(entriesOf(AGENT, facts, EMPTY_PLAN, 'EUR'));
/** Amounts with their states. */
const states = (facts: readonly Fact[]) =>
  entries(facts).map(({ value, state }) => [value?.kind === 'money' ? value.amount : null, state]);
const corrects = { corrects: true };
const elsewhere = { citation: spoken('cnv_2', 'trn_other') };
const budget = { type: 'budget' };

let fact: FactMaker;
beforeEach(() => {
  fact = new FactMaker();
});

describe('a statement that corrects', () => {
  it('supersedes the latest one about the same, and only that', () => {
    const facts = [
      fact.next('venue deposit', '300'),
      fact.next('venue deposit', '400'),
      fact.next('lamps', '50'),
      fact.next('deposit', '350', corrects),
    ];
    const [, second, , last] = entries(facts);
    expect(states(facts)).toEqual([
      ['300', 'counted'],
      ['400', 'superseded'],
      ['50', 'counted'],
      ['350', 'counted'],
    ]);
    expect(second?.supersededBy).toBe(last?.id);
  });

  it('supersedes the latest of its type in the conversation when it does not say what', () => {
    const facts = [
      fact.next('lamps', '50'),
      fact.next('cables', '300', { category: 'Stage' }),
      fact.next('lamps', '80', elsewhere),
      fact.next('actually', '350', corrects),
    ];
    expect(states(facts)).toEqual([
      ['50', 'counted'],
      ['300', 'superseded'],
      ['80', 'counted'],
      ['350', 'counted'],
    ]);
    expect(entries(facts).at(-1)).toMatchObject({ label: 'cables', category: 'Stage' });
  });

  it('supersedes nothing when nothing was said of its subject', () => {
    expect(states([fact.next('lamps', '50'), fact.next('cables', '30', corrects)])).toEqual([
      ['50', 'counted'],
      ['30', 'counted'],
    ]);
  });

  it('supersedes all that was said of a subject with one value at a time', () => {
    const facts = [
      fact.next('marketing budget', '12000', budget),
      fact.next('marketing', '12500', { ...budget, ...elsewhere }),
      fact.next('venue budget', '12000', budget),
      fact.next('budget for marketing', '13400', { ...budget, ...corrects }),
    ];
    expect(states(facts)).toEqual([
      ['12000', 'superseded'],
      ['12500', 'superseded'],
      ['12000', 'counted'],
      ['13400', 'counted'],
    ]);
    expect(entries(facts).flatMap(({ disputes }) => disputes)).toEqual([]);
  });

  it('can be corrected itself, also back to what was said first', () => {
    const facts = ['300', '350', '300'].map((amount, at) =>
      fact.next('cables', amount, { corrects: at > 0 }),
    );
    expect(states(facts)).toEqual([
      ['300', 'superseded'],
      ['350', 'superseded'],
      ['300', 'counted'],
    ]);
  });

  it.each<[string, Partial<Fact>]>([
    ['is only possible', { certainty: 'possible' }],
    ['was heard unclearly', { clear: false }],
    ['was rejected', { decision: { kind: 'rejected' } }],
  ])('supersedes nothing when it %s', (_why, weakness) => {
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '350', { ...corrects, ...weakness }),
    ];
    expect(states(facts)[0]).toEqual(['300', 'counted']);
  });

  it('supersedes once a person has confirmed it', () => {
    const confirmed: Partial<Fact> = { clear: false, decision: { kind: 'confirmed' } };
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '350', { ...corrects, ...confirmed }),
    ];
    expect(states(facts)).toEqual([
      ['300', 'superseded'],
      ['350', 'counted'],
    ]);
  });

  it('never supersedes in a circle', () => {
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '350', { ...corrects, clear: false }),
      fact.next('cables', '350'),
      fact.next('cables', '300', corrects),
    ];
    expect(states(facts)).toEqual([
      ['300', 'counted'],
      ['350', 'superseded'],
    ]);
  });

  it('of the other half of a turn follows the order of the words', () => {
    const first = fact.next('cables', '300', { citation: spoken('cnv_1', 'trn_1', 5) });
    const second = fact.next('cables', '350', {
      ...corrects,
      citation: spoken('cnv_1', 'trn_1', 40),
    });
    const atOnce = { ...second, id: 'fct_000000', saidAt: first.saidAt };
    expect(states([atOnce, first])).toEqual([
      ['300', 'superseded'],
      ['350', 'counted'],
    ]);
  });
});

describe('a contradiction', () => {
  it('stands beside what it contradicts, each naming the other', () => {
    const facts = [
      fact.next('marketing budget', '12000', budget),
      fact.next('marketing budget', '13400', { ...budget, ...elsewhere }),
    ];
    const [one, other] = entries(facts);
    expect(states(facts).map(([, state]) => state)).toEqual(['counted', 'counted']);
    expect([one?.disputes, other?.disputes]).toEqual([[other?.id], [one?.id]]);
  });

  it('may be one of dates', () => {
    const milestone = { type: 'milestone' };
    const facts = [
      fact.next('beta', null, { ...milestone, on: day('2026-12-01') }),
      fact.next('beta milestone', null, { ...milestone, on: day('2026-12-08') }),
    ];
    expect(entries(facts).map(({ disputes }) => disputes.length)).toEqual([1, 1]);
  });

  it.each<[string, Partial<Fact>, Partial<Fact>]>([
    ['of different subjects', { label: 'venue' }, { label: 'marketing' }],
    ['of different months', { on: day('2026-11-01') }, { on: day('2026-12-01') }],
    ['of which one is only possible', {}, { certainty: 'possible' }],
    ['of which one was rejected', {}, { decision: { kind: 'rejected' } }],
    ['of a type that adds up', { type: 'expense' }, { type: 'expense' }],
  ])('is not found in statements %s', (_what, first, second) => {
    const facts = [
      fact.next('marketing', '12000', { ...budget, ...first }),
      fact.next('marketing', '13400', { ...budget, ...second }),
    ];
    expect(entries(facts).flatMap(({ disputes }) => disputes)).toEqual([]);
  });

  it('arises when a value is stated that had been corrected before', () => {
    const facts = [
      fact.next('marketing', '12000', budget),
      fact.next('marketing', '13400', { ...budget, ...corrects }),
      fact.next('marketing', '12000', { ...budget, ...elsewhere }),
    ];
    expect(entries(facts).map(({ state, disputes }) => [state, disputes.length])).toEqual([
      ['superseded', 0],
      ['counted', 1],
      ['counted', 1],
    ]);
  });

  it('ends when a person rejects one of them or calls them the same', () => {
    const [one, two] = [fact.next('ads', '12000', budget), fact.next('ads', '13400', budget)];
    const rejected: Fact = { ...one, decision: { kind: 'rejected' } };
    const same: Fact = { ...one, decision: { kind: 'sameAs', factId: two.id } };
    expect(entries([rejected, two])[1]?.disputes).toEqual([]);
    expect(entries([same, two])).toMatchObject([{ disputes: [], value: euros('13400') }]);
  });

  it('supersedes what the same words state besides, whatever their ids', () => {
    const citation = spoken('cnv_1', 'trn_1');
    const saidAt = '2026-11-03T10:00:00Z';
    const moved = { type: 'milestone', citation, saidAt };
    const to = fact.next('opening', null, { ...moved, on: day('2027-03-27'), ...corrects });
    const from = fact.next('opening', null, { ...moved, on: day('2027-03-20') });
    const before = { ...from, certainty: 'possible' } as const;
    expect(entries([to, before]).map(({ on, state }) => [on?.date, state])).toEqual([
      ['2027-03-20', 'superseded'],
      ['2027-03-27', 'counted'],
    ]);
  });
});
