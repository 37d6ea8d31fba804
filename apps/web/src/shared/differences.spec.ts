import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.ts';

describe('the differences of two objects', () => {
  it('are the fields that have other values', () => {
    const base = { name: 'Fair', currency: 'EUR' };
    expect(differences({ ...base, currency: 'CHF' }, base)).toEqual({ currency: 'CHF' });
    expect(differences({ ...base }, base)).toEqual({});
  });
});
