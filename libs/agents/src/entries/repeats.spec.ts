import { EMPTY_PLAN, type Fact, type WrittenCitation } from '#contracts/model';
import { atOnce } from '../steps.ts';
import { entriesOf } from './entries-of.ts';
import { AGENT, day, FactMaker, spoken } from './facts.fixture.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const entries = (facts: readonly Fact[]) => atOnce(entriesOf(AGENT, facts, EMPTY_PLAN, 'EUR'));
const joined = (facts: readonly Fact[]) => entries(facts).map(({ factIds }) => factIds.length);
const other = { citation: spoken('cnv_2', 'trn_other') };
const row = (part: number): { citation: WrittenCitation } => ({
  citation: {
    kind: 'written',
    documentId: 'doc_1',
    part,
    column: null,
    start: 0,
    end: 9,
    value: null,
  },
});

let fact: FactMaker;
beforeEach(() => {
  fact = new FactMaker();
});

describe('a statement that is repeated', () => {
  it('is one entry with all its facts, named after the first', () => {
    const facts = [fact.next('cables', '300'), fact.next('cables', '300.00', other)];
    expect(entries(facts)).toMatchObject([
      { id: 'fct_000001', factIds: ['fct_000001', 'fct_000002'], state: 'counted' },
    ]);
  });

  it.each([
    ['in other words of the same', 'the venue deposit', 'deposit for the venue'],
    ['more shortly', 'venue deposit', 'deposit'],
    ['at more length', 'deposit', 'deposit for the venue'],
    ['in the plural', 'cable', 'cables'],
    ['with its amount', 'cables', '300 for cables'],
    ['without saying what it is about', 'cables', 'it'],
    ['with what it is about', 'it', 'cables'],
  ])('is recognised %s', (_how, first, second) => {
    expect(joined([fact.next(first, '300'), fact.next(second, '300')])).toEqual([2]);
  });

  it('has the date, person and category of whichever fact states them', () => {
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '300', { on: day('2026-11-02'), who: 'Tom' }),
      fact.next('cables', '300', { category: 'Stage' }),
    ];
    expect(entries(facts)).toMatchObject([
      { on: day('2026-11-02'), who: 'Tom', category: 'Stage' },
    ]);
  });

  it('is recognised when both times it is another one', () => {
    const quote = { quote: 'another 300 for cables' };
    const facts = [{}, quote, quote].map((fields) => fact.next('cables', '300', fields));
    expect(joined(facts)).toEqual([1, 2]);
  });

  it('is called after the first label that says what it is about', () => {
    const facts = [fact.next('it', '300'), fact.next('cables', '300', { category: 'Stage' })];
    expect(entries(facts)).toMatchObject([{ label: 'cables', category: 'Stage' }]);
  });

  it('has the status that was stated last', () => {
    const promise = { type: 'promise', who: 'Tom' };
    const facts = [
      fact.next('contract', null, { ...promise, status: 'open' }),
      fact.next('contract', null, promise),
      fact.next('contract', null, { ...promise, status: 'kept' }),
    ];
    expect(entries(facts)).toMatchObject([{ status: 'kept' }]);
  });
});

describe('two statements stay two', () => {
  it.each<[string, Partial<Fact>, Partial<Fact>]>([
    ['with different dates', { on: day('2026-11-02') }, { on: day('2026-11-20') }],
    ['of different people', { who: 'Tom' }, { who: 'Lin' }],
    ['of different types', { type: 'expense' }, { type: 'budget' }],
    ['about different things', { label: 'cables' }, { label: 'lamps' }],
    ['when the second speaks of another one', {}, { quote: 'another 300 for cables' }],
    ['when it does so in German', {}, { quote: 'weitere 300 Euro für Kabel' }],
    ['in two rows of a table', row(1), row(2)],
  ])('%s', (_why, first, second) => {
    expect(joined([fact.next('cables', '300', first), fact.next('cables', '300', second)])).toEqual(
      [1, 1],
    );
  });

  it.each([
    ['amounts', '300', '300.01'],
    ['powers of ten', '300', '3000'],
  ])('with different %s', (_what, first, second) => {
    expect(joined([fact.next('cables', first), fact.next('cables', second)])).toEqual([1, 1]);
  });

  it('when an undated mention comes between two dates', () => {
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '300', { on: day('2026-11-02') }),
      fact.next('cables', '300', { on: day('2026-11-20') }),
      fact.next('cables', '300', { on: day('2026-11-02') }),
    ];
    expect(joined(facts)).toEqual([3, 1]);
  });
});

describe('a row of a table', () => {
  it('is the statement that was made in a conversation, once', () => {
    const facts = [
      fact.next('cables', '300'),
      fact.next('cables', '300', row(1)),
      fact.next('cables', '300', row(2)),
    ];
    expect(joined(facts)).toEqual([2, 1]);
  });
});

describe('the order of entries', () => {
  it('is that in which they were said, whatever the order of the facts of a turn', () => {
    const [one, two] = [fact.next('lamps', '9'), fact.next('cables', '300')];
    const late = { ...one, citation: spoken('cnv_1', 'trn_1', 50), saidAt: two.saidAt };
    const early = { ...two, citation: spoken('cnv_1', 'trn_1', 5) };
    expect(entries([late, early]).map(({ label }) => label)).toEqual(['cables', 'lamps']);
    expect(entries([early, late])).toEqual(entries([late, early]));
  });
});

describe('the items of the plan', () => {
  it('come first, with ids of their own', () => {
    const plan = {
      budget: [
        { category: 'Venue', month: null, amount: '5000' },
        { category: 'Venue', month: '2026-12', amount: '700' },
      ],
      goals: [{ name: 'Sign-ups', target: '500', unit: 'user', by: '2026-12-31' }],
      milestones: [{ name: 'Beta', on: '2026-12-01' }],
    };
    const planned = atOnce(entriesOf(AGENT, [fact.next('cables', '300')], plan, 'CHF')).slice(0, 4);
    expect(planned.map(({ id, type, value, on }) => [id, type, value, on])).toEqual([
      ['plan:budget:0', 'planned_budget', { kind: 'money', amount: '5000', currency: 'CHF' }, null],
      [
        'plan:budget:1',
        'planned_budget',
        { kind: 'money', amount: '700', currency: 'CHF' },
        { date: '2026-12-01', precision: 'month' },
      ],
      [
        'plan:goal:0',
        'planned_goal',
        { kind: 'quantity', quantity: '500', unit: 'user' },
        day('2026-12-31'),
      ],
      ['plan:milestone:0', 'planned_milestone', null, day('2026-12-01')],
    ]);
    expect(planned.every(({ state, saidAt }) => state === 'counted' && saidAt === null)).toBe(true);
  });
});

describe('the time of 5,000 facts', () => {
  const corrects = { corrects: true };
  const many = (count: number, make: (at: number, maker: FactMaker) => Fact) => {
    const maker = new FactMaker();
    return Array.from({ length: count }, (_, at) => make(at, maker));
  };

  it.each<[string, (at: number, maker: FactMaker) => Fact]>([
    [
      'about different things',
      (at, maker) => maker.next(`thing ${at} for room ${at % 70}`, `${at % 90}`),
    ],
    ['that are all the same', (_at, maker) => maker.next('cables', '300')],
    ['that differ in value only', (at, maker) => maker.next('total', `${at}`, { type: 'budget' })],
    [
      'that differ in date only',
      (at, maker) => maker.next('rent', '9', { on: day(`${1000 + at}-01-01`) }),
    ],
    [
      'that all correct',
      (at, maker) => maker.next('rent', `${at}`, { ...corrects, who: `p${at}` }),
    ],
    [
      'that correct in vain',
      (at, maker) => maker.next('it', `${at}`, { ...corrects, type: 'budget', clear: false }),
    ],
    [
      'with long labels',
      (at, maker) => maker.next(`a${at} b${at} c${at} d${at % 9} e${at % 7} f`, '1'),
    ],
    ['in rows', (at, maker) => maker.next('cables', '300', row(at))],
  ])('grows with their number: %s', (_what, make) => {
    const [few, all] = [many(2_500, make), many(5_000, make)];
    expectLinearTime(
      () => entries(few),
      () => entries(all),
    );
  });
});
