import { describe, expect, it } from '@jest/globals';
import { textChanges } from './text-changes.ts';

const changed = (before: string, after: string, ...glossary: readonly string[]) =>
  textChanges(before, after, glossary);

describe('the changes of a text', () => {
  it('are none when only the space between the words differs', () => {
    expect(changed(' a  b\nc', 'a b c')).toEqual([]);
    expect(changed('', ' ')).toEqual([]);
  });

  it('are told place by place, in their order', () => {
    expect(changed('it is is fine tody', 'it is fine today, yes')).toEqual([
      { rule: 'model', before: 'is', after: '' },
      { rule: 'model', before: 'tody', after: 'today, yes' },
    ]);
  });

  it('tell what was added and what was taken out', () => {
    expect(changed('b', 'a b')).toEqual([{ rule: 'model', before: '', after: 'a' }]);
    expect(changed('a b', '')).toEqual([{ rule: 'model', before: 'a b', after: '' }]);
  });

  it.each([
    ['a word', 'ask kuber netties now', 'ask Kubernetes now', ['Kubernetes']],
    ['a part of a name', 'ask Ada love lace', 'ask Ada Lovelace', ['Ada Lovelace']],
    ['a name before a comma', 'so ader, yes', 'so Ada, yes', ['Ada']],
    ['a term with signs', 'use sea plus plus', 'use C++', ['C++']],
  ])('are the glossary’s where a term came in: %s', (_what, before, after, glossary) => {
    expect(changed(before, after, ...glossary).map(({ rule }) => rule)).toEqual(['glossary']);
  });

  it.each([
    ['a term in another spelling', 'ask ader', 'ask ada', ['Ada']],
    ['a term that was there before', 'Ada eats eats', 'Ada eats', ['Ada']],
    ['a part of a name alone', 'a lace', 'a Lovelace', ['Ada Lovelace']],
    ['an empty term', 'a b', 'a c', ['', ' ']],
  ])('are the model’s otherwise: %s', (_what, before, after, glossary) => {
    expect(changed(before, after, ...glossary).map(({ rule }) => rule)).toEqual(['model']);
  });

  it('are one when a long text became another', () => {
    const words = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word}${at}`);
    const [before, after] = [words('a').join(' '), words('b').join(' ')];
    expect(changed(before, after)).toEqual([{ rule: 'model', before, after }]);
  });
});
