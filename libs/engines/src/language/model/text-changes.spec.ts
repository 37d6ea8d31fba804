import { describe, expect, it } from '@jest/globals';
import { textChanges } from './text-changes.ts';

const changed = (before: string, after: string, ...glossary: readonly string[]) =>
  textChanges(before, after, glossary);

describe('textChanges', () => {
  it('returns no changes when only the spaces between words differ', () => {
    expect(changed(' a  b\nc', 'a b c')).toEqual([]);
    expect(changed('', ' ')).toEqual([]);
  });

  it('returns one change for each place, in order', () => {
    expect(changed('it is is fine tody', 'it is fine today, yes')).toEqual([
      { rule: 'model', before: 'is', after: '' },
      { rule: 'model', before: 'tody', after: 'today, yes' },
    ]);
  });

  it('returns added and removed words', () => {
    expect(changed('b', 'a b')).toEqual([{ rule: 'model', before: '', after: 'a' }]);
    expect(changed('a b', '')).toEqual([{ rule: 'model', before: 'a b', after: '' }]);
  });

  it.each([
    ['a word', 'ask kuber netties now', 'ask Kubernetes now', ['Kubernetes']],
    ['a part of a name', 'ask Ada love lace', 'ask Ada Lovelace', ['Ada Lovelace']],
    ['a name before a comma', 'so ader, yes', 'so Ada, yes', ['Ada']],
    ['a term with symbols', 'use sea plus plus', 'use C++', ['C++']],
  ])('uses the rule glossary when a term is added: %s', (_case, before, after, glossary) => {
    expect(changed(before, after, ...glossary).map(({ rule }) => rule)).toEqual(['glossary']);
  });

  it.each([
    ['a term in another spelling', 'ask ader', 'ask ada', ['Ada']],
    ['a term that was there before', 'Ada eats eats', 'Ada eats', ['Ada']],
    ['a part of a name alone', 'a lace', 'a Lovelace', ['Ada Lovelace']],
    ['an empty term', 'a b', 'a c', ['', ' ']],
  ])('uses the rule model otherwise: %s', (_case, before, after, glossary) => {
    expect(changed(before, after, ...glossary).map(({ rule }) => rule)).toEqual(['model']);
  });

  it('returns one change when most of a long text differs', () => {
    const words = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word}${at}`);
    const [before, after] = [words('a').join(' '), words('b').join(' ')];
    expect(changed(before, after)).toEqual([{ rule: 'model', before, after }]);
  });
});
