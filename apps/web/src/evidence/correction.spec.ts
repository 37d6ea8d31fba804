import { correctedFact, correctionOf, draftOf, faultsOf } from './correction.ts';
import { aFact } from './fact.fixture.ts';

const draft = (facts: object = {}, of = aFact()) => ({ ...draftOf(of, 'EUR'), ...facts });

describe('a correction', () => {
  it('has only what differs from what was read', () => {
    expect(correctionOf(draft({ number: '4,400.50', who: ' Grace ' }), aFact())).toEqual({
      value: { kind: 'money', amount: '4400.50', currency: 'EUR' },
      who: 'Grace',
    });
  });

  it('is empty when nothing was changed', () => {
    expect(correctionOf(draft(), aFact())).toEqual({});
  });

  it('can take a field away', () => {
    expect(correctionOf(draft({ kind: 'none', date: '', category: '' }), aFact())).toEqual({
      value: null,
      on: null,
      category: null,
    });
  });

  it('keeps that an amount is paid each month', () => {
    const value = { kind: 'money', amount: '200', currency: 'EUR', per: 'month' } as const;
    const monthly = aFact({ value });
    expect(correctionOf(draft({ number: '250' }, monthly), monthly)).toEqual({
      value: { ...value, amount: '250' },
    });
  });

  it('can change what is counted', () => {
    const changed = draft({ kind: 'quantity', number: '12', unit: 'month' });
    expect(correctionOf(changed, aFact()).value).toEqual({
      kind: 'quantity',
      quantity: '12',
      unit: 'month',
    });
  });

  it('goes on from an earlier correction', () => {
    const decision = { kind: 'corrected', correction: { who: 'Grace' } } as const;
    const corrected = correctedFact(aFact({ decision }));
    expect(draftOf(corrected, 'EUR').who).toBe('Grace');
    expect(correctionOf(draftOf(corrected, 'EUR'), aFact({ decision }))).toEqual({ who: 'Grace' });
  });
});

describe('a form', () => {
  it.each([
    [{ number: 'a lot' }, ['number']],
    [{ number: '' }, ['number']],
    [{ number: '1.2345678' }, ['number']],
    [{ upTo: '5k' }, ['upTo']],
    [{ label: '  ' }, ['label']],
    [{ kind: 'none', number: '' }, []],
    [{ number: '12 000' }, []],
  ])('with %j is wrong in %j', (facts, fields) => {
    expect(Object.keys(faultsOf(draft(facts)))).toEqual(fields);
  });
});
