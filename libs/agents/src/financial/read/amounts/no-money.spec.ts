import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

const read = (text: string) =>
  financial
    .read(
      { before: [], lines: [{ speaker: 'Ana', text, date: '2026-11-26' }] },
      { currency: 'EUR', categories: [] },
    )
    .map(({ value }) => (value?.kind === 'money' ? [value.amount, value.upTo ?? value.amount] : []))
    .map(([from, to]) => (from === to ? from : `${from}–${to}`));

describe('what is no range of money', () => {
  it.each([
    ['We paid 640 euros for the insurance on 2026-11-12.', ['640']],
    ['We paid 300 euros for the order 2026-11-30.', ['300']],
    ['The rope cost 40 euros at 10-11 am.', ['40']],
    ['Call the printer at 555-1234, he wants 300 euros.', ['300']],
    ['The fee of 20 euros was paid at 555-1234.', ['20']],
    ['We paid the nights of 3-4 May.', []],
    ['The hall is 12 by 6 metres and costs 400 euros.', ['400']],
  ])('%s', (text, amounts) => {
    expect(read(text)).toEqual(amounts);
  });

  it.each([
    ['The tents cost 300-400.', ['300–400']],
    ['Repairs cost 3-5k.', ['3000–5000']],
    ['The tents cost 300-400 euros.', ['300–400']],
    ['Post will run us ten to twelve grand.', ['10000–12000']],
    ['The truck costs 3k5.', ['3500']],
  ])('but is one: %s', (text, amounts) => {
    expect(read(text)).toEqual(amounts);
  });
});

describe('a time that is no rate', () => {
  it.each([
    'La mairie nous a versé 5 000 euros la semaine dernière.',
    'We paid 300 euros a week ago for the tent.',
    'Wir haben 300 Euro im Jahr 2025 bezahlt.',
  ])('%s', (text) => {
    const lines = [{ speaker: 'Ana', text, date: '2026-11-26' }];
    const [fact] = financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
    expect(fact?.value).not.toHaveProperty('per');
  });
});
