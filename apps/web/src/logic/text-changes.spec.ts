import { changesBetween } from './text-changes.ts';

function told(before: string, after: string): readonly string[] {
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
    expect(told(before, after)).toEqual(expected);
  });

  it('say where they stand in the text as it is now', () => {
    const after = 'Shall we launch Project Heron on Monday?';
    const [change] = changesBetween('Shall we launch project Herron on Monday?', after);
    expect(after.slice(change?.from, change?.to)).toBe('Project Heron');
  });

  it('of two long texts that share nothing are one, and soon found', () => {
    const words = (mark: string) =>
      Array.from({ length: 5000 }, (_, at) => `${mark}${at}`).join(' ');
    expect(changesBetween(words('a'), words('b'))).toHaveLength(1);
  });
});
