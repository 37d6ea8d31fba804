import { describe, expect, it } from '@jest/globals';
import type { FactCorrection, FactType } from '#contracts/model';
import { decisionErrors } from './decision-errors.ts';

const type = (name: string, value: FactType['value'], statuses: string[] = []): FactType => ({
  ...{ name, label: name, description: name, value, statuses },
});
const TYPES = [
  type('expense', 'money'),
  type('promise', 'none', ['kept', 'broken']),
  type('metric', 'any'),
  type('goal', 'optional', ['reached']),
];
const EUROS = { kind: 'money', amount: '5', currency: 'EUR' } as const;
const PERCENT = { kind: 'percent', percent: '5' } as const;

const pathsOf = (ofType: string, correction: FactCorrection) =>
  decisionErrors({ id: 'f', type: ofType }, { kind: 'corrected', correction }, TYPES).map(
    ({ path }) => path,
  );

describe('a correction of a fact', () => {
  it.each<[string, FactCorrection]>([
    ['expense', { label: 'chairs' }],
    ['expense', { value: EUROS }],
    ['expense', { type: 'promise', value: null, status: 'kept' }],
    ['promise', { status: null }],
    ['metric', { value: PERCENT }],
    ['goal', { value: null }],
    ['goal', { value: PERCENT, status: 'reached' }],
    ['gone', { label: 'chairs', value: EUROS }],
  ])('of a %s takes %j', (ofType, correction) => {
    expect(pathsOf(ofType, correction)).toEqual([]);
  });

  it.each<[string, FactCorrection, string]>([
    ['expense', { type: 'income' }, 'correction.type'],
    ['gone', { status: 'kept' }, 'correction.type'],
    ['expense', { status: 'kept' }, 'correction.status'],
    ['promise', { status: 'reached' }, 'correction.status'],
    ['expense', { value: PERCENT }, 'correction.value'],
    ['expense', { value: null }, 'correction.value'],
    ['promise', { value: EUROS }, 'correction.value'],
    ['metric', { value: null }, 'correction.value'],
  ])('of a %s to %j is rejected at %s', (ofType, correction, path) => {
    expect(pathsOf(ofType, correction)).toEqual([path]);
  });

  it('names what is possible', () => {
    const decision = { kind: 'corrected', correction: { status: 'late' } } as const;
    expect(decisionErrors({ id: 'f', type: 'promise' }, decision, TYPES)).toEqual([
      { path: 'correction.status', message: 'must be one of kept, broken' },
    ]);
  });
});

describe('a fact', () => {
  it('is not the same as itself', () => {
    const same = (factId: string) =>
      decisionErrors({ id: 'f', type: 'expense' }, { kind: 'sameAs', factId }, TYPES);
    expect(same('f').map(({ path }) => path)).toEqual(['factId']);
    expect(same('g')).toEqual([]);
  });
});
