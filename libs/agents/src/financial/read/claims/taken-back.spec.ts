import { describe, expect, it } from '@jest/globals';
import { isTakenBackAfter } from './taken-back.rule.ts';

describe('an amount that is taken back without another one', () => {
  it.each([
    ', hang on, that was the other one.',
    ' with the raffle... no wait, that’s with the donations.',
    '... no, forget that, it was for my own house.',
    ' euros, scratch that.',
    ' Euro, warte, das war letztes Jahr.',
    ' euros, non pardon, c’était l’autre.',
    ' euros, espera, eso era del año pasado.',
  ])('%s', (after) => {
    expect(isTakenBackAfter(after)).toBe(true);
  });

  it.each([
    ' for the tent, and that was cheap.',
    ', no wait, that’s 560.',
    ' for the tent. Wait for the invoice, that is important.',
    ' euros, forget about the rest.',
    '.',
  ])('but not: %s', (after) => {
    expect(isTakenBackAfter(after)).toBe(false);
  });
});
