import { EMPTY_PLAN, type Fact, type FactDecision } from '#contracts/model';
import { atOnce } from '../steps.ts';
import { entriesOf } from './entries-of.ts';
import { AGENT, euros, FactMaker, spoken } from './facts.fixture.ts';

const entries = (facts: readonly Fact[]) => atOnce(entriesOf(AGENT, facts, EMPTY_PLAN, 'EUR'));
const decided = (decision: FactDecision): { decision: FactDecision } => ({ decision });
const confirmed = decided({ kind: 'confirmed' });
const rejected = decided({ kind: 'rejected' });
const corrected = decided({ kind: 'corrected', correction: { value: euros('330') } });
const sameAs = (factId: string) => decided({ kind: 'sameAs', factId });
const elsewhere = { citation: spoken('cnv_2', 'trn_other') };

let fact: FactMaker;
beforeEach(() => {
  fact = new FactMaker();
});

describe('an entry', () => {
  it.each<[string, Partial<Fact>, string]>([
    ['heard unclearly', { clear: false }, 'unclear'],
    ['only possible', { certainty: 'possible' }, 'possible'],
    ['both', { clear: false, certainty: 'possible' }, 'unclear'],
  ])('is held when it is %s, until a person confirms or corrects it', (_why, fields, held) => {
    const weak = fact.next('cables', '300', fields);
    expect(entries([weak])).toMatchObject([{ state: 'held', held, decided: null }]);
    for (const decision of [confirmed, corrected]) {
      expect(entries([{ ...weak, ...decision }])).toMatchObject([{ state: 'counted', held: null }]);
    }
  });

  it('counts when one of its facts was heard clearly and one is certain', () => {
    const facts = [
      fact.next('cables', '300', { clear: false }),
      fact.next('cables', '300', { certainty: 'possible' }),
    ];
    expect(entries(facts)).toMatchObject([{ state: 'counted', held: null }]);
  });

  it('is out of the figures when a person rejects one of its facts', () => {
    const facts = [fact.next('cables', '300', rejected), fact.next('cables', '300', elsewhere)];
    expect(entries(facts)).toMatchObject([{ state: 'rejected', decided: 'rejected' }]);
  });

  it('has the decision about the latest of its facts that has one', () => {
    const make = (first: Partial<Fact>, second: Partial<Fact>) => [
      fact.next('cables', '300', first),
      fact.next('cables', '300', second),
      fact.next('cables', '300'),
    ];
    expect(entries(make(rejected, confirmed))).toMatchObject([{ decided: 'confirmed' }]);
    expect(entries(make(confirmed, rejected))).toMatchObject([{ state: 'rejected' }]);
  });

  it('has the corrected fields, and keeps the others', () => {
    const correction = { label: 'stage cables', category: 'Stage', who: null };
    const facts = [
      fact.next('cables', '300', { who: 'Tom', ...decided({ kind: 'corrected', correction }) }),
      fact.next('cables', '300', elsewhere),
    ];
    expect(entries(facts)).toMatchObject([
      { ...correction, value: euros('300'), decided: 'corrected', factIds: { length: 2 } },
    ]);
  });
});

describe('a correction by a person', () => {
  it('joins the entry with what already says so', () => {
    const facts = [
      fact.next('cables', '3000', { clear: false, ...corrected }),
      fact.next('cables', '330', elsewhere),
    ];
    expect(entries(facts)).toMatchObject([{ value: euros('330'), factIds: { length: 2 } }]);
  });

  it('holds for what repeats the same as before', () => {
    const facts = [fact.next('cables', '300', corrected), fact.next('cables', '300')];
    expect(entries(facts)).toMatchObject([{ value: euros('330') }]);
  });
});

describe('"the same as"', () => {
  it('joins two entries with all their facts; the other one says what it states', () => {
    const facts = [
      fact.next('cables', '300', sameAs('fct_000002')),
      fact.next('wiring', '310'),
      fact.next('cables', '300', elsewhere),
    ];
    expect(entries(facts)).toMatchObject([
      {
        ...{ id: 'fct_000001', factIds: ['fct_000001', 'fct_000002', 'fct_000003'] },
        ...{ label: 'wiring', value: euros('310'), decided: 'sameAs' },
      },
    ]);
  });

  it('goes on from one to the next', () => {
    const facts = [
      fact.next('one', '1', sameAs('fct_000002')),
      fact.next('two', '2', sameAs('fct_000003')),
      fact.next('three', '3'),
      fact.next('four', '4'),
    ];
    expect(entries(facts).map(({ label, factIds }) => [label, factIds.length])).toEqual([
      ['three', 3],
      ['four', 1],
    ]);
  });

  it('does no harm in a circle, of itself or of an unknown fact', () => {
    const circle = [
      fact.next('one', '1', sameAs('fct_000002')),
      fact.next('two', '2', sameAs('fct_000001')),
      fact.next('self', '3', sameAs('fct_000003')),
      fact.next('lost', '4', sameAs('fct_unknown')),
    ];
    expect(entries(circle).map(({ label, state }) => [label, state])).toEqual([
      ['one', 'counted'],
      ['self', 'counted'],
      ['lost', 'counted'],
    ]);
  });

  it('leaves the decision about the joined entry to the other facts', () => {
    const facts = [fact.next('one', '1', confirmed), fact.next('two', '2', sameAs('fct_000001'))];
    expect(entries(facts)).toMatchObject([{ decided: 'confirmed', label: 'one' }]);
  });
});
