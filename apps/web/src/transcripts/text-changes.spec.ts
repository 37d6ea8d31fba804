import { changesBetween } from './text-changes.ts';

function described(before: string, after: string): readonly string[] {
  return changesBetween(before, after).map((change) => `${change.before}→${change.after}`);
}

describe('changes between two layers of a text', () => {
  it.each([
    [
      'one word for another',
      'ask project Herron now',
      'ask Project Heron now',
      ['project Herron→Project Heron'],
    ],
    ['a stutter taken out', 'I I think so', 'I think so', ['I→']],
    ['something added', 'we meet Monday', 'we meet on Monday', ['→on']],
    ['several at once', 'a b c d e', 'A b c D e', ['a→A', 'd→D']],
    ['other spaces only', 'a  b', 'a b', []],
    ['nothing', 'a b', 'a b', []],
    ['everything', 'a b', '', ['a b→']],
  ])('%s', (_what, before, after, expected) => {
    expect(described(before, after)).toEqual(expected);
  });

  it('report their position in the current text', () => {
    const after = 'Shall we launch Project Heron on Monday?';
    const [change] = changesBetween('Shall we launch project Herron on Monday?', after);
    expect(after.slice(change?.from, change?.to)).toBe('Project Heron');
  });

  it('between two long texts without common words are one change, found quickly', () => {
    const words = (prefix: string) =>
      Array.from({ length: 5000 }, (_, at) => `${prefix}${at}`).join(' ');
    expect(changesBetween(words('a'), words('b'))).toHaveLength(1);
  });
});
