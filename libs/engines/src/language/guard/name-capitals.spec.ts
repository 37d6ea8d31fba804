import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../../test/support/linear-time.ts';
import { guardCorrection } from './guard.ts';
import { withNameCapitals } from './name-capitals.ts';

describe('names in lower case', () => {
  it.each([
    ['ada said that it is done', 'Ada said that it is done', 'Ada'],
    ["I asked ada about kaito's plan.", "I asked Ada about Kaito's plan.", 'Ada', 'Kaito Tanaka'],
    ['we met lovelace there', 'we met Lovelace there', 'Ada Lovelace'],
    ['and will said that he would', 'and Will said that he would', 'Will'],
    ['It is late. mark asked for it.', 'It is late. Mark asked for it.', 'Mark'],
    ['so, may thinks it is fine', 'so, May thinks it is fine', 'May'],
  ])('get their capital: %s', (text, answer, ...names) => {
    expect(withNameCapitals(text, names)).toBe(answer);
  });

  it.each([
    ['we will say that it is so', 'Will'],
    ['you may mark it', 'May', 'Mark'],
    ['the bill said that we owe it', 'Bill'],
    ['that will said nothing of the house', 'Will'],
    ['it will, said the man', 'Will'],
    ['ask the host about it', 'Host'],
    ['and speaker said it', 'Speaker 1'],
    ['the interviewer asked for it', 'Interviewer'],
    ['write to ada@example.org and to ada_b, see example.org/ada', 'Ada'],
    ['ADA and Ada are there', 'Ada'],
    ['we sold it on ebay and it is fine', 'eBay'],
    ['adamant people are there', 'Ada'],
    ['und dann hat ada nicht das gesagt', 'Ada'],
  ])('stay where they may be something else: %s', (text, ...names) => {
    expect(withNameCapitals(text, names)).toBe(text);
  });

  it('are taken by the guard, whatever an engine has answered', () => {
    const shared = { glossary: [], style: 'clean', names: ['Ada'] } as const;
    const raw = 'then ada said we we should';
    expect(guardCorrection({ ...shared, raw, corrected: raw })).toMatchObject({
      text: 'then Ada said we we should',
      spans: [{ before: 'ada', after: 'Ada', outcome: 'taken', rule: 'casing' }],
    });
    const corrected = 'then ada said we should';
    expect(guardCorrection({ ...shared, raw, corrected }).text).toBe('then Ada said we should');
  });

  it('are found in a time that grows with the text', () => {
    const [once, twice] = [3_000, 6_000].map((times) =>
      'then ada said that it is so '.repeat(times),
    );
    expect(withNameCapitals(once ?? '', ['Ada'])).toBe(once?.replaceAll('ada', 'Ada'));
    expectLinearTime(
      () => withNameCapitals(once ?? '', ['Ada']),
      () => withNameCapitals(twice ?? '', ['Ada']),
    );
  });
});
