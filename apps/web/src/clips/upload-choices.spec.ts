import { fieldsOf, NO_CHOICES, SPEAKER_COUNTS } from './upload-choices.ts';

describe('the choices of an upload', () => {
  it('are fields of its form; what was not chosen is none', () => {
    expect(fieldsOf(NO_CHOICES)).toEqual([]);
    expect(fieldsOf({ ...NO_CHOICES, language: 'de' })).toEqual([['language', 'de']]);
    expect(fieldsOf({ engine: 'small', language: 'auto', speakers: '3' })).toEqual([
      ['engine', 'small'],
      ['language', 'auto'],
      ['speakers', '3'],
    ]);
  });

  it('are as many speakers as the API accepts', () => {
    expect(SPEAKER_COUNTS.at(0)).toBe('1');
    expect(SPEAKER_COUNTS.at(-1)).toBe('50');
  });
});
