import { describe, expect, it } from '@jest/globals';
import { entriesOf, partsOf } from './entry-lines.ts';

const entry = (term: string, ...soundsLike: readonly string[]) => ({ term, soundsLike });

describe('a list of entries', () => {
  it.each([
    ['Kaito, Project Heron', [entry('Kaito'), entry('Project Heron')]],
    ['Kaito\nProject Heron;Ada', [entry('Kaito'), entry('Project Heron'), entry('Ada')]],
    ['Kaito = Kyto, key toe', [entry('Kaito', 'Kyto', 'key toe')]],
    ['Kaito\tKyto\tkey toe', [entry('Kaito', 'Kyto', 'key toe')]],
    ['Kaito =', [entry('Kaito')]],
    ['= Kyto\n\n ,', []],
    ['会议室、海斗', [entry('会议室'), entry('海斗')]],
  ])('has terms, and what they sound like after a sign: %j', (text, entries) => {
    expect(entriesOf(text)).toEqual(entries);
  });

  it('has each term once, with all that is said of it', () => {
    expect(entriesOf('Kaito = Kyto\nAda\nKaito = Kyto, Kayto\nKaito')).toEqual([
      entry('Kaito', 'Kyto', 'Kayto'),
      entry('Ada'),
    ]);
  });
});

describe('the parts of a list', () => {
  it('are there once, in order, without the white space around them', () => {
    expect(partsOf(' Kyto,  key toe ;Kyto，\n')).toEqual(['Kyto', 'key toe']);
  });
});
