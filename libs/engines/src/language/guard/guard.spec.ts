import { describe, expect, it } from '@jest/globals';
import { withSpans } from '#contracts/model';
import { guardCorrection } from './guard.ts';
import { judged } from './testing/judged.ts';

describe('guardCorrection', () => {
  it('takes what is proven and keeps the rest as it was heard, in one text', () => {
    const raw = 'um so the the price is fifteen euros and tom signed it';
    const verdict = guardCorrection({
      ...{ raw, glossary: [], style: 'clean' },
      corrected: 'So the price is €50, and Tom signed it.',
    });
    expect(verdict.text).toBe('So the price is fifteen euros and Tom signed it.');
    expect(verdict.spans).toEqual([
      { outcome: 'taken', rule: 'filler', start: 0, end: 3, before: 'um ', after: '' },
      { outcome: 'taken', rule: 'casing', start: 3, end: 5, before: 'so', after: 'So' },
      { outcome: 'taken', rule: 'stutter', start: 6, end: 10, before: 'the ', after: '' },
      {
        ...{ outcome: 'refused', reason: 'number_changed' },
        ...{ start: 23, end: 36, before: 'fifteen euros', after: '€50' },
      },
      { outcome: 'taken', rule: 'casing', start: 41, end: 44, before: 'tom', after: 'Tom' },
      { outcome: 'taken', rule: 'punctuation', start: 54, end: 54, before: '', after: '.' },
    ]);
    expect(withSpans(raw, verdict.spans)).toBe(verdict.text);
  });

  it.each([
    ['words_changed', 'the price went up', 'the price went down'],
    ['words_added', 'send the file', 'send the secret file'],
    ['words_removed', 'send the secret file', 'send the file'],
    ['number_changed', 'it costs 15 euros', 'it costs 50 euros'],
    ['name_changed', 'then Tom paid', 'then Tim paid'],
    ['question_changed', 'is it ready?', 'is it ready.'],
    ['mark_changed', 'the plan works', 'the. plan works'],
    ['mark_changed', 'no more waiting', 'no. more waiting'],
    ['mark_changed', 'I did not say that he left', 'I did not say that. he left'],
    ['capital_changed', 'then Rose called', 'then rose called'],
  ])('says why it keeps a text: %s', (reason, raw, corrected) => {
    expect(judged(raw, corrected)).toEqual({ text: raw, reasons: [reason], rules: [] });
  });

  it('keeps everything of a text that was replaced', () => {
    const words = (word: string) =>
      Array.from({ length: 900 }, (_, at) => `${word}${at}`).join(' ');
    expect(judged(words('a'), words('b')).reasons).toEqual(['text_replaced']);
  });

  it('keeps every filler and stutter of a verbatim transcript, and takes the rest', () => {
    const raw = 'um we we meet- meeting on monday';
    const answer = judged(raw, 'We meeting on Monday.', { style: 'verbatim' });
    expect(answer.text).toBe('um we we meet- meeting on Monday.');
    expect(new Set(answer.reasons)).toEqual(new Set(['verbatim_wanted']));
  });

  it.each([
    ['wir wir gehen', 'wir gehen'],
    ['das ist das Haus', 'das ist dass Haus'],
    ['今天我们不去学校', '今天我们去学校'],
  ])('has no rules for words of other languages: %s', (raw, corrected) => {
    expect(judged(raw, corrected).text).toBe(raw);
  });

  it('takes casing, marks and numbers in digits in other languages', () => {
    expect(judged('wir zahlen 1,000 Euro', 'Wir zahlen 1000 Euro.').text).toBe(
      'Wir zahlen 1000 Euro.',
    );
    expect(judged('今天我们不去学校', '今天我们不去学校。').text).toBe('今天我们不去学校。');
  });

  it('never takes out both of two equal words', () => {
    expect(judged('we we go', 'go').text).toMatch(/we go$/u);
    expect(judged('we uh we go', 'they go').text).toMatch(/we go$/u);
  });

  it('judges an empty answer, and an empty text', () => {
    expect(judged('we go', '').text).toBe('we go');
    expect(judged('', 'we go').text).toBe('');
    expect(judged('', ' ').text).toBe(' ');
  });
});
