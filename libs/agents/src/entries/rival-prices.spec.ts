import { EMPTY_PLAN, type Fact } from '#contracts/model';
import { atOnce } from '../steps.ts';
import { entriesOf } from './entries-of.ts';
import { AGENT, day, FactMaker, spoken } from './facts.fixture.ts';

const agent = { ...AGENT, statesPrice: ({ quote }: Fact) => quote.includes('costs') };
const disputed = (facts: readonly Fact[]) =>
  atOnce(entriesOf(agent, facts, EMPTY_PLAN, 'EUR')).map(({ disputes }) => disputes);
const price = { quote: 'printing costs', citation: spoken('cnv_1', 'trn_1') };
const later = { quote: 'the printing costs', citation: spoken('cnv_2', 'trn_2') };

let fact: FactMaker;
beforeEach(() => {
  fact = new FactMaker();
});

describe('two prices of one thing', () => {
  it('contradict each other', () => {
    const facts = [fact.next('printing', '12000', price), fact.next('printing', '13400', later)];
    expect(disputed(facts)).toEqual([['fct_000002'], ['fct_000001']]);
  });

  it.each<[string, Partial<Fact>]>([
    ['one is a payment', { ...later, quote: 'paid for printing' }],
    ['one is of another thing of the kind', { ...later, quote: 'another printing costs' }],
    ['one is of another thing', { ...later, label: 'lights' }],
  ])('do not when %s', (_why, fields) => {
    const facts = [fact.next('printing', '12000', price), fact.next('printing', '13400', fields)];
    expect(disputed(facts)).toEqual([[], []]);
  });

  it('do not when they are of two days or two suppliers', () => {
    const [mine, yours] = [
      { on: day('2026-11-03'), who: 'Weber' },
      { on: day('2026-11-10'), who: 'Lang' },
    ];
    for (const [one, other] of [
      [{ on: mine.on }, { on: yours.on }],
      [{ who: mine.who }, { who: yours.who }],
    ] as const) {
      const facts = [
        fact.next('printing', '12000', { ...price, ...one }),
        fact.next('printing', '13400', { ...later, ...other }),
      ];
      expect(disputed(facts)).toEqual([[], []]);
    }
  });
});
