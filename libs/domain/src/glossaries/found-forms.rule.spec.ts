import { describe, expect, it } from '@jest/globals';
import type { GlossaryEntry } from '#contracts/model';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { formIndex, foundForms, withTermsAt } from './found-forms.rule.ts';

const entry = (term: string, ...soundsLike: readonly string[]): GlossaryEntry => ({
  ...{ term, soundsLike, language: null },
});
const replaced = (text: string, capitals: boolean, ...entries: readonly GlossaryEntry[]) =>
  withTermsAt(text, foundForms(text, formIndex(entries, { capitals })));

describe('forms of terms', () => {
  it.each([
    ['We asked Kyto.', 'We asked Kaito.', entry('Kaito', 'Kyto')],
    ['KYTO and kyto', 'Kaito and Kaito', entry('Kaito', 'Kyto')],
    ["Kyto's idea, Kyto’s plan", "Kaito's idea, Kaito’s plan", entry('Kaito', 'Kyto')],
    ['the Kyto-based team', 'the Kaito-based team', entry('Kaito', 'Kyto')],
    ['(Kyto) "kyto"', '(Kaito) "Kaito"', entry('Kaito', 'Kyto')],
    ['the key  toe plan', 'the Kaito plan', entry('Kaito', 'key toe')],
    ['the key-toe plan', 'the Kaito plan', entry('Kaito', 'key toe')],
    ['Engine x is up. Use engine x.', 'Nginx is up. Use nginx.', entry('nginx', 'engine x')],
    ['in der Strasse', 'in der Straße', entry('Straße', 'Strasse')],
    ['mit Zoe\u0308 da', 'mit Zoé da', entry('Zoé', 'Zo\u00eb')],
    ['在会意室里', '在会议室里', entry('会议室', '会意室')],
    ['met St John there', 'met St. John there', entry('St. John', 'St John')],
  ])('are found as whole words, in any case: %s', (text, answer, given) => {
    expect(replaced(text, false, given)).toBe(answer);
  });

  it.each([
    ['Kytoto and Kyt', entry('Kaito', 'Kyto')],
    [
      'kyto@example.org, @kyto, example.org/kyto, my_kyto, kyto.org, x.kyto',
      entry('Kaito', 'Kyto'),
    ],
    ["don't", entry('Dawn', 'don')],
    ["O'Brien", entry('Bryan', 'brien')],
    ['key. Toe', entry('Kaito', 'key - toe -')],
    ['one, two', entry('Onetwo', 'one two')],
    ['Kaito', entry('Kaito', 'Kyto')],
  ])('are not found within something else: %s', (text, given) => {
    expect(replaced(text.replace('key. Toe', 'key, toe'), false, given)).toBe(
      text.replace('key. Toe', 'key, toe'),
    );
  });

  it('are not found within a term that is right, or that another entry has', () => {
    const heron = entry('Project Heron', 'heron');
    expect(replaced('Project Heron and heron', false, heron)).toBe(
      'Project Heron and Project Heron',
    );
    expect(replaced('the Kyto Hotel', false, entry('Kaito', 'Kyto'), entry('Kyto Hotel'))).toBe(
      'the Kyto Hotel',
    );
  });

  it('are the longest that fit', () => {
    const entries = [entry('Kaito', 'Kyto'), entry('Kaito Tanaka', 'Kyto Tanaca')];
    expect(replaced('Kyto Tanaca met Kyto', false, ...entries)).toBe('Kaito Tanaka met Kaito');
  });

  it('include other capitals of the term only when that is wanted', () => {
    expect(replaced('the heron, HERON and Heron', false, entry('Heron'))).toBe(
      'the heron, HERON and Heron',
    );
    expect(replaced('the heron, HERON and Heron', true, entry('Heron'))).toBe(
      'the Heron, Heron and Heron',
    );
  });

  it('leave all other characters of a text as they are', () => {
    const text = '  Kyto,\n\tkyto…\u00a0“Kyto”\r\n';
    expect(replaced(text, false, entry('Kaito', 'Kyto'))).toBe(text.replace(/kyto/gi, 'Kaito'));
  });

  it('do not change again what was replaced', () => {
    const given = entry('Kyto Kaito', 'Kyto');
    const once = replaced('Kyto', false, given);
    expect(replaced(once, false, given)).toBe(once);
  });

  it('of ten thousand entries are found in a time that grows with the text', () => {
    const entries = Array.from({ length: 500 }, (_, n) =>
      entry(`Term${n}`, ...Array.from({ length: 20 }, (__, form) => `form ${n} ${form} wrong`)),
    );
    const index = formIndex(entries, { capitals: false });
    const textOf = (times: number) => 'form 12 form 13 4 wrong key '.repeat(times);
    const [once, twice] = [textOf(4_000), textOf(8_000)];
    expect(foundForms(once, index)).toHaveLength(4_000);
    expectLinearTime(
      () => foundForms(once, index),
      () => foundForms(twice, index),
    );
  });
});
